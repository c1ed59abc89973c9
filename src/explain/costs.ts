/**
 * What is known of costs, deadlines and where to apply in the association, and whom to ask where nothing is known.
 */
import { lastDay } from "../base/calendar";
import type { Day } from "../model/applicant";
import type { Citation, Confidence } from "../model/language";
import type { FeeKind, ProcessRule } from "../model/overlay";
import type { ImpreciseDay, PathwayId } from "../model/rulebook";
import type { PathwayAccount } from "../model/verdict";
import { type Fee, feesOf } from "../rules/directory";
import { type PathwayInForce, processFor } from "../rules/pathway-in-force";
import { citations, findSource } from "../rules/written";
import { type DocumentItem, type DocumentPart, sentencePart, wordsOf } from "./document";
import { type Explaining, pathwayRule } from "./explaining";
import type { Language } from "./language";

/** Fees that a pathway of each kind brings with it. */
const APPLYING = ["membership", "registration", "processing"] as const;
const RENEWING = ["membership", "renewal", "late-renewal"] as const;

/** What costs are looked up in. */
type Costing = Pick<Explaining, "own" | "rules" | "language">;

/** Lists what the pathways cost, and where to apply. */
export function costParts(costing: Explaining, chosen: readonly PathwayAccount[]): DocumentPart[] {
  const [first] = chosen;
  if (first === undefined || first.status === "apply-elsewhere" || first.status === "not-offered") return [];
  return costsOf(costing, first.pathway, costing.verdict.asOf);
}

/** Lists what a pathway costs on a day, and where to apply. */
export function costsOf(costing: Costing, pathway: PathwayId, asOf: Day): DocumentPart[] {
  const { language, own } = costing;
  const { say, list } = language;
  const { book, overlay } = own;
  if (overlay === undefined) return [sentencePart(say("costs-by-association"))];
  const { name: association, site } = overlay;
  const rule = pathwayRule(costing, pathway);
  const known = feesOf(book, overlay, asOf, pathway);
  const asked = kindsOf(rule).map((kind) => ({ kind, fee: known.find((one) => one.kind === kind) }));
  const unknown = asked.flatMap(({ kind, fee }) => (fee === undefined || isKnown(fee) ? [] : [say(`fee-${kind}`)]));
  const told = processFor(costing.rules, rule).filter(({ kind }) => TOLD.has(kind));
  if (!told.some(({ kind }) => kind !== "help-with-cost")) unknown.push(say("deadlines"));
  const seenIn = lastSeenIn(costing);
  const items = [
    ...asked.flatMap(({ fee }) => (fee !== undefined && isKnown(fee) ? feeItem(language, fee) : [])),
    ...told.map((one) =>
      item(`${processWords(language, one)} ${seenWords(language, seenIn(citations(one.sources)), false)}`),
    ),
    unknown.length > 0
      ? item(say("cost-unknown", { what: list(unknown, "and"), association, site }))
      : item(say("apply-at", { association, site })),
  ];
  return [{ kind: "list", title: wordsOf(say("list-costs")), items, collapsed: false }];
}

/** What the process says of costs and deadlines. */
const TOLD: ReadonlySet<string> = new Set(["deadline", "cohort", "help-with-cost"]);

function kindsOf({ kind, requirements }: PathwayInForce): readonly FeeKind[] {
  if (kind === "renewal") return RENEWING;
  if (kind === "reinstatement") return ["reinstatement"];
  return requirements.some(({ stage }) => stage === "exam") ? [...APPLYING, "exam"] : APPLYING;
}

/** Whether something is known of a fee: that it is charged, at least. */
const isKnown = ({ amount, sources }: Fee): boolean => amount !== null || sources.length > 0;

/** Words what is told of the process; what is not sure is not told as if it were. */
export const processWords = (language: Language, { text, confidence }: Told): string =>
  `${language.rule(text)}${unsure(language, confidence)}`;

type Told = Pick<ProcessRule, "text" | "confidence">;

const unsure = ({ say }: Language, confidence: Confidence | undefined): string =>
  confidence === "low" ? ` ${say("ask-first")}` : "";

/** Finds when the newest of some documents was last seen. */
function lastSeenIn({ own: { book, overlay } }: Costing): (cited: readonly Citation[]) => ImpreciseDay | undefined {
  return (cited) => {
    const seen = cited.flatMap(({ source }) => findSource(book, source, overlay)?.seen ?? []);
    return seen.sort((a, b) => lastDay(b) - lastDay(a))[0];
  };
}

/** Says when a page last showed something. */
function seenWords({ say, day }: Language, seen: ImpreciseDay | undefined, isStale: boolean): string {
  if (seen === undefined) return say("seen-unknown");
  return say(isStale ? "seen-old" : "seen", { day: day(seen) });
}

const item = (text: string, details: readonly string[] = []): DocumentItem => ({
  text: wordsOf(text),
  details: details.map(wordsOf),
  cites: [],
});

function feeItem(language: Language, fee: Fee): DocumentItem[] {
  const { note } = fee;
  return [item(feeWords(language, fee), note === undefined ? [] : [language.rule(note)])];
}

/** Words a fee, and when it was last seen. */
export function feeWords(language: Language, fee: Fee): string {
  const { say, money } = language;
  const { kind, amount, currency = "USD", seen, stale, sources } = fee;
  const what = say(`fee-${kind}`);
  if (amount === null && sources.length === 0) return say("cost-not-known", { what });
  const cost =
    amount === null
      ? say("cost-charged", { what })
      : amount === 0
        ? say("cost-free", { what })
        : say("cost-known", { what, amount: money(amount, currency) });
  const doubt = stale || seen === undefined ? "" : unsure(language, fee.confidence);
  return `${cost} ${seenWords(language, seen, stale === true)}${doubt}`;
}
