/**
 * Writes a report as a page of HTML that needs nothing else: it can be sent, printed, and read on a phone.
 */
import { escapedHtml } from "../base/html";
import type { Bar, Chart, CohortReport, PathwayReport, Table } from "./report";

/** Writes a report. */
export function reportHtml({ title, opening, overview, pathways }: CohortReport): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapedHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapedHtml(title)}</h1>
${opening.map((line) => `<p>${escapedHtml(line)}</p>`).join("\n")}
${tableText(overview, 2)}
${pathways.map(pathwayText).join("\n")}
</body>
</html>
`;
}

const STYLE = `
:root { color-scheme: light dark; --bar: #3b6ea8; --line: #8886; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }
h2 { margin-top: 3rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.chart { width: 40%; min-width: 6rem; }
.bar { display: block; height: 1rem; margin-top: 0.25rem; min-width: 2px; background: var(--bar); print-color-adjust: exact; }
@media print { h2 { break-before: page; } }
`;

function pathwayText({ id, title, charts, nearest }: PathwayReport): string {
  const parts = [
    `<h2>${escapedHtml(title)}</h2>`,
    ...charts.map(chartText),
    ...(nearest ? [tableText(nearest, 3)] : []),
  ];
  return `<section id="${escapedHtml(id)}">\n${parts.join("\n")}\n</section>`;
}

function chartText({ title, bars }: Chart): string {
  return `<h3>${escapedHtml(title)}</h3>\n<div class="scroll"><table>\n${bars.map(barText).join("\n")}\n</table></div>`;
}

function barText({ label, count, share }: Bar): string {
  const percent = Math.round(share * 1000) / 10;
  const bar = `<td class="chart"><span class="bar" style="width: ${percent}%"></span></td>`;
  return `<tr><th scope="row">${escapedHtml(label)}</th>${bar}<td class="number">${count}</td><td class="number">${Math.round(percent)} %</td></tr>`;
}

function tableText({ title, columns, rows }: Table, level: number): string {
  const kind = (at: number) => (columns[at]?.isNumber ? ' class="number"' : "");
  const heads = columns.map((column, at) => `<th scope="col"${kind(at)}>${escapedHtml(column.title)}</th>`);
  const lines = rows.map(
    (cells) => `<tr>${cells.map((cell, at) => `<td${kind(at)}>${escapedHtml(cell)}</td>`).join("")}</tr>`,
  );
  return `<h${level}>${escapedHtml(title)}</h${level}>
<div class="scroll"><table>
<thead><tr>${heads.join("")}</tr></thead>
<tbody>
${lines.join("\n")}
</tbody>
</table></div>`;
}
