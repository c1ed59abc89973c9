/**
 * People as tables name them: `Maria Lopez, LCSW`, `Lopez, Maria`, `M. Lopez`, `ML`. Who is the same gets one id.
 */
import { withoutAccents } from "../base/letters";
import type { Person, PersonId } from "../model/applicant";

/** What a table says of someone. */
export type PersonDraft = { -readonly [K in keyof Person]: Person[K] };

/** Someone who was found under a name. */
export interface PersonFound {
  /** The id. */
  readonly id: PersonId;
  /** The name of the person whom a shorter form was taken for; absent where the name itself is known or new. */
  readonly takenFor?: string;
}

/** Finds people by the names in a table. */
export interface PeopleReader {
  /** Finds someone, or nobody where the text names several people or none. */
  readonly find: (text: string) => PersonFound | "several" | undefined;
  /** Everyone who was found, and what is known of them. */
  readonly found: () => readonly PersonDraft[];
  /** What is known of someone. */
  readonly person: (id: PersonId) => PersonDraft | undefined;
}

const TITLE = /^(?:dr|mr|mrs|ms|miss|mx|prof|sra|sr|srta|dra)\.?\s+/i;
/** What stands behind a name: `LCSW`, `OTR/L`, `IMH-E®`, `PhD`, `M.Ed.`. */
const CREDENTIALS = [
  /^[A-Z0-9®().,/\s-]*[A-Z][A-Z0-9®().,/\s-]*[A-Z][A-Z0-9®().,/\s-]*$/,
  /^(?:EC|I)MH-E\b/i,
  /^[A-Z][a-z]{0,3}[A-Z][A-Za-z]*$/,
  /^(?:ph\.?\s?d|m\.?d|ed\.?d|psy\.?d|m\.?ed|m\.?s\.?w|m\.?a|m\.?s|b\.?a|b\.?s|r\.?n|jr|sr|ii|iii)\.?$/i,
];
const INITIALS = /^[A-Z](?:\.?\s?[A-Z]){1,2}\.?$/;

/** A name without titles and credentials, first name first. */
export function plainName(text: string): string {
  const [first = "", ...parts] = text
    .replace(/\([^)]*\)/g, " ")
    .split(",")
    .map((part) => part.replace(/\s+/g, " ").trim())
    .filter((part) => part !== "");
  const rest = parts.filter((part) => !isCredential(part));
  // "Lopez, Maria" has one part behind the comma, and it is no credential
  const isReversed = rest.length === 1 && !first.includes(" ");
  const name = isReversed ? `${rest[0]} ${first}` : first;
  return withoutCredentials(name.replace(TITLE, "").trim());
}

const isCredential = (part: string) => CREDENTIALS.some((pattern) => pattern.test(part.trim()));

/** `Maria Lopez LCSW` is `Maria Lopez`. */
function withoutCredentials(name: string): string {
  const words = name.split(" ");
  while (words.length > 2 && isCredential(words.at(-1) ?? "")) words.pop();
  return words.join(" ");
}

/** Small letters without accents and points. */
const key = (name: string) => withoutAccents(name).replace(/[.]/g, " ").replace(/\s+/g, " ").trim();

const SEVERAL = /\s*(?:;|&|\/|\n|\s+and\s+|\s+y\s+|\+)\s*/i;

/** Whether a text names several people. */
function namesSeveral(text: string): boolean {
  const parts = text.split(SEVERAL).filter((part) => /\p{L}{2}/u.test(part) && !isCredential(part.trim()));
  if (parts.length > 1) return true;
  const full = text
    .split(",")
    .filter((part) => /^\s*\p{L}[\p{L}'’-]+\s+\p{L}[\p{L}'’-]+/u.test(part) && !isCredential(part.trim()));
  return full.length > 1;
}

/**
 * Makes the reader of people.
 *
 * @param known - People who are told already; their ids stay.
 * @param names - Every name in the table: initials are looked for among all of them, whichever row they stand in.
 */
export function peopleReader(known: readonly Person[], names: readonly string[]): PeopleReader {
  const people = new Map<PersonId, PersonDraft>(known.map((person) => [person.id, { ...person }]));
  const byName = new Map<string, PersonId>();
  const used = new Set<PersonId>();
  for (const { id } of known) {
    byName.set(key(id), id);
    byName.set(key(id.replaceAll("-", " ")), id);
  }
  // a name is better known than an id that looks like one
  for (const { id, name } of known) if (name !== undefined) byName.set(key(plainName(name)), id);

  const add = (text: string, name: string) => {
    const id = freeId(name, people);
    const told = text.replace(/\s+/g, " ").trim();
    people.set(id, { id, name: told });
    byName.set(key(name), id);
  };
  const forms = [...new Set(names)].filter((text) => text !== "" && !namesSeveral(text));
  // full names first, so that short ones find them
  for (const text of forms)
    if (isFull(plainName(text)) && !byName.has(key(plainName(text)))) add(text, plainName(text));
  const short = new Map<string, PersonFound>();
  for (const text of forms) {
    const name = plainName(text);
    if (byName.has(key(name)) || short.has(key(name)) || !/\p{L}/u.test(name)) continue;
    const same = sameAs(name, [...people.values()]);
    if (same === undefined) add(text, name);
    else short.set(key(name), { id: same.id, takenFor: same.name ?? same.id });
  }

  const find: PeopleReader["find"] = (text) => {
    if (namesSeveral(text)) return "several";
    const name = key(plainName(text));
    const id = byName.get(name) ?? byName.get(key(text));
    const found = id === undefined ? short.get(name) : { id };
    if (found !== undefined) used.add(found.id);
    return found;
  };
  return {
    find,
    found: () => [...used].flatMap((id) => people.get(id) ?? []),
    person: (id) => people.get(id),
  };
}

const isFull = (name: string) => /^\p{L}[\p{L}'’-]+(?:\s+\p{L}\.?)?\s+\p{L}[\p{L}'’-]+/u.test(name);

/** The one person whom initials, a first name or a last name can stand for. */
function sameAs(name: string, people: readonly PersonDraft[]): PersonDraft | undefined {
  const fits = people.filter((person) => {
    const parts = key(plainName(person.name ?? person.id.replaceAll("-", " "))).split(" ");
    return parts.length > 1 && standsFor(name, parts);
  });
  return fits.length === 1 ? fits[0] : undefined;
}

function standsFor(name: string, parts: readonly string[]): boolean {
  const [first = "", last = ""] = [parts[0], parts.at(-1)];
  if (INITIALS.test(name)) {
    const letters = name.toLowerCase().replace(/[^a-z]/g, "");
    return letters === first.slice(0, 1) + last.slice(0, 1) || letters === parts.map((part) => part[0]).join("");
  }
  const words = key(name).split(" ");
  if (words.length === 1) return words[0] === first || words[0] === last;
  // "M. Lopez", "Maria L."
  const [head = "", tail = ""] = [words[0], words.at(-1)];
  const fitsTo = (short: string, long: string) => short === long || (short.length === 1 && long.startsWith(short));
  return fitsTo(head, first) && fitsTo(tail, last);
}

/** Makes an id of a name that nobody else has. */
function freeId(name: string, people: ReadonlyMap<PersonId, unknown>): PersonId {
  const plain =
    key(name)
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "") || "person";
  let id = plain;
  for (let number = 2; people.has(id); number++) id = `${plain}-${number}`;
  return id;
}
