/** Parts that pages share. */
import type { Source } from "../../../src/index";
import { type Language, words } from "../words";
import { writing } from "./writing";

/** Writes a text of the rules so that neither Markdown nor Vue reads anything into it. */
export const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll("{", "&#123;")
    .replaceAll("}", "&#125;")
    .replaceAll(/[*_`[\]|]/g, (mark) => `\\${mark}`);

/** Writes a text for HTML, where Markdown is not read. */
export const escapedHtml = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;")
    .replaceAll("{", "&#123;")
    .replaceAll("}", "&#125;");

/** Writes a link. */
export const link = (text: string, url: string): string => `[${escaped(text)}](${url})`;

/** The path of a page in a language. */
export const pathIn = (language: Language, path: string): string => `${language === "en" ? "" : `/${language}`}${path}`;

/** Writes a bullet for each line. */
export const bullets = (lines: readonly string[]): string[] => lines.map((line) => `- ${line}`);

/** A block with its heading, and an empty line after each; nothing where there are no lines. */
export const block = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [heading, "", ...lines, ""];

/** Folds lines under a summary. */
export const folded = (summary: string, lines: readonly string[], attributes = ""): string[] =>
  lines.length === 0
    ? []
    : [`<details${attributes}><summary>${escapedHtml(summary)}</summary>`, "", ...lines, "", "</details>", ""];

/** The documents that a page cites, numbered as they come. */
export class Sources {
  private readonly cited: Source[] = [];

  constructor(private readonly language: Language) {}

  /** Cites documents: when they were last seen, and their numbers. */
  cite(sources: readonly Source[]): string {
    if (sources.length === 0) return "";
    const numbers = sources.map((source) => {
      const at = this.cited.findIndex(({ id }) => id === source.id);
      const number = at === -1 ? this.cited.push(source) : at + 1;
      return `<a href="#source-${number}" aria-label="${words[this.language].source} ${number}">${number}</a>`;
    });
    const seen = [...new Set(sources.map((one) => seenWords(one, this.language)))].join(", ");
    return ` <span class="seen">${words[this.language].seen} ${escapedHtml(seen)}; ${numbers.join(", ")}</span>`;
  }

  /** Lists what was cited, folded. */
  list(): string[] {
    const lines = this.cited.map(
      (source, at) =>
        `<li id="source-${at + 1}"><a href="${escapedHtml(source.url)}" rel="noreferrer">${escapedHtml(source.publisher)}</a>: ${words[this.language].seen} ${escapedHtml(seenWords(source, this.language))}</li>`,
    );
    const { sources } = words[this.language];
    return lines.length === 0
      ? []
      : [
          `<details class="sources"><summary>${sources} (${lines.length})</summary><ol>${lines.join("")}</ol></details>`,
          "",
        ];
  }
}

/** When the text of a document was current; where no day tells it, in the words of the rules. */
export const seenWords = ({ seen, vintage }: Pick<Source, "seen" | "vintage">, language: Language): string =>
  seen === undefined ? vintage.replaceAll("~", `${words[language].about} `) : writing(language).day(seen);
