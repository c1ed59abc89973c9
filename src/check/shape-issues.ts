/**
 * Says what is wrong with the shape of rules. Of a union, only the branch that was meant is told.
 */
import type * as z from "zod";
import type { RulebookIssueCode } from "../base/errors";
import { nearest } from "../base/nearest";
import { escapeKey, readPointer, writtenPointer } from "../base/pointer";
import { isObject } from "../base/records";
import { operators } from "../model/operators";
import { quote, type Report, suggest } from "./report";
import { rightForm } from "./right-form";
import { keysAt } from "./shape-keys";

type Issue = z.core.$ZodIssue;

/** Why some keys of other rule engines are refused in a condition. */
const FORBIDDEN: ReadonlyMap<string, string> = new Map([
  ["priority", "all conditions are judged, so there is no priority; leave it out"],
  ["path", "facts are named in full, so there is no path; leave it out"],
  ["name", "a leaf has no name; give the route or a named condition a title"],
]);

/** Where that stands which one looks for in an association's own file. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ["otherwise", "where everybody else applies stands in rules/places.json, for all associations; leave it out"],
  ["scholarships", 'help with the cost is told in "process", with "kind": "help-with-cost"; write it there'],
]);

/** What people call the keys of a span of days. */
const SPAN: ReadonlyMap<string, string> = new Map([
  ["since", "from"],
  ["start", "from"],
  ["until", "to"],
  ["end", "to"],
]);

const isCondition = (value: unknown) =>
  isObject(value) && ["fact", "all", "any", "not", "condition"].some((key) => Object.hasOwn(value, key));

/** How signs are written here. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  [">=", 'write "greaterThanInclusive", or "onOrAfter" of days'],
  [">", 'write "greaterThan", or "after" of days'],
  ["<=", 'write "lessThanInclusive", or "onOrBefore" of days'],
  ["<", 'write "lessThan", or "before" of days'],
  ["=", 'write "equal"'],
  ["==", 'write "equal"'],
  ["!=", 'write "notEqual"'],
]);

/** What JSON calls the types of zod. */
const TYPES: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "an object",
  record: "an object",
};

/** To whom issues are told, and the shape that the whole of the value should have. */
interface Telling {
  readonly report: Report;
  readonly schema: z.core.$ZodType;
}

/** Reports every issue that zod found in a value. */
export const reportIssues = (issues: readonly Issue[], value: unknown, schema: z.core.$ZodType, report: Report): void =>
  tellIssues(issues, value, "", { report, schema });

function tellIssues(issues: readonly Issue[], value: unknown, pointer: string, to: Telling): void {
  const missing = missingKeys(issues, value);
  for (const found of issues) {
    const path = writtenPointer(found.path);
    const inside = valueAt(value, found.path);
    if (found.code === "unrecognized_keys") {
      reportUnknown(found.keys, missing.get(path) ?? [], inside, `${pointer}${path}`, to);
    } else reportIssue(found, inside, `${pointer}${path}`, to);
  }
}

const valueAt = (value: unknown, path: readonly PropertyKey[]) =>
  path.reduce<unknown>(
    (one, key) => (typeof one === "object" && one !== null ? Reflect.get(one, key) : undefined),
    value,
  );

/** The keys that are missing, by the place of the object that lacks them. */
function missingKeys(issues: readonly Issue[], value: unknown): ReadonlyMap<string, readonly string[]> {
  const missing = new Map<string, string[]>();
  for (const { path } of issues) {
    if (path.length === 0 || valueAt(value, path) !== undefined) continue;
    const place = writtenPointer(path.slice(0, -1));
    const keys = missing.get(place) ?? [];
    missing.set(place, keys);
    keys.push(String(path.at(-1)));
  }
  return missing;
}

function reportUnknown(
  keys: readonly string[],
  missing: readonly string[],
  value: unknown,
  pointer: string,
  { report, schema }: Telling,
): void {
  const all = keysAt(schema, readPointer(pointer));
  const known = all.filter((key) => !(isObject(value) && Object.hasOwn(value, key)));
  const there = all.filter((key) => !known.includes(key));
  for (const key of keys) {
    const meant = SPAN.get(key);
    const other =
      meant !== undefined && known.includes(meant)
        ? `write ${quote(meant)}`
        : suggest(key, known, alreadyThere(key, there) ?? "correct or remove it");
    const reason = isCondition(value) ? FORBIDDEN.get(key) : ELSEWHERE.get(key);
    const advice = reason ?? suggest(key, missing, other);
    report("unknown-key", `${pointer}/${escapeKey(key)}`, `there is no ${quote(key)} here; ${advice}`);
  }
}

/** What to do with a key that is another's with a slip, where that one stands beside it. */
function alreadyThere(key: string, there: readonly string[]): string | undefined {
  const [meant, another] = nearest(key, there);
  return meant === undefined || another !== undefined
    ? undefined
    : `${quote(meant)} stands beside it, so put all of it there`;
}

function reportIssue(found: Issue, value: unknown, pointer: string, to: Telling): void {
  const { report } = to;
  if (value === undefined && found.path.length > 0) return reportMissing(found, pointer, report);
  if (found.code === "invalid_union") return reportUnion(found.errors, value, pointer, to);
  if (found.code === "invalid_key") return tellIssues(found.issues, found.path.at(-1), pointer, to);
  if (found.code === "too_small" && Array.isArray(value)) {
    return report(
      "empty-group",
      pointer,
      `a list of at least ${found.minimum} is needed here; fill it or leave it out`,
    );
  }
  if (found.code === "invalid_value") {
    const known = found.values.map(String);
    const isOperator = found.values.length === operators.length;
    const sign = typeof value === "string" ? SIGNS.get(value) : undefined;
    const advice = sign ?? suggest(value, known);
    return report(
      isOperator ? "unknown-operator" : "unknown-word",
      pointer,
      `${quote(value)} is not known here; ${advice}`,
    );
  }
  report("wrong-shape", pointer, wrongWords(found, value));
}

