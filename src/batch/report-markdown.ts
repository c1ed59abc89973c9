/**
 * Writes a report in Markdown; its charts are tables with bars of characters.
 */
import type { Bar, Chart, CohortReport, PathwayReport, Table } from "./report";

/** Writes a report. */
export function reportMarkdown({ title, opening, overview, pathways }: CohortReport): string {
  const blocks = [`# ${escaped(title)}`, ...opening.map(escaped), tableText(overview, 2), ...pathways.map(pathwayText)];
  return `${blocks.join("\n\n")}\n`;
}

function pathwayText({ title, charts, nearest }: PathwayReport): string {
  return [`## ${escaped(title)}`, ...charts.map(chartText), ...(nearest ? [tableText(nearest, 3)] : [])].join("\n\n");
}

function chartText({ title, bars }: Chart): string {
  const rows = bars.map((bar) => `| ${escaped(bar.label)} | ${drawn(bar)} | ${bar.count} | ${percent(bar)} |`);
  return [`### ${escaped(title)}`, "", "| | | | |", "|---|---|---:|---:|", ...rows].join("\n");
}

/** How many characters a whole bar has. */
const WIDTH = 20;

const drawn = ({ share }: Bar) => "█".repeat(Math.max(1, Math.round(share * WIDTH)));

const percent = ({ share }: Bar) => `${Math.round(share * 100)} %`;

function tableText({ title, columns, rows }: Table, level: number): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    `${"#".repeat(level)} ${escaped(title)}`,
    "",
    line(columns.map((column) => escaped(column.title))),
    `|${columns.map(({ isNumber }) => (isNumber ? "---:" : "---")).join("|")}|`,
    ...rows.map((cells) => line(cells.map(escaped))),
  ].join("\n");
}

/** Makes a text that anybody may have written harmless: it stays in its cell, and means nothing. */
const escaped = (text: string) => text.replaceAll(/\s+/g, " ").replaceAll(/[\\`*_[\]<>|#~]/g, "\\$&");
