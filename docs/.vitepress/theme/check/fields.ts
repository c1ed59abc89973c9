/** Which fields an entry is first asked for, and how entries and what is written into a form are shown. */
import type { Applicant, CollectionName } from "endorsement-pathways";
import { type FormField, fields } from "endorsement-pathways/forms";
import type { ToldFields } from "../../../../src/evidence/told";
import type { Language } from "../../words";
import { inLanguage } from "./in-language";
import { checkWords } from "./words";

/** What one has to say of an entry; whatever else the rules need is asked for later, if it matters. */
const first: Readonly<Record<CollectionName, readonly string[]>> = {
  people: ["name", "degree", "endorsements"],
  education: ["level", "conferred", "field"],
  credentials: ["kind", "awarded"],
  work: ["title", "kind", "paid", "start", "end", "ages"],
  training: ["title", "date", "hours"],
  supervisionReceived: ["start", "end", "hours", "provider"],
  supervisionProvided: ["start", "end", "hours"],
  leadership: ["title", "start", "end"],
  references: ["rater", "roles", "completed"],
  exams: ["category", "part", "taken", "passed"],
  memberships: ["association", "kind", "purchased"],
  attestations: ["kind", "signed"],
  applications: ["pathway", "started"],
  decisions: [],
};

const known = new Map<Language, readonly FormField[]>();

/** Every field, in the language of the page. */
function fieldsIn(language: Language): readonly FormField[] {
  let all = known.get(language);
  if (all === undefined) known.set(language, (all = fields(inLanguage(language))));
  return all;
}

/** Finds a field of an entry. */
const fieldOf = (collection: CollectionName, name: string, language: Language): FormField | undefined =>
  fieldsIn(language).find((field) => field.collection?.name === collection && field.name === name);

/** The fields that an entry of a collection is first asked for. */
export const firstFields = (collection: CollectionName, language: Language): readonly FormField[] =>
  first[collection].flatMap((name) => fieldOf(collection, name, language) ?? []);

/** The collections that a table may hold, with what they are called. */
export function tables(language: Language): readonly { readonly name: CollectionName; readonly label: string }[] {
  const all = fieldsIn(language).flatMap(({ collection }) => collection ?? []);
  const byName = new Map(all.map(({ name, label }) => [name, { name, label }]));
  // what a coordinator decided is no evidence that one has
  byName.delete("decisions");
  return [...byName.values()];
}

/** Whether something was written. */
const isTold = (value: unknown): boolean => value !== undefined && value !== "";

/** What was told of an entry, without what was left empty. */
export const toldOf = (draft: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(draft).filter(([, value]) => isTold(value)));

/** Words an entry in a line: `CDA credential, June 15, 2023`. */
export function entryWords(
  entry: ToldFields,
  collection: CollectionName,
  applicant: Applicant,
  language: Language,
): string {
  const parts = Object.entries(entry).flatMap(([name, value]) => {
    const field = fieldOf(collection, name, language);
    return name === "id" || field === undefined ? [] : [valueWords(field, value, applicant, language)];
  });
  return parts.join(", ");
}

function valueWords(field: FormField, value: unknown, { people = [] }: Applicant, language: Language): string {
  const { label, type, unit, words = [] } = field;
  const say = checkWords[language];
  const named = (word: unknown) => words.find((one) => one.value === word)?.label ?? String(word);
  if (type === "boolean") return `${label}: ${value === true ? say.yes : say.no}`;
  if (type === "person") return people.find(({ id }) => id === value)?.name ?? String(value);
  if (type === "number") return `${String(value)} ${unit ?? label}`;
  if (type === "ages" && Array.isArray(value)) return `${label}: ${value.join("–")}`;
  if (type === "standings" && Array.isArray(value)) return endorsementWords(value, field, say.endorsedNo);
  if (Array.isArray(value)) return value.map(named).join("; ");
  return named(value);
}

function endorsementWords(held: readonly ToldFields[], { fields: own = [] }: FormField, none: string): string {
  const categories = own.find(({ name }) => name === "category")?.words ?? [];
  const words = held.map(({ category }) => categories.find(({ value }) => value === category)?.label ?? category);
  return words.length === 0 ? none : words.join("; ");
}
