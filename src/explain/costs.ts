/**
 * What is known of costs, deadlines and where to apply in the association, and whom to ask where nothing is known.
 */
import type { FeeKind } from "../model/overlay";
import type { PathwayAccount } from "../model/verdict";
import { type Fee, feesOf } from "../rules/directory";
import { processFor } from "../rules/in-force";
import { sourcesOf } from "../rules/written";
import { type DocumentItem, type DocumentPart, sentencePart, wordsOf } from "./document";
import { type Explaining, pathwayRule } from "./explaining";

/** Fees that a pathway of each kind brings with it. */
const APPLYING = ["membership", "registration", "processing"] as const;
const RENEWING = ["membership", "renewal", "late-renewal"] as const;

/** Lists what the pathways cost, and where to apply. */
export function costParts(costing: Explaining, chosen: readonly PathwayAccount[]): DocumentPart[] {
  const { language, own } = costing;
  const { say, list } = language;
  const { overlay } = own;
  const [first] = chosen;
  if (first === undefined || first.status === "apply-elsewhere" || first.status === "not-offered") return [];
  if (overlay === undefined) return [sentencePart(say("costs-by-association"))];
  const { name: association, site } = overlay;
  const known = feesOf(own.book, overlay, costing.verdict.asOf, first.pathway);
  const asked = kindsOf(first).map((kind) => ({ kind, fee: known.find((one) => one.kind === kind) }));
  const unknown = asked.flatMap(({ kind, fee }) => (fee?.amount === null ? [say(`fee-${kind}`)] : []));
  const told = processFor(costing.rules, pathwayRule(costing, first.pathway)).filter(({ kind }) => TOLD.has(kind));
  if (!told.some(({ kind }) => kind !== "help-with-cost")) unknown.push(say("deadlines"));
  const items = [
    ...asked.flatMap(({ fee }) => (fee === undefined ? [] : feeItem(costing, fee))),
    ...told.map(({ text }) => item(language.rule(text))),
    ...(unknown.length > 0 ? [item(say("cost-unknown", { what: list(unknown, "and"), association, site }))] : []),
    ...(unknown.length > 0 ? [] : [item(say("apply-at", { association, site }))]),
  ];
  return [{ kind: "list", title: wordsOf(say("list-costs")), items, collapsed: false }];
}

/** What the process says of costs and deadlines. */
const TOLD: ReadonlySet<string> = new Set(["deadline", "cohort", "help-with-cost"]);

function kindsOf({ kind, requirements }: PathwayAccount): readonly FeeKind[] {
  if (kind === "renewal") return RENEWING;
  if (kind === "reinstatement") return ["reinstatement"];
  return requirements.some(({ stage }) => stage === "exam") ? [...APPLYING, "exam"] : APPLYING;
}

const item = (text: string, details: readonly string[] = []): DocumentItem => ({
  text: wordsOf(text),
  details: details.map(wordsOf),
  cites: [],
});

function feeItem(costing: Explaining, fee: Fee): DocumentItem[] {
  const { amount, note } = fee;
  if (amount === null) return [];
  return [item(feeWords(costing, { ...fee, amount }), note === undefined ? [] : [costing.language.rule(note)])];
}

/** Words a fee that is known. */
export function feeWords(
  { own: { book, overlay }, language: { say, money } }: Pick<Explaining, "own" | "language">,
  { kind, amount, currency = "USD", sources }: Fee & { readonly amount: number },
): string {
  const what = say(`fee-${kind}`);
  const vintage = seenIn(sourcesOf(book, overlay).find(({ id }) => id === sources[0]?.source)?.vintage ?? "");
  return amount === 0
    ? say("cost-free", { what, vintage })
    : say("cost-known", { what, vintage, amount: money(amount, currency) });
}

/** The years in which a page was seen, without what else is noted of it: `2024–25`. */
const seenIn = (vintage: string): string => vintage.match(/\d{4}(?:[–-]\d{2,4})?/)?.[0] ?? vintage;
