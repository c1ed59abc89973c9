/**
 * Writes entries as a table that people can fill in, and that `readTable` reads back as the same entries.
 */
import { agesIn } from "../evidence/ages";
import { type FormField, type FormOptions, formFields } from "../explain/form";
import type { Absence, CollectionName, Collections, Person, Standing, ToldAges } from "../model/applicant";
import { BASE_LANGUAGE, translations } from "../rules/translations";
import { safeText } from "./cell";
import { csvText } from "./csv";
import { checkWriting } from "./given-table";

/** How to write a table. */
export interface WriteTableOptions<C extends CollectionName = CollectionName> extends FormOptions {
  /** The collection of the entries. */
  readonly collection: C;
  /** Who the ids in the entries are: a name is written where it is one person's only. */
  readonly people?: readonly Person[];
}

/**
 * Writes entries as rows of text: a row of headings, and a row for each entry. Words, yes and no are those of the language.
 *
 * A text that begins like a formula is written behind an apostrophe, so that no spreadsheet runs it. An entry that tells
 * nothing has no row. Pure.
 *
 * @category Read and write tables
 * @example
 * tableRows([{ date: "2024-03-14", hours: 1.5 }], { collection: "training" })[1]?.filter(Boolean); //=> ["2024-03-14", "1.5"]
 */
export function tableRows<C extends CollectionName>(
  entries: NonNullable<Collections[C]>,
  options: WriteTableOptions<C>,
): string[][] {
  checkWriting(entries, options);
  const columns = columnsOf(options.collection, options);
  const names = namesOf(options.people ?? []);
  const told: readonly object[] = entries;
  const rows = told.map((entry) =>
    columns.map((field) => safeText(written(Reflect.get(entry, field.name), field, names, options))),
  );
  return [columns.map(({ label }) => label), ...rows.filter((row) => row.some((text) => text !== ""))];
}

/**
 * Writes entries as the text of a CSV file.
 *
 * @category Read and write tables
 */
export const tableCsv = <C extends CollectionName>(
  entries: NonNullable<Collections[C]>,
  options: WriteTableOptions<C>,
): string => csvText(tableRows(entries, options));

/** The columns of a table of a collection. */
export const columnsOf = (collection: CollectionName, options: FormOptions = {}): readonly FormField[] =>
  formFields(options).filter((field) => field.collection?.name === collection);

/** The names that are one person's only, by id. */
function namesOf(people: readonly Person[]): ReadonlyMap<string, string> {
  const ids = new Set(people.map(({ id }) => id.toLowerCase()));
  const counts = new Map<string, number>();
  for (const { name = "" } of people) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    people.flatMap(({ id, name }) =>
      name === undefined || counts.get(name) !== 1 || ids.has(name.toLowerCase()) ? [] : [[id, name] as const],
    ),
  );
}

function written(value: unknown, field: FormField, names: ReadonlyMap<string, string>, options: FormOptions): string {
  if (value === undefined) return "";
  const answers = {
    ...translations[BASE_LANGUAGE]?.answers,
    ...(options.translation ?? translations[options.language ?? BASE_LANGUAGE])?.answers,
  };
  const labelOf = (word: unknown) => field.words?.find((one) => one.value === word)?.label ?? String(word);
  if (Array.isArray(value) && value.length === 0) return answers.none ?? "none";
  switch (field.type) {
    case "boolean":
      return (value === true ? answers.yes : answers.no) ?? String(value);
    case "word":
      return labelOf(value);
    case "words":
      return (value as readonly string[]).map(labelOf).join("; ");
    case "texts":
      return (value as readonly string[]).join("; ");
    case "ages":
      return agesIn(value as ToldAges)
        .map((range) => `${range.join("-")} months`)
        .join("; ");
    case "person":
      return names.get(String(value)) ?? String(value);
    case "standings":
      return (value as readonly Standing[]).map(standing).join("; ");
    case "absences":
      return (value as readonly Absence[]).map(({ start, end }) => (end ? `${start} to ${end}` : start)).join("; ");
    default:
      return String(value);
  }
}

function standing({ category, status, since, until, association }: Standing): string {
  const words = [
    category,
    status,
    since && `since ${since}`,
    until && `until ${until}`,
    association && `by ${association}`,
  ];
  return words.filter(Boolean).join(" ");
}
