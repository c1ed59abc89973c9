/**
 * Why an entry does not count, in words: the rule that decides.
 */
import type { CollectionName } from "../model/applicant";
import type { Operator } from "../model/operators";
import type { DrawnDay, Reason } from "../model/verdict";
import type { RulesInForce } from "../rules/pathway-in-force";
import type { MessageId } from "../rules/translations";
import type { Language } from "./language";

/** What a reason refers to by id. */
export interface ReasonContext {
  /** The language. */
  readonly language: Language;
  /** The rules in force. */
  readonly rules: RulesInForce;
  /** Names an association. */
  readonly associationName: (id: string) => string;
}

/** Words why an entry of a collection does not count, or not for certain. */
export function reasonWords(context: ReasonContext, of: CollectionName, reason: Reason): string {
  const { say, day } = context.language;
  const words = causeWords(context, of, reason);
  return reason.since === undefined ? words : say("reason-since", { reason: words, day: day(reason.since) });
}

function causeWords(context: ReasonContext, of: CollectionName, reason: Reason): string {
  const { language, rules } = context;
  const { say, rule } = language;
  const { code, fact, condition, negated, question, equivalence } = reason;
  switch (code) {
    case "condition": {
      const title = condition && rules.conditions.find(({ id }) => id === condition)?.title;
      if (title) return say(negated ? "reason-condition-not" : "reason-condition", { title: rule(title) });
      return fact === undefined ? say("reason-none") : failedWords(context, of, reason, fact);
    }
    case "not-told":
      return say("reason-not-told", { field: fieldWords(language, of, fact) });
    case "reading":
      return say("reason-reading", {
        question: rule(rules.questions.find(({ id }) => id === question)?.text ?? question ?? ""),
      });
    case "cap":
      return say("reason-cap", {
        rule: rule(rules.equivalences.find(({ id }) => id === equivalence)?.title ?? equivalence ?? ""),
      });
    default:
      return say(`reason-${code}`);
  }
}

function failedWords(
  context: ReasonContext,
  of: CollectionName,
  { operator = "equal", value, negated }: Reason,
  fact: string,
): string {
  const { say } = context.language;
  const field = fieldWords(context.language, of, fact);
  const wanted = say(OPERATORS[operator], { value: valueWords(context, of, fact, operator, value) });
  return say(negated ? "reason-field-not" : "reason-field", { field, wanted });
}

/** Names what is told, so that a fact is known: facts that are worked out are in nobody's file. */
export function fieldWords({ say, field }: Language, of: CollectionName, fact = ""): string {
  if (fact === "earned") return say("its-day");
  if (fact === "validUntil") return field(of, "until")?.label ?? fact;
  const [name = "", part] = fact.split(".");
  const own = field(of, name)?.label ?? name;
  if (part === undefined || part === "id") return own;
  return `${own}: ${field("people", part === "held" ? "endorsements" : part)?.label ?? part}`;
}

const OPERATORS: Readonly<Record<Operator, MessageId>> = {
  equal: "op-equal",
  notEqual: "op-not",
  in: "op-equal",
  notIn: "op-not",
  includesAny: "op-equal",
  includesAll: "op-equal",
  lessThan: "op-lessThan",
  lessThanInclusive: "op-lessThanInclusive",
  greaterThan: "op-greaterThan",
  greaterThanInclusive: "op-greaterThanInclusive",
  before: "op-before",
  onOrBefore: "op-onOrBefore",
  onOrAfter: "op-onOrAfter",
  after: "op-after",
  within: "op-within",
  overlaps: "op-overlaps",
};

function valueWords(
  context: ReasonContext,
  of: CollectionName,
  fact: string,
  operator: Operator,
  value: unknown,
): string {
  const { language, associationName } = context;
  if (typeof value === "boolean") return language.answer(value ? "yes" : "no");
  if (typeof value === "number")
    return fact === "score" || fact === "fullTimeShare" ? language.percent(value) : language.number(value);
  if ((operator === "within" || operator === "overlaps") && Array.isArray(value)) {
    const [from, to] = value.map(Number);
    return language.say("ages", { from, to });
  }
  if (typeof value === "string") {
    return /^\d{4}-\d\d-\d\d$/.test(value)
      ? language.day(value)
      : wordWords(language, of, fact, value, associationName);
  }
  if (Array.isArray(value)) {
    const named = value.map((word) => wordWords(language, of, fact, String(word), associationName));
    return language.list(named, operator === "includesAll" ? "and" : "or");
  }
  const { from, to }: Partial<Pick<DrawnDay, "from" | "to">> = value ?? {};
  if (!from || !to) return language.say("a-day-unknown");
  return from === to
    ? language.day(from)
    : language.say("a-day-between", { from: language.day(from), to: language.day(to) });
}

/** Names a word of a vocabulary as a form does. */
function wordWords(
  { field }: Language,
  of: CollectionName,
  fact: string,
  word: string,
  associationName: (id: string) => string,
): string {
  const [name = "", part] = fact.split(".");
  const [plain = "", emerging] = word.split(":");
  const asked = part === undefined || part === "id" ? field(of, name) : field("people", part);
  const words = part === "held" ? field("credentials", "category")?.words : asked?.words;
  const found = words?.find(({ value }) => value === plain)?.label;
  // of a category its letters say enough
  const label = part === "held" || fact === "category" ? found?.split(":")[0] : found;
  const status = emerging && field("credentials", "status")?.words?.find(({ value }) => value === emerging)?.label;
  if (label !== undefined) return status ? `${label} (${status.toLowerCase()})` : inSentence(label);
  return asked?.type === "association" ? associationName(word) : word;
}

/** A label as it stands in a sentence: proper names keep their capitals. */
const inSentence = (label: string): string =>
  /^\p{Lu}\p{Ll}/u.test(label) && !/\p{Lu}/u.test(label.slice(1))
    ? `${label.charAt(0).toLowerCase()}${label.slice(1)}`
    : label;
