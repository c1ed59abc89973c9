/**
 * Writes a document as plain text, Markdown or HTML.
 */
import { wrong } from "../base/errors";
import { escapedHtml } from "../base/html";
import type { Truth } from "../model/verdict";
import {
  type DocumentItem,
  type DocumentPart,
  type ExplainedDocument,
  type ExplainFormat,
  explainFormats,
  type Words,
  wordsOf,
} from "./document";
import { type LanguageOptions, languageOf } from "./language";

/** How to write what is said, and in which language. */
export interface WordsOptions<F extends ExplainFormat = ExplainFormat> extends LanguageOptions {
  /** How to write it. @default "text" */
  readonly format?: F;
}

/** What is written: a text, or with `data` a tree of typed parts. */
export type Explained<F extends ExplainFormat> = F extends "data" ? ExplainedDocument : string;

/** Writes a document in the format that is asked for. */
export function inFormat<F extends ExplainFormat>(
  parts: readonly DocumentPart[],
  options: WordsOptions<F>,
): Explained<F> {
  const format: ExplainFormat = options.format ?? "text";
  if (!explainFormats.includes(format)) {
    throw wrong("wrong-option", "/options/format", `one of: ${explainFormats.join(", ")}`, format, "correct it");
  }
  const document: ExplainedDocument = { language: languageOf(options).code, parts };
  return (format === "data" ? document : written(document, format, options)) as Explained<F>;
}

/** Writes a document; lines of a text are not wrapped. */
function written(
  document: ExplainedDocument,
  format: Exclude<ExplainFormat, "data">,
  options: LanguageOptions,
): string {
  const english = wordsOf(languageOf(options).say("in-english"))
    .map(({ text: said }) => said)
    .join("");
  if (format === "html") return html(document);
  const plain = (words: Words) =>
    words.map(({ text, language }) => (language === undefined ? text : `${text} ${english}`)).join("");
  return format === "text" ? text(document, plain) : markdown(document, plain);
}

type Plain = (words: Words) => string;

const MARKS: Readonly<Record<Truth, string>> = { met: "✓", unmet: "✗", unknown: "?" };
const markOf = ({ mark }: DocumentItem) => (mark === undefined ? "•" : MARKS[mark]);
const cited = (cites: readonly number[]) => (cites.length === 0 ? "" : ` [${cites.join(", ")}]`);

function text({ parts }: ExplainedDocument, plain: Plain): string {
  return `${parts.map((part) => textPart(part, plain)).join("\n\n")}\n`;
}

function textPart(part: DocumentPart, plain: Plain): string {
  switch (part.kind) {
    case "sentence":
      return plain(part.text);
    case "heading":
      return plain(part.text).toUpperCase();
    case "list":
      return [...(part.title ? [plain(part.title)] : []), ...part.items.map((item) => textItem(item, plain))].join(
        "\n",
      );
    case "table":
      return textTable(part.rows.map((row) => row.map(plain)));
    case "sources":
      return [
        plain(part.title),
        ...part.sources.map((one) => `  [${one.number}] ${one.publisher}, ${one.vintage}: ${one.url}`),
      ].join("\n");
  }
}

const textItem = (item: DocumentItem, plain: Plain) =>
  [
    `  ${markOf(item)} ${plain(item.text)}${cited(item.cites)}`,
    ...item.details.map((detail) => `      ${plain(detail)}`),
  ].join("\n");

function textTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd())
    .join("\n");
}