function reportMissing(found: Issue, pointer: string, report: Report): void {
  const key = pointer.slice(pointer.lastIndexOf("/") + 1);
  const advice = found.code === "invalid_value" ? `it is one of: ${found.values.join(", ")}` : "add it";
  report("missing", pointer, `${quote(key)} is missing; ${advice}`);
}

function wrongWords(found: Issue, value: unknown): string {
  const told = describe(value);
  switch (found.code) {
    case "invalid_type":
      return `${TYPES[found.expected] ?? found.expected} is needed here, not ${told}; ${rightValue(found, value) ?? "correct it"}`;
    case "too_small":
      if (value === "") return "it is empty; write something";
      return `a number ${found.inclusive ? "of at least" : "above"} ${found.minimum} is needed here, not ${told}; correct it`;
    case "too_big":
      return `at most ${found.maximum} fit here; leave the others out`;
    default:
      // the schema says how it is written
      return `${told} is not understood here; ${rightValue(found, value) ?? found.message}`;
  }
}

/** What was probably meant by a number or a day that is written otherwise. */
function rightValue({ code, message, ...found }: Issue, value: unknown): string | undefined {
  if (code === "invalid_type" && "expected" in found && found.expected === "number") {
    const bare = typeof value === "string" ? value.replace(/^\s*[$€£]|\b[A-Z]{3}$/, "") : value;
    return rightForm({ type: "number", least: 0 }, "", bare);
  }
  // a whole day, or one that the calendar does not have
  return message.startsWith("write a day,") || message.includes("YYYY-MM-DD")
    ? rightForm({ type: "day" }, "", value)
    : undefined;
}

const describe = (value: unknown) => (Array.isArray(value) ? "a list" : isObject(value) ? "an object" : quote(value));

/** How the keys of a value differ from those of a branch. */
interface Misfit {
  readonly issues: readonly Issue[];
  readonly unknown: readonly string[];
  readonly missing: readonly string[];
}

/** Explains a value that fits no branch of a union, by the branch whose keys it has. */
function reportUnion(branches: readonly (readonly Issue[])[], value: unknown, pointer: string, to: Telling): void {
  // a word is not meant where an object is written
  const others: readonly string[] = isObject(value) ? ["invalid_type", "invalid_value"] : ["invalid_type"];
  const ofType = branches.filter((issues) => !issues.some(({ code, path }) => others.includes(code) && !path.length));
  const misfits = ofType.map((issues): Misfit => {
    const unknown = issues.flatMap((one) => (one.code === "unrecognized_keys" && !one.path.length ? one.keys : []));
    return { issues, unknown, missing: missingKeys(issues, value).get("") ?? [] };
  });
  const near = least(misfits, ({ unknown }) => unknown.length);
  const [nearest, ...tied] = least(near, ({ missing }) => missing.length);
  if (nearest !== undefined && tied.length === 0) return tellIssues(nearest.issues, value, pointer, to);
  const union = unionAt(pointer);
  if (nearest !== undefined && isObject(value)) return reportTied([nearest, ...tied], near, union, value, pointer, to);
  to.report(union.code, pointer, `${describe(value)} is no ${union.noun}; write ${union.expected}`);
}

/** Explains an object that has the keys of several branches, or of none. */
function reportTied(
  tied: readonly Misfit[],
  near: readonly Misfit[],
  { code, noun }: Union,
  value: unknown,
  pointer: string,
  to: Telling,
): void {
  const ofSome = (kind: "unknown" | "missing") => (key: string) => !near.every((one) => one[kind].includes(key));
  const unknown = [...new Set(tied.flatMap((one) => one.unknown))];
  const surplus = unknown.filter(ofSome("unknown"));
  if (surplus.length > 0) {
    return to.report(code, pointer, `a ${noun} has both ${surplus.join(" and ")}; write exactly one of them`);
  }
  const lacking = near.map(({ missing }) => missing.filter(ofSome("missing")));
  const known = lacking.map(([key, ...more]) => (more.length === 0 ? key : `${key} with ${more.join(" and ")}`));
  reportUnknown(unknown, lacking.flat(), value, pointer, to);
  to.report(code, pointer, `a ${noun} has exactly one of ${known.join(", ")}; write one`);
}

function least<T>(all: readonly T[], count: (one: T) => number): T[] {
  const smallest = Math.min(...all.map(count));
  return all.filter((one) => count(one) === smallest);
}

interface Union {
  readonly code: RulebookIssueCode;
  readonly noun: string;
  readonly expected: string;
}

/** What the union at a place is called. */
function unionAt(pointer: string): Union {
  const key = pointer.slice(pointer.lastIndexOf("/") + 1);
  if (key === "value" || key === "from" || key === "to") {
    const expected = "a word, a number, true or false, a list of words, two ages, a day, or a fact to look up";
    return { code: "wrong-value", noun: "value", expected };
  }
  if (key === "ageBand") {
    return { code: "wrong-value", noun: "age band", expected: "two ages in months, such as [0, 36], or readings" };
  }
  if (pointer.includes("/choose/")) {
    const expected = "the id of a reading, or a list of readings with their days and sources";
    return { code: "wrong-shape", noun: "answer", expected };
  }
  if (/\/requirements\/\d+$/.test(pointer)) return { code: "wrong-shape", noun: "change", expected: "an object" };
  return {
    code: "no-condition",
    noun: "condition",
    expected: "an object with fact, all, any, not, condition or readings",
  };
}
