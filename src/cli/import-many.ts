/**
 * `import --by`: brings a table of many applicants into a file of them, one a line, which `batch` judges.
 */
import { parseApplicant } from "../check/applicant";
import type { TableSource } from "../import/cell";
import type { ReadTableOptions, TableRead } from "../import/read-table";
import { readTableByApplicant } from "../import/read-table-by-applicant";
import type { Applicant } from "../model/applicant";
import { readReport } from "./import-report";
import { keepValid, losesRows, type Refused, withoutExamples, withUnfinished } from "./import-target";
import type { Io } from "./io";
import { InputError, withIssues } from "./problem";
import { exists, parseJson, readText, shownName } from "./read-json";
import { pageFor, print, shown, wrapped } from "./terminal";
import { writeWhole } from "./write-file";

/** A table of many applicants, and where it goes. */
export interface ManyTarget {
  readonly table: string;
  /** The column that tells whose each row is. */
  readonly by: string;
  /** The file of applicants, one a line. */
  readonly into: string;
  readonly isUnfinished: boolean;
  readonly isDry: boolean;
}

/** Brings a table in. */
export async function bringMany(source: TableSource, how: ReadTableOptions, target: ManyTarget, io: Io): Promise<void> {
  const { table, by, into } = target;
  const everyone = await existingMany(into, io);
  const { read, applicants } = readTableByApplicant(source, { ...how, by });
  if (applicants.size === 0) throw new InputError(nobodyIn(read, shownName(table)));
  // a row that is nobody's may be anybody's
  const isOpen = target.isUnfinished || read.issues.some(({ code }) => code === "no-applicant");
  const refused: Refused[] = [];
  let [added, known, examples] = [0, 0, 0];
  for (const [id, one] of applicants) {
    const own = withoutExamples(one);
    const kept = keepValid(everyone.get(id) ?? { id }, own.read);
    refused.push(...kept.refused);
    [added, known, examples] = [added + kept.added, known + kept.known, examples + own.examples];
    const isUnfinished = isOpen || kept.refused.length > 0 || losesRows(own.read);
    everyone.set(id, withUnfinished(kept.applicant, how.collection, isUnfinished, false));
  }
  const page = pageFor(io.stdout, io);
  print(io.stdout, readReport(shownName(table), read, { examples, refused }, page));
  if (target.isDry) return print(io.stdout, "Nothing was written: --dry-run.\n");
  await writeWhole(into, [...everyone.values()].map((one) => `${JSON.stringify(one)}\n`).join(""));
  const again = known === 0 ? "" : ` ${known} of the table were there already.`;
  const done = `Added ${added} to ${applicants.size} applicants in ${into}, one a line.${again}`;
  print(io.stdout, `${wrapped(done, page)}\n\nNext: endorsement-pathways batch ${into}\n`);
}

/** Says why nothing was read of anybody. */
function nobodyIn({ issues }: Pick<TableRead, "issues">, table: string): string {
  const found = issues.find(({ code }) => code === "no-applicant") ?? issues.find(({ loses }) => loses === "row");
  if (found === undefined) return `${table}: no row tells of anybody`;
  const place = found.heading === undefined ? "" : `${found.heading}: `;
  return `${table}: ${place}${found.message}. ${found.advice}`;
}

/** Reads the file of applicants, each by its id, or begins one. */
async function existingMany(file: string, io: Io): Promise<Map<string, Applicant>> {
  if (!(await exists(file))) return new Map();
  const everyone = new Map<string, Applicant>();
  for (const [index, text] of (await readText(file, io)).split("\n").entries()) {
    if (text.trim() === "") continue;
    const place = `${file}: line ${index + 1}`;
    const json = parseJson(text, place);
    const applicant = withIssues(`${place} is no applicant; mend it first`, () => parseApplicant(json));
    const { id } = applicant;
    if (id === undefined) throw new InputError(`${place} has no id, by which its rows are found; give it one`);
    if (everyone.has(id))
      throw new InputError(`${place} bears the id ${shown(id)} of another line; join them, or give it one of its own`);
    everyone.set(id, applicant);
  }
  return everyone;
}