/** What Markdown would obey. */
const escapedMarkdown = (plain: string) => plain.replaceAll(/[\\`*_[\]<>|#]/g, "\\$&");

function markdown({ parts }: ExplainedDocument, plain: Plain): string {
  const escaped = (words: Words) => escapedMarkdown(plain(words));
  return `${parts.map((part) => markdownPart(part, escaped)).join("\n\n")}\n`;
}

function markdownPart(part: DocumentPart, plain: Plain): string {
  switch (part.kind) {
    case "sentence":
      return plain(part.text);
    case "heading":
      return `## ${plain(part.text)}`;
    case "list": {
      const title = part.title === undefined ? [] : [`### ${plain(part.title)}`, ""];
      return [...title, ...part.items.flatMap((item) => markdownItem(item, plain))].join("\n");
    }
    case "table": {
      const row = (cells: readonly Words[]) => `| ${cells.map(plain).join(" | ")} |`;
      return [row(part.columns), `|${part.columns.map(() => "---").join("|")}|`, ...part.rows.map(row)].join("\n");
    }
    case "sources": {
      const lines = part.sources.map(
        ({ number, publisher, vintage, url }) =>
          `${number}. [${escapedMarkdown(`${publisher}, ${vintage}`)}](<${url}>)`,
      );
      return [`### ${plain(part.title)}`, "", ...lines].join("\n");
    }
  }
}

const markdownItem = (item: DocumentItem, plain: Plain) => [
  `- ${item.mark === undefined ? "" : `${MARKS[item.mark]} `}${plain(item.text)}${cited(item.cites).replaceAll(/[[\]]/g, "\\$&")}`,
  ...item.details.map((detail) => `  - ${plain(detail)}`),
];

/** A link goes to the web and nowhere else. */
const safeUrl = (url: string) => (/^https?:\/\//i.test(url) ? escapedHtml(url) : "");

function html({ language, parts }: ExplainedDocument): string {
  return `<article lang="${escapedHtml(language)}">\n${parts.map(htmlPart).join("\n")}\n</article>\n`;
}

const inline = (words: Words) =>
  words
    .map(({ text: one, language }) =>
      language === undefined ? escapedHtml(one) : `<span lang="${escapedHtml(language)}">${escapedHtml(one)}</span>`,
    )
    .join("");

function htmlPart(part: DocumentPart): string {
  switch (part.kind) {
    case "sentence":
      return `<p>${inline(part.text)}</p>`;
    case "heading":
      return `<h2>${inline(part.text)}</h2>`;
    case "list": {
      const list = `<ul>\n${part.items.map(htmlItem).join("\n")}\n</ul>`;
      const title = part.title ?? [];
      if (part.collapsed) return `<details>\n<summary>${inline(title)}</summary>\n${list}\n</details>`;
      return title.length === 0 ? list : `<h3>${inline(title)}</h3>\n${list}`;
    }
    case "table": {
      const heads = part.columns.map((cell) => `<th scope="col">${inline(cell)}</th>`).join("");
      const rows = part.rows.map((row) => `<tr>${row.map((cell) => `<td>${inline(cell)}</td>`).join("")}</tr>`);
      return `<table>\n<thead><tr>${heads}</tr></thead>\n<tbody>\n${rows.join("\n")}\n</tbody>\n</table>`;
    }
    case "sources": {
      const items = part.sources.map(
        ({ number, publisher, vintage, url }) =>
          `<li value="${number}"><a href="${safeUrl(url)}">${escapedHtml(`${publisher}, ${vintage}`)}</a></li>`,
      );
      return `<details>\n<summary>${inline(part.title)}</summary>\n<ol>\n${items.join("\n")}\n</ol>\n</details>`;
    }
  }
}

function htmlItem(item: DocumentItem): string {
  const { mark, text: said, details, cites } = item;
  // the mark is told by the words beside it, too: who hears the page hears no sign
  const sign = mark === undefined ? "" : `<span aria-hidden="true">${MARKS[mark]}</span> `;
  const below =
    details.length === 0 ? "" : `\n<ul>${details.map((detail) => `<li>${inline(detail)}</li>`).join("")}</ul>`;
  return `<li>${sign}${inline(said)}${cites.length === 0 ? "" : ` <small>${escapedHtml(cited(cites).trim())}</small>`}${below}</li>`;
}
