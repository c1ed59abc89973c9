/**
 * Conditions in plain English, for pages and for those who check rules. Nothing that judges reads this.
 */
import type { CollectionName } from "./applicant";
import type { Condition, FactValue, Leaf, MeasureParams, NamedCondition, Operator, Slot, Value } from "./rulebook";

/** Looks up what a named condition or an equivalence says. */
export interface Titles {
  /** What a named condition says, as the end of the phrase "evidence …". */
  readonly condition: (id: string) => string;
  /** What an equivalence says, as a sentence. */
  readonly equivalence: (id: string) => string;
}

/** Makes titles of what a rulebook names. */
export function titlesOf(
  conditions: readonly Pick<NamedCondition, "id" | "title">[],
  equivalences: readonly { readonly id: string; readonly title: string }[],
): Titles {
  const find = (all: readonly { readonly id: string; readonly title: string }[]) => {
    const titles = new Map(all.map(({ id, title }) => [id, title]));
    return (id: string) => titles.get(id) ?? id;
  };
  return { condition: find(conditions), equivalence: find(equivalences) };
}

/** A condition in words: a line, and the lines below it. */
export interface Lines {
  readonly text: string;
  readonly below?: readonly Lines[];
}

const collections: Readonly<Record<CollectionName, readonly [one: string, many: string, hours: string]>> = {
  people: ["person", "people", "people"],
  education: ["degree or program", "degrees or programs", ""],
  credentials: ["credential", "credentials", ""],
  work: ["job", "jobs", "work"],
  training: ["training", "trainings", "training"],
  supervisionReceived: ["entry", "entries", "reflective supervision received"],
  supervisionProvided: ["entry", "entries", "reflective supervision provided"],
  leadership: ["activity", "activities", "leadership"],
  references: ["rating", "ratings", ""],
  exams: ["part of the exam", "parts of the exam", ""],
  memberships: ["membership", "memberships", ""],
  attestations: ["signed statement", "signed statements", ""],
  applications: ["application", "applications", ""],
  decisions: ["decision", "decisions", ""],
};

const amounts: Partial<Record<Operator, string>> = {
  equal: "exactly ",
  notEqual: "not exactly ",
  lessThan: "fewer than ",
  lessThanInclusive: "at most ",
  greaterThan: "more than ",
  greaterThanInclusive: "at least ",
};

const days: Partial<Record<Operator, string>> = {
  before: "before",
  onOrBefore: "on or before",
  onOrAfter: "on or after",
  after: "after",
};

/** Writes a name of a field or a word as plain words: `rsc-provider` → `rsc provider`. */
const plain = (name: string) =>
  name
    .replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .replaceAll("-", " ")
    .replaceAll(".", " ")
    .replace(/\brsc\b/g, "reflective supervision");

/** Words of a vocabulary: categories keep their letters. */
const word = (value: string) => (/^[A-Z]/.test(value) ? value.replace(":emerging", " (emerging)") : plain(value));
const listed = (values: readonly string[], last: string) => {
  const words = values.map(word);
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
};

/** Says a condition of a requirement. */
export function conditionLines(condition: Condition, titles: Titles): Lines {
  if ("all" in condition) {
    const [only, ...more] = condition.all;
    if (only !== undefined && more.length === 0) return conditionLines(only, titles);
    return { text: "all of these:", below: condition.all.map((part) => conditionLines(part, titles)) };
  }
  if ("any" in condition) {
    return { text: "any one of these:", below: condition.any.map((part) => conditionLines(part, titles)) };
  }
  if ("not" in condition) return { text: "not:", below: [conditionLines(condition.not, titles)] };
  if ("condition" in condition) return { text: `evidence ${titles.condition(condition.condition)}` };
  if ("readings" in condition) {
    const below = condition.readings.map(({ title, conditions, confidence }): Lines => {
      return { text: `${title} (${confidence} confidence):`, below: [conditionLines(conditions, titles)] };
    });
    return { text: `the sources differ – ${condition.question.text}`, below };
  }
  return leafLines(condition, titles);
}

function leafLines(leaf: Leaf, titles: Titles): Lines {
  const { fact, operator, value } = leaf;
  const params = leaf.params as MeasureParams | undefined;
  if (params === undefined || !("of" in params)) return { text: comparison(fact, operator, value) };
  const [one, many, hours] = collections[params.of];
  const such = params.where === undefined ? "" : ` ${phrase(params.where, titles)}`;
  const during = params.during === undefined ? "" : `, ${duringWords(params.during, titles)}`;
  const much = `${amounts[operator] ?? ""}${String(value)}`;
  const below = (params.equivalences ?? []).map((id): Lines => ({ text: `also: ${titles.equivalence(id)}` }));
  const line = (text: string): Lines => (below.length > 0 ? { text, below } : { text });
  switch (fact) {
    case "hours":
      return line(`${much} hours of ${hours}${windowWords(params)}${such}${during}`);
    case "months":
      return line(`${much} months of ${hours}, each day once,${such}${during}`);
    case "sum":
      return line(`${much} ${plain(params.field ?? "")} over all ${many}${such}${during}`);
    case "count":
      return line(`${much} ${value === 1 ? one : many}${such}${during}`);
    case "filled":
      return {
        text: filledWords(params, much, such),
        below: (params.slots ?? []).map((slot) => slotLines(slot, params, titles)),
      };
    default:
      return line(
        `the ${fact} ${plain(params.field ?? "day")} of ${many}${such} is ${days[operator]} ${dayWords(value)}`,
      );
  }
}

