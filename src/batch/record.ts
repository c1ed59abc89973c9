/**
 * Writes a verdict as a record of a batch: a line of JSON, or rows of a table.
 */
import type { Detail, PathwayStatuses, PathwayVerdict } from "../model/verdict";
import type { Judgment } from "./judge-one";

/** How verdicts are written: as lines of JSON, as a table with a row for each pathway, or not at all. */
export const formats = ["jsonl", "csv", "none"] as const;
/** How verdicts are written. */
export type Format = (typeof formats)[number];

/** Writes a record, with the end of its line. */
export function writtenRecord({ id, verdict }: Judgment<Detail>, line: number, format: Format): string {
  if (format === "none") return "";
  if (format === "jsonl") return `${JSON.stringify({ line, ...(id !== undefined && { id }), verdict })}\n`;
  const rows = verdict.detail === "status" ? verdict.pathways.map(stateCells) : verdict.pathways.map(cellsOf);
  return rows.map((cells) => rowOf([String(line), id ?? "", ...cells])).join("");
}

const COLUMNS = [
  "line",
  "id",
  "pathway",
  "status",
  "experience",
  "application",
  "exam",
  "met",
  "required",
  "missing",
] as const;

/** What stands before the first record. */
export const headOf = (format: Format): string => (format === "csv" ? rowOf(COLUMNS) : "");

/** The cells of states alone: how much is missing is not known. */
const stateCells = (states: PathwayStatuses): string[] => [...headCells(states), "", "", ""];

const headCells = ({ pathway, status, stages }: Pick<PathwayStatuses, "pathway" | "status" | "stages">) => [
  pathway,
  status,
  stages.experience,
  stages.application,
  stages.exam,
];

function cellsOf(verdict: PathwayVerdict): string[] {
  const { requirements, gaps } = verdict;
  const required = requirements.filter(({ obligation = "required" }) => obligation === "required");
  const met = required.filter((one) => one.status === "met").length;
  const missing = gaps.map(({ requirement, amount, unit }) => `${requirement}: ${amount} ${unit}`);
  return [...headCells(verdict), String(met), String(required.length), missing.join("; ")];
}

const rowOf = (cells: readonly string[]) => `${cells.map(cellOf).join(",")}\r\n`;

/** Quotes a cell. A spreadsheet would calculate what begins like a formula, and an id may begin as it likes. */
function cellOf(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
