/**
 * Suggestions for words that were mistyped. Only what is plausible is suggested: a wrong guess costs more than a list.
 */
import { distance } from "fastest-levenshtein";
import { nth } from "./lists";

/** A word as it is compared. */
interface Form {
  readonly word: string;
  /** Its parts in small letters: `supervisionReceived` and `supervision_received` are the same. */
  readonly parts: readonly string[];
  /** The parts joined. */
  readonly letters: string;
}

/** Longer texts are no words. */
const LONGEST = 60;
/** More words than these that are equally near are no suggestion. */
const MOST = 3;
/** Parts up to this length are codes, such as that of a state: one letter off is another code. */
const CODE = 3;

function formOf(word: string): Form {
  const parts = word
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, "-")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== "");
  return { word, parts, letters: parts.join("") };
}

/**
 * Finds the words that were most likely meant.
 *
 * @param word - The word that is not known.
 * @param known - The words that are.
 * @returns The nearest ones, three at most; none where none is near.
 * @example
 * nearest("employement", ["employment", "internship"]); //=> ["employment"]
 * nearest("supervisor", ["current-supervisor", "former-supervisor", "supervisee"]);
 * //=> ["current-supervisor", "former-supervisor"]
 * nearest("us-oh", ["us-ok", "us-or"]); //=> []
 */
export function nearest(word: string, known: readonly string[]): readonly string[] {
  return word.length > LONGEST ? [] : nearestForm(formOf(word), formsOf(known));
}

/** Vocabularies as they are compared: the same few are asked again and again. */
const vocabularies = new WeakMap<readonly string[], readonly Form[]>();

function formsOf(known: readonly string[]): readonly Form[] {
  let forms = vocabularies.get(known);
  if (forms === undefined) {
    forms = known.filter((one) => one.length <= LONGEST).map(formOf);
    vocabularies.set(known, forms);
  }
  return forms;
}

function nearestForm(word: Form, known: readonly Form[]): readonly string[] {
  if (word.letters === "") return [];
  const found = firstOf(
    known.filter(({ letters }) => letters === word.letters),
    known.filter((one) => isPart(word, one) || isPart(one, word)),
    closest(word, known),
    known.filter(({ letters }) => word.letters.length > CODE && letters.startsWith(word.letters)),
  );
  return found.length > MOST ? [] : [...new Set(found.map((one) => one.word))];
}

const firstOf = (...lists: readonly (readonly Form[])[]) => lists.find((list) => list.length > 0) ?? [];

/** Whether one is a whole part of another, such as the supervisor of the current-supervisor. */
const isPart = (one: Form, { parts }: Form) =>
  one.letters.length > CODE && one.parts.length === 1 && parts.length > 1 && parts.includes(one.letters);

/** The words with the fewest letters to change, if so few are plausible. */
function closest(word: Form, known: readonly Form[]): Form[] {
  let least = Infinity;
  let found: Form[] = [];
  for (const one of known) {
    const steps = stepsTo(word, one);
    if (steps > least) continue;
    if (steps < least) found = [];
    least = steps;
    found.push(one);
  }
  return least === Infinity ? [] : found;
}

/** How many letters differ; ∞ where that is more than a slip. */
function stepsTo(word: Form, one: Form): number {
  const longest = Math.max(word.letters.length, one.letters.length);
  const most = Math.min(3, Math.floor(longest / 2.5));
  if (longest <= CODE || Math.abs(word.letters.length - one.letters.length) > most || hasOtherCode(word, one)) {
    return Infinity;
  }
  const steps = isSwapped(word.letters, one.letters) ? 1 : distance(word.letters, one.letters);
  // two letters of a short word are half of it: its beginning must be right
  const isSlip = steps <= 1 || (steps <= most && word.letters[0] === one.letters[0]);
  return isSlip ? steps : Infinity;
}

/** Whether two letters next to each other changed places. */
function isSwapped(word: string, one: string): boolean {
  if (word.length !== one.length) return false;
  let at = 0;
  while (at < word.length && word[at] === one[at]) at++;
  return word[at] === one[at + 1] && word[at + 1] === one[at] && word.slice(at + 2) === one.slice(at + 2);
}

function hasOtherCode({ parts }: Form, { parts: others }: Form): boolean {
  if (parts.length !== others.length || parts.length === 1) return false;
  return parts.some((part, index) => {
    const other = nth(others, index);
    return part !== other && Math.max(part.length, other.length) <= CODE;
  });
}

/** Words the question, if there is anything to ask. */
export function didYouMean(word: unknown, known: readonly string[]): string | undefined {
  return typeof word === "string" ? asked(nearest(word, known)) : undefined;
}

function asked(words: readonly string[]): string | undefined {
  return words.length === 0 ? undefined : `did you mean ${words.map((one) => JSON.stringify(one)).join(" or ")}?`;
}

/** Comparisons before nothing more is suggested: whoever mistyped so many words has another list. */
const MOST_COMPARISONS = 200_000;

/** Suggestions from one long list for many words: each word is compared once, and many are too many. */
export class Suggestions {
  private readonly known = new Map<string, string | undefined>();
  private forms: readonly Form[] | undefined;
  private left = MOST_COMPARISONS;

  /** @param list - Gives the words that are known, once they are needed. */
  constructor(private readonly list: () => readonly string[]) {}

  /** Words the question, if there is anything to ask. */
  didYouMean(word: string): string | undefined {
    if (word.length > LONGEST || this.left <= 0) return undefined;
    if (this.known.has(word)) return this.known.get(word);
    this.forms ??= formsOf(this.list());
    this.left -= this.forms.length;
    const question = asked(nearestForm(formOf(word), this.forms));
    this.known.set(word, question);
    return question;
  }
}
