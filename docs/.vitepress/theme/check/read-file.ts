/** Files that people have: what they saved here, and tables. */
import type { Applicant, CollectionName } from "endorsement-pathways";
import { decodeTable, intoApplicant, readTable, type TableSource } from "endorsement-pathways/import";
import { messageOf } from "../../../../src/base/errors";
import { readApplicant } from "./read-applicant";

/** What became of a file. */
export type FileRead =
  | { readonly kind: "applicant"; readonly applicant: Applicant }
  | {
      readonly kind: "table";
      readonly applicant: Applicant;
      readonly added: number;
      readonly known: number;
      readonly issues: readonly string[];
      readonly guesses: readonly string[];
    }
  | { readonly kind: "broken"; readonly issues: readonly string[] };

/** Reads a file into what was told; what it does not say is kept. */
export async function readInto(applicant: Applicant, file: File, collection: CollectionName): Promise<FileRead> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    if (/\.json$/i.test(file.name)) return readJson(decodeTable(bytes));
    if (/\.xlsx$/i.test(file.name)) return intoTable(applicant, await firstSheet(bytes), collection);
    return intoTable(applicant, decodeTable(bytes), collection);
  } catch (error) {
    return { kind: "broken", issues: [messageOf(error)] };
  }
}

function readJson(text: string): FileRead {
  const parsed = readApplicant(JSON.parse(text));
  if (parsed.success) return { kind: "applicant", applicant: parsed.data };
  return { kind: "broken", issues: parsed.issues.map(({ pointer, message }) => `${pointer || "/"}: ${message}`) };
}

async function firstSheet(bytes: Uint8Array): Promise<TableSource> {
  // spreadsheets are rare, and what reads them is heavy
  const { readWorkbook } = await import("endorsement-pathways/import-xlsx");
  const [sheet] = await readWorkbook(bytes);
  return sheet?.rows ?? [];
}

function intoTable(before: Applicant, source: TableSource, collection: CollectionName): FileRead {
  const read = readTable(source, { collection, people: before.people ?? [] });
  const issues = read.issues.map((one) => one.message);
  if (read.entries.length === 0) return { kind: "broken", issues };
  const { applicant, added, known } = intoApplicant(before, read);
  return { kind: "table", applicant, added, known, issues, guesses: read.guesses.map((one) => one.message) };
}
