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
import { InputError, issuesIn } from "./problem";
import { exists, readInput, shownName } from "./read-json";
import { pageFor, print, wrapped } from "./terminal";
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
function nobodyIn({ issues }: Pick<TableRead, "issues">, shown: string): string {
  const found = issues.find(({ code }) => code === "no-applicant") ?? issues.find(({ loses }) => loses === "row");
  if (found === undefined) return `${shown}: no row tells of anybody`;
  const place = found.heading === undefined ? "" : `${found.heading}: `;
  return `${shown}: ${place}${found.message}. ${found.advice}`;
}

/** Reads the file of applicants, each by its id, or begins one. */
async function existingMany(file: string, io: Io): Promise<Map<string, Applicant>> {
  if (!(await exists(file))) return new Map();
  const lines = new TextDecoder().decode(await readInput(file, io)).split("\n");
  const told = lines.flatMap((text, index) => (text.trim() === "" ? [] : [{ text, line: index + 1 }]));
  return new Map(told.map(({ text, line }) => idOf(readLine(text, line, file), line, file)));
}

function readLine(text: string, line: number, file: string): Applicant {
  try {
    return parseApplicant(JSON.parse(text) as unknown);
  } catch (error) {
    const issues = issuesIn(error);
    if (issues === undefined && !(error instanceof SyntaxError)) throw error;
    throw new InputError(`${file}: line ${line} is no applicant; mend it first`, issues ?? []);
  }
}

function idOf(applicant: Applicant, line: number, file: string): readonly [id: string, applicant: Applicant] {
  if (applicant.id !== undefined) return [applicant.id, applicant];
  throw new InputError(`${file}: the applicant of line ${line} has no id, by which its rows are found; give it one`);
}
