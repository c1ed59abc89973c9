/**
 * Writes an explanation for people: wrapped to the width, in colors on a terminal.
 */
import { wrapAnsi } from "fast-wrap-ansi";
import { createColors } from "picocolors";
import { escaped, replaceUnseen } from "../base/unseen";
import { statusWords } from "../explain/amounts";
import type { Item } from "../explain/requirement";
import type { Explanation, PathwayDetail, Section, Summary } from "../explain/verdict";
import type { Source } from "../model/rulebook";
import type { Truth } from "../model/verdict";
import type { Io, Sink } from "./io";

type Colors = ReturnType<typeof createColors>;

/** How to write for a sink. */
export interface Page {
  /** The width in columns. */
  readonly width: number;
  /** The colors; they do nothing where the sink is no terminal. */
  readonly colors: Colors;
}

const WIDTH = 80;
const NARROWEST = 40;

/** Finds how to write for a sink: at most 80 columns, in colors on a terminal that has not refused them. */
export function pageFor({ isTTY = false, columns = WIDTH }: Sink, { env }: Pick<Io, "env">): Page {
  const refused = Boolean(env["NO_COLOR"]) || env["TERM"] === "dumb";
  return { width: Math.max(NARROWEST, Math.min(columns, WIDTH)), colors: createColors(isTTY && !refused) };
}

/** Shows what a terminal would obey, or would not show: whatever is read from a file may be named as anyone likes. */
export const shown = (text: string): string => replaceUnseen(text, (char) => (char === "\t" ? " " : "�"));

/** The colors that are written here; nothing else that a terminal obeys is printed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const OWN = /\u001b\[(?:1|2|22|3[1-6]|39)m|\n/g;

/** Prints a text: the one way to a terminal. */
export function print(sink: Sink, text: string): void {
  const own = text.match(OWN) ?? [];
  sink.write(
    text
      .split(OWN)
      .map((part, index) => shown(part) + (own[index] ?? ""))
      .join(""),
  );
}

/** Prints data as JSON; what a terminal would obey is written by its number, and so means the same. */
export const printJson = (sink: Sink, data: unknown): void => {
  const lines = JSON.stringify(data, null, 2).split("\n");
  sink.write(`${lines.map((line) => replaceUnseen(line, escaped)).join("\n")}\n`);
};

/** Wraps a text, its first line and the others indented. */
export function wrapped(text: string, { width }: Page, first = "", rest = first): string {
  const lines = wrapAnsi(text, width - rest.length).split("\n");
  return lines.map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd()).join("\n");
}

