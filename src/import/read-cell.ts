/**
 * Reads one cell as the field that its column is taken for.
 */
import { readWrittenAges } from "../base/written/ages";
import { readWrittenAnswer } from "../base/written/answer";
import { type DayFound, readWrittenDay } from "../base/written/day";
import { readWrittenAssociation, readWrittenPlace } from "../base/written/place";
import { readWrittenSpan } from "../base/written/span";
import type { Field, FieldType } from "../evidence/field";
import { ASSOCIATION, PLACE } from "../evidence/fields";
import { categories } from "../model/applicant";
import type { Cell } from "./cell";
import {
  type CellContext,
  cellFails,
  cellTells,
  type FieldTarget,
  isBlank,
  quotedCell,
  TELLS_NOTHING,
} from "./cell-read";
import type { CellGuess, CellRead } from "./finding";
import { readDayCell } from "./read-day-cell";
import { readNumberCell } from "./read-number-cell";
import { readWordCell, readWordsCell, vocabularyReader } from "./read-word-cell";
import { plainWords } from "./wording";
import { isNone } from "./words";

/** Types of field whose value may be a list of nothing. */
const LISTS: ReadonlySet<FieldType> = new Set(["words", "standings", "texts", "absences"]);

/** Reads a cell; `raw` is what stood there, `text` is that as text. */
export function readCell(target: FieldTarget, field: Field, raw: Cell, text: string, context: CellContext): CellRead {
  const name = target.field;
  if (field.type === "text") return text === "" ? TELLS_NOTHING : cellTells(name, text);
  if (LISTS.has(field.type) && isNone(text)) return cellTells(name, []);
  if (isBlank(text)) return TELLS_NOTHING;
  switch (field.type) {
    case "day":
      return readDayCell(name, field, raw, text, context);
    case "number":
      return readNumberCell(target, field, text, context);
    case "boolean":
      return readBoolean(name, text, context);
    case "word":
      return readWordCell(name, field, text, context);
    case "words":
      return readWordsCell(name, field, text, context);
    case "ages":
      return readAges(target, text);
    case "person":
      return readPerson(name, text, context);
    case "association":
      return readCode(name, ASSOCIATION.test(text) ? [text] : readWrittenAssociation(text), text, "us-wa");
    case "place":
      return readCode(name, PLACE.test(text) ? [text] : readWrittenPlace(text), text, "US-WA");
    case "texts":
      return cellTells(
        name,
        text.split(/\s*;\s*/).filter((part) => part !== ""),
      );
    case "standings":
      return readStandings(name, text, context);
    case "absences":
      return readAbsences(name, text, context);
  }
}

/** A place or an association: of several that a text may mean none is taken. */
function readCode(name: string, found: readonly string[], text: string, example: string): CellRead {
  const [only, ...more] = found;
  if (only === undefined)
    return cellFails("unreadable", `${quotedCell(text)} is not known`, `Write its code, such as ${example}.`);
  if (more.length === 0) return cellTells(name, only);
  return cellFails("unreadable", `${quotedCell(text)} may be ${found.join(" or ")}`, "Write which of them.");
}

function readBoolean(name: string, text: string, { headings }: CellContext): CellRead {
  const { yes = [], no = [] } = headings.answers[name] ?? {};
  const plain = plainWords(text);
  if (yes.some((one) => plainWords(one) === plain)) return cellTells(name, true);
  if (no.some((one) => plainWords(one) === plain)) return cellTells(name, false);
  const answer = readWrittenAnswer(text);
  return answer === undefined
    ? cellFails("unreadable", `${quotedCell(text)} is neither yes nor no`, "Write yes or no.")
    : cellTells(name, answer);
}

const AGES: CellGuess = { code: "ages", message: "whether ages are months or years is worked out from their size" };

function readAges({ field: name, unit }: FieldTarget, text: string): CellRead {
  const known = unit === "months" || unit === "years" ? unit : undefined;
  const found = text.split(/\s*;\s*/).map((part) => readWrittenAges(part, known));
  if (!found.every((one) => one !== undefined)) {
    return cellFails("unreadable", `${quotedCell(text)} are no ages`, "Write ages such as 0-36 months.");
  }
  const ranges = found.flatMap(({ ages }) => (ages === undefined ? [] : [ages]));
  return {
    sets: {
      ...(ranges.length > 0 && { [name]: ranges.length === 1 ? ranges[0] : ranges }),
      ...(found.some(({ prenatal }) => prenatal) && { prenatal: true }),
    },
    guesses: found.some(({ guessed }) => guessed) ? [AGES] : [],
  };
}

/** Reads spans in which work did not go on: `2020-03-01 to 2020-06-30; 2022`. */
function readAbsences(name: string, text: string, context: CellContext): CellRead {
  const absences: object[] = [];
  for (const part of text.split(/\s*[;\n]\s*/).filter((one) => one !== "")) {
    const { start, end } = readWrittenSpan(part, context) ?? { start: readWrittenDay(part, context), end: "present" };
    const last = end === "present" ? undefined : end;
    if (start === undefined || !("day" in start) || (last !== undefined && !("day" in last))) {
      return cellFails("unreadable", `${quotedCell(part)} is no span`, "Write it as 2020-03-01 to 2020-06-30.");
    }
    absences.push({ start: start.day, ...(last && { end: last.day }) });
  }
  return cellTells(name, absences);
}

function readPerson(name: string, text: string, { people }: CellContext): CellRead {
  const found = people.find(text);
  if (found === "several") {
    return cellFails(
      "several-people",
      `${quotedCell(text)} names several people`,
      `Name the one ${name} of these hours.`,
    );
  }
  if (found === undefined) return cellFails("unreadable", `${quotedCell(text)} is no name`, "Write the name.");
  const { id, takenFor } = found;
  const message = `${quotedCell(text)} is taken for ${takenFor}`;
  return cellTells(name, id, ...(takenFor === undefined ? [] : [{ code: "same-person" as const, message }]));
}

const STANDING =
  /^(.+?)(?:\s+\(?(emerging|full)\)?)?(?:\s+(?:since|from)\s+(\S+))?(?:\s+(?:until|to)\s+(\S+))?(?:\s+by\s+(\S+))?$/i;

/** Reads endorsements: `IMHS since 2019-05-01; ERS emerging`. */
export function readStandings(name: string, text: string, context: CellContext): CellRead {
  const parts = text.split(/\s*[;,\n]\s*/).filter((part) => part !== "");
  const standings: object[] = [];
  for (const part of parts) {
    const [, word = "", status, since, until, by = ""] = STANDING.exec(part) ?? [];
    const category = vocabularyReader(categories, context).one(word);
    const [from, to] = [since, until].map((day) => (day === undefined ? undefined : readWrittenDay(day, context)));
    if (category === undefined || category.near || isUnsure(since, from) || isUnsure(until, to)) {
      return cellFails(
        "unknown-word",
        `${quotedCell(part)} is no endorsement`,
        "Write it by its letters, such as IMHS.",
      );
    }
    standings.push({
      category: category.word,
      ...(status && { status: status.toLowerCase() }),
      ...(from && "day" in from && { since: from.day }),
      ...(to && "day" in to && { until: to.day }),
      ...(ASSOCIATION.test(by) && { association: by }),
    });
  }
  return cellTells(name, standings);
}

const isUnsure = (text: string | undefined, day: DayFound | undefined) =>
  text !== undefined && (day === undefined || !("day" in day));
