/**
 * The file into which a table is brought: what it says, and what may be added to it.
 */
import { canonical } from "../base/canonical";
import { ApplicantError } from "../base/errors";
import { nth } from "../base/lists";
import { readPointer } from "../base/pointer";
import { parseApplicant } from "../check/applicant";
import { exampleEntries, examplePeople } from "../import/example-entries";
import { intoApplicant } from "../import/into-applicant";
import type { TableRead } from "../import/read-table";
import type { Applicant, CollectionName } from "../model/applicant";
import type { Io } from "./io";
import { InputError, placeAt } from "./problem";
import { exists, readJson } from "./read-json";

/** Reads the file, or begins one. */
export async function existing(file: string, io: Io): Promise<Applicant> {
  return (await exists(file)) ? readJson(file, io, "applicant", parseApplicant) : {};
}

/** What was read, without some of its entries. */
function without(read: TableRead, isLeftOut: (index: number) => boolean): TableRead {
  const kept = read.rows.map((_, index) => index).filter((index) => !isLeftOut(index));
  const entries = kept.map((index) => read.entries[index]) as unknown as TableRead["entries"];
  return { ...read, entries, rows: kept.map((index) => nth(read.rows, index)) };
}

/** Leaves out the example rows of a template. */
export function withoutExamples(read: TableRead): { readonly read: TableRead; readonly examples: number } {
  const examples = new Set(exampleEntries[read.collection].map(canonical));
  const isExample = read.entries.map((entry) => examples.has(canonical(entry)));
  const ids = new Set(examplePeople.map(({ id }) => id));
  const own = without(read, (index) => isExample[index] === true);
  const named = JSON.stringify(own.entries);
  const people = own.people.filter(
    ({ id, name = "" }) => !(ids.has(id) || name.startsWith("Example: ")) || named.includes(JSON.stringify(id)),
  );
  return { read: { ...own, people }, examples: isExample.filter(Boolean).length };
}

/** An entry that is not valid, and why. */
export interface Refused {
  readonly row: number;
  readonly message: string;
}

/** An applicant with what was read, as far as it is valid. */
export interface Kept {
  readonly applicant: Applicant;
  readonly added: number;
  readonly known: number;
  readonly refused: readonly Refused[];
}

/** Adds what was read, and leaves out what would not be valid. */
export function keepValid(before: Applicant, read: TableRead): Kept {
  const refused = refusedIn(before, read);
  const rows = new Map(refused.map(({ index, message }) => [index, message]));
  const own = without(read, (index) => rows.has(index));
  const { applicant, added, known } = intoApplicant(before, own);
  try {
    // a copy in the order in which it was told: what is written must be what was read
    parseApplicant(JSON.parse(JSON.stringify(applicant)));
  } catch (error) {
    if (!(error instanceof ApplicantError)) throw error;
    throw new InputError(
      "the table cannot be brought in",
      error.issues.map(({ pointer, message }) => ({ at: placeAt(pointer), message })),
    );
  }
  return {
    applicant,
    added,
    known,
    refused: refused.map(({ index, message }) => ({ row: nth(read.rows, index), message })),
  };
}

/** Finds the entries that are not valid by themselves. */
function refusedIn(before: Applicant, read: TableRead): { readonly index: number; readonly message: string }[] {
  const people = [...(before.people ?? []), ...read.people];
  const alone =
    read.collection === "people" ? {} : { people: [...new Map(people.map((one) => [one.id, one])).values()] };
  try {
    parseApplicant(JSON.parse(JSON.stringify({ ...alone, [read.collection]: read.entries })));
    return [];
  } catch (error) {
    if (!(error instanceof ApplicantError)) throw error;
    const found = new Map<number, string>();
    for (const { pointer, message } of error.issues) {
      const [collection, index, ...field] = readPointer(pointer);
      if (collection === read.collection && !found.has(Number(index))) {
        found.set(Number(index), `${field.join("/")}: ${message}`);
      }
    }
    return [...found].map(([index, message]) => ({ index, message }));
  }
}

/** Rows that are left out without any loss. */
const HARMLESS: ReadonlySet<string> = new Set([
  "above-headings",
  "headings-again",
  "total",
  "year-heading",
  "canceled",
]);

/** Whether a table tells more than was read of it. */
export const losesRows = ({ issues }: Pick<TableRead, "issues">): boolean =>
  issues.some(({ code, loses }) => loses === "row" && !HARMLESS.has(code));

/** Says whether there is more to tell in a list than the file tells. */
export function withUnfinished(
  applicant: Applicant,
  collection: CollectionName,
  isUnfinished: boolean,
  isComplete: boolean,
): Applicant {
  const others = (applicant.unfinished ?? []).filter((name) => name !== collection);
  const was = applicant.unfinished?.includes(collection) ?? false;
  const unfinished = isUnfinished || (was && !isComplete) ? [...others, collection] : others;
  const { unfinished: _, ...rest } = applicant;
  return unfinished.length === 0 ? rest : { ...rest, unfinished };
}