/** Writes an explanation. */
export function written(explanation: Explanation, page: Page): string {
  const { opening, summaries, elsewhere, details, closing, sources } = printable(explanation);
  const numbers = new Map(sources.map(({ id }, index) => [id, index + 1]));
  const notDetailed = summaries.length > details.length;
  const detailed = details.map(({ pathway }) => pathway).join(", ") || "none";
  const blocks = [
    opening.map((line) => wrapped(line, page)).join("\n"),
    tableOf(summaries, page),
    ...(elsewhere.length > 0 ? [elsewhere.map((line) => wrapped(line, page)).join("\n")] : []),
    ...(notDetailed ? [wrapped(`In detail below: ${detailed}. For another pathway: --pathway ID.`, page)] : []),
    ...details.map((detail) => detailText(detail, numbers, page)),
    ...closing.map((section) => sectionText(section, numbers, page)),
    ...(sources.length > 0 ? [sourcesText(sources, page)] : []),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** Replaces what a terminal would obey: an applicant may name evidence as they like. */
const printable = (explanation: Explanation): Explanation =>
  JSON.parse(JSON.stringify(explanation), (_, value: unknown) =>
    typeof value === "string" ? shown(value) : value,
  ) as Explanation;

/** How a pathway stands, in words: of what no page shows that it is offered, that comes first. */
const standing = ({ status, isOfferShown }: Summary): string =>
  isOfferShown ? statusWords[status] : "not known whether it is offered";

function statusColor({ status, isOfferShown }: Summary, { colors }: Page): (text: string) => string {
  if (!isOfferShown) return colors.yellow;
  if (status === "eligible") return colors.green;
  return status === "undetermined" ? colors.yellow : status === "not-yet" ? colors.red : colors.dim;
}

/** Every pathway in a line, under the heading of its state. */
function tableOf(summaries: readonly Summary[], page: Page): string {
  const groups = new Map<string, Summary[]>();
  for (const one of summaries) groups.set(standing(one), [...(groups.get(standing(one)) ?? []), one]);
  const widest = Math.max(...summaries.map(({ pathway }) => pathway.length));
  return [...groups]
    .map(([words, rows]) => {
      const heading = spread(words.toUpperCase(), "requirements met", page);
      return [statusColor(rows[0] as Summary, page)(heading), ...rows.map((row) => rowText(row, widest, page))].join(
        "\n",
      );
    })
    .join("\n");
}

function rowText({ pathway, name, met, required }: Summary, widest: number, page: Page): string {
  const start = `  ${pathway.padEnd(widest)}  `;
  const count = `${met} of ${required}`;
  const room = page.width - start.length - count.length - 1;
  return spread(`${start}${name.length > room ? `${name.slice(0, room - 1)}…` : name}`, count, page);
}

/** Writes one text at the left edge and one at the right. */
const spread = (left: string, right: string, { width }: Page) =>
  `${left}${" ".repeat(Math.max(1, width - left.length - right.length))}${right}`;

function detailText(detail: PathwayDetail, numbers: ReadonlyMap<string, number>, page: Page): string {
  const { pathway, name, lines, sections } = detail;
  const title = `${pathway}  ${name}`;
  const words = standing(detail).toUpperCase();
  const [left = "", right = ""] = title.length + words.length < page.width ? [title, words] : [title, ""];
  const heading = spread(left, right, page);
  return [
    page.colors.bold(heading.slice(0, left.length)) + statusColor(detail, page)(heading.slice(left.length)),
    page.colors.dim("─".repeat(page.width)),
    ...(right === "" ? [statusColor(detail, page)(words)] : []),
    ...lines.map((line) => wrapped(line, page)),
    ...sections.map((section) => `\n${sectionText(section, numbers, page)}`),
  ].join("\n");
}

const MARKS: Readonly<Record<Truth, string>> = { met: "✓", unmet: "✗", unknown: "?" };

function sectionText({ title, items }: Section, numbers: ReadonlyMap<string, number>, page: Page): string {
  return [page.colors.bold(title), ...items.map((item) => itemText(item, numbers, page))].join("\n");
}

function itemText({ mark, text, cites, details }: Item, numbers: ReadonlyMap<string, number>, page: Page): string {
  const { colors } = page;
  const color = { met: colors.green, unmet: colors.red, unknown: colors.yellow };
  const shownMark = mark === undefined ? "•" : color[mark](MARKS[mark]);
  const cited = cites.flatMap((id) => numbers.get(id) ?? []);
  const references = cited.length > 0 ? ` ${colors.dim(`[${cited.join(", ")}]`)}` : "";
  const [first = "", ...rest] = wrapped(`${text}${references}`, page, "    ").split("\n");
  return [
    first.replace("    ", `  ${shownMark} `),
    ...rest,
    ...details.map((detail) => wrapped(detail, page, "      ", "        ")),
  ].join("\n");
}

/** Lists documents by their numbers. */
export function sourcesText(sources: readonly Source[], page: Page): string {
  const lines = sources.flatMap(({ publisher, vintage, url }, index) => {
    const number = `[${index + 1}]`.padStart(5);
    return [wrapped(`${publisher}, ${vintage}`, page, `${number} `, "      "), `      ${page.colors.dim(url)}`];
  });
  return [page.colors.bold("Sources"), ...lines].join("\n");
}
