/**
 * Writes the report of a batch.
 */
import { extname } from "node:path";
import { emptyCohort } from "../../batch/cohort";
import { cohortReport } from "../../batch/report";
import { reportHtml } from "../../batch/report-html";
import { reportMarkdown } from "../../batch/report-markdown";
import { rulebook, rulesInForce } from "../../verdict/evaluate";
import type { EvaluateOptions } from "../../verdict/options";
import { writeWhole } from "../write-file";
import type { Ran } from "./run";

/** Writes a report in the form that the name of its file asks for. */
export async function writeReport(file: string, ran: Ran, rules: EvaluateOptions): Promise<void> {
  const { association, overlay } = rules;
  const name = (overlay ?? (association === undefined ? undefined : rulebook().associations[association]))?.name;
  const report = cohortReport({
    cohort: ran.cohort ?? emptyCohort(),
    refused: ran.refused,
    rules: rulesInForce(rules),
    ...(name !== undefined && { association: name }),
  });
  const text = extname(file) === ".html" ? reportHtml(report) : reportMarkdown(report);
  await writeWhole(file, text);
}
