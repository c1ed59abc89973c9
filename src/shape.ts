/**
 * Says what is wrong with the shape of rules. Unions say little, so their branch is picked first.
 */
import type * as z from "zod";
import { escapeKey, quote, type Report, suggest } from "./report";
import { operators } from "./rulebook";
import { conditionBranches, measureParamsSchema } from "./rulebook-schema";

type Json = Readonly<Record<string, unknown>>;
type Branch = keyof typeof conditionBranches;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const NODES = Object.keys(conditionBranches) as readonly Branch[];

/** Why some keys of other rule engines are refused. */
const FORBIDDEN: Readonly<Record<string, string>> = {
  priority: "all conditions are judged, so there is no priority; leave it out",
  path: "facts are named in full, so there is no path; leave it out",
  name: "a leaf has no name; give the route or a named condition a title",
};

/** Reports every issue that zod found in a value. */
export function reportIssues(
  issues: readonly z.core.$ZodIssue[],
  value: unknown,
  pointer: string,
  report: Report,
): void {
  for (const found of issues) {
    const at = found.path.reduce<string>((text, key) => `${text}/${escapeKey(key)}`, pointer);
    const inside = found.path.reduce<unknown>((one, key) => (one as Json | undefined)?.[key as string], value);
    reportIssue(found, inside, at, report);
  }
}

function reportIssue(found: z.core.$ZodIssue, value: unknown, pointer: string, report: Report): void {
  if (found.code === "unrecognized_keys") {
    for (const key of found.keys) {
      const advice = FORBIDDEN[key] ?? "correct or remove it";
      report("unknown-key", `${pointer}/${escapeKey(key)}`, `there is no ${quote(key)} here; ${advice}`);
    }
    return;
  }
  if (found.code === "invalid_union") return reportUnion(value, pointer, report);
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
    const advice = suggest(String(value), known, `it is one of: ${known.join(", ")}`);
    return report(
      isOperator ? "unknown-operator" : "unknown-word",
      pointer,
      `${quote(value)} is not known here; ${advice}`,
    );
  }
  const code = value === undefined ? "missing" : "wrong-shape";
  report(code, pointer, `${found.message} (received ${describe(value)}); correct it as rules/schema says`);
}

const describe = (value: unknown) => (Array.isArray(value) ? "a list" : isObject(value) ? "an object" : quote(value));

/** Explains a value that fits no branch of a union: a condition, the params of a fact, a value, an answer. */
function reportUnion(value: unknown, pointer: string, report: Report): void {
  const key = pointer.slice(pointer.lastIndexOf("/") + 1);
  if (key === "params") return reportAgainst(measureParamsSchema, value, pointer, report);
  if (key === "value" || key === "from" || key === "to") {
    const expected = "a word, a number, true or false, a list of words, two ages, a day, or a fact to look up";
    return report("wrong-value", pointer, `${describe(value)} is no value; write ${expected}`);
  }
  if (pointer.includes("/choose/")) {
    return report(
      "wrong-shape",
      pointer,
      "an answer is the id of a reading, or a list of readings with their days and sources",
    );
  }
  if (/\/requirements\/\d+$/.test(pointer)) {
    const expected = "replace, add, remove, requirement with obligation, or requirement with asOn";
    return report(
      "wrong-shape",
      pointer,
      `a change has pathways, sources, confidence and exactly one of ${expected}; correct it`,
    );
  }
  reportCondition(value, pointer, report);
}

function reportCondition(node: unknown, pointer: string, report: Report): void {
  if (!isObject(node)) {
    return report("no-condition", pointer, `a condition is an object with one of ${NODES.join(", ")}; write one`);
  }
  const kinds = NODES.filter((kind) => kind in node);
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    const found = kinds.length > 1 ? `has both ${kinds.join(" and ")}` : `has none of ${NODES.join(", ")}`;
    return report("no-condition", pointer, `a condition ${found}; write exactly one of them`);
  }
  reportAgainst(conditionBranches[kind], node, pointer, report);
}

function reportAgainst(schema: z.ZodType, value: unknown, pointer: string, report: Report): void {
  const result = schema.safeParse(value);
  if (!result.success) reportIssues(result.error.issues, value, pointer, report);
}