function windowWords({ within, largest }: MeasureParams): string {
  if (largest !== undefined) return largest.groups === 1 ? " from one provider" : ` from ${largest.groups} providers`;
  if (within === undefined) return "";
  const { atLeastMonths, atMostMonths } = within;
  const least = atLeastMonths === undefined ? "" : `, spread over at least ${atLeastMonths} months,`;
  return `${least} within ${atMostMonths} months`;
}

function filledWords({ unit, distinct }: MeasureParams, much: string, such: string): string {
  if (unit === "hours") return `${much} hours that fill these places, each hour once:`;
  const who = distinct === undefined ? "" : ", each by another person,";
  return `${much} ratings${such}${who} that fill these places:`;
}

function slotLines({ id, title, where, atLeast = 1 }: Slot, { unit }: MeasureParams, titles: Titles): Lines {
  const amount = unit === "hours" ? `${atLeast} hours: ` : atLeast > 1 ? `${atLeast} times: ` : "";
  const such = where === undefined ? "" : ` – ${phrase(where, titles)}`;
  return { text: `${amount}${title ?? plain(id)}${such}` };
}

function duringWords({ from, to }: NonNullable<MeasureParams["during"]>, titles: Titles): string {
  const end = (day: string | FactValue) => dayWords(day, titles);
  return [
    ...(from === undefined ? [] : [`since ${end(from)}`]),
    ...(to === undefined ? [] : [`until ${end(to)}`]),
  ].join(" ");
}

/** Says a condition on one entry, as the end of the phrase "evidence …". */
export function phrase(condition: Condition, titles: Titles): string {
  if ("all" in condition) return condition.all.map((part) => phrase(part, titles)).join(", ");
  if ("any" in condition) return condition.any.map((part) => `(${phrase(part, titles)})`).join(" or ");
  if ("not" in condition) return `not ${phrase(condition.not, titles)}`;
  if ("condition" in condition) return titles.condition(condition.condition);
  if ("readings" in condition) {
    return `as the association reads it (${condition.readings.map(({ title }) => title.toLowerCase()).join("; or: ")})`;
  }
  return `with ${comparison(condition.fact, condition.operator, condition.value)}`;
}

/** Says a comparison: `kind: employment`. */
function comparison(fact: string, operator: Operator, value: Value): string {
  const name = fact.endsWith(".held") ? `a ${plain(fact.replace(".held", ""))} who then held` : plain(fact);
  if (typeof value === "boolean") return `${name}: ${(operator === "equal") === value ? "yes" : "no"}`;
  if (days[operator] !== undefined) return `${name} ${days[operator]} ${dayWords(value)}`;
  if (typeof value === "number") return `${name}: ${amounts[operator] ?? ""}${value}`;
  if (operator === "overlaps" || operator === "within") {
    const band = Array.isArray(value) ? `${value[0]} to ${value[1]} months` : "the pathway's age band";
    return `${name} ${operator === "overlaps" ? "reaching into" : "within"} ${band}`;
  }
  const values = (Array.isArray(value) ? value : [value]) as readonly (string | FactValue)[];
  const words = values.map((one) => (typeof one === "string" ? one : "the pathway judged"));
  const negative = operator === "notEqual" || operator === "notIn";
  const last = operator === "includesAll" ? "and" : negative ? "nor" : "or";
  return `${name}${fact.endsWith(".held") ? "" : ":"} ${negative ? "neither " : ""}${listed(words, last)}`;
}

function dayWords(value: Value | FactValue, titles?: Titles): string {
  if (typeof value === "string") return value;
  const { fact, params } = value as FactValue;
  if (fact === "earliest" || fact === "latest") {
    const { of, field = "", where } = params as MeasureParams;
    const such = where === undefined || titles === undefined ? "" : ` ${phrase(where, titles)}`;
    return `the ${fact} day on which a ${collections[of][0]}${such} was ${plain(field)}`;
  }
  const { plusMonths = 0 } = (params ?? {}) as { plusMonths?: number };
  const names: Readonly<Record<string, string>> = {
    asOf: "the day of the verdict",
    applicationStarted: "the day on which the application was begun",
    "cycle.start": "the first day of the cycle",
    "cycle.end": "the last day of the cycle",
  };
  const name = names[fact] ?? fact;
  if (plusMonths === 0) return name;
  return `${Math.abs(plusMonths)} months ${plusMonths < 0 ? "before" : "after"} ${name}`;
}
