/**
 * Amounts in words: how much of what, and how much of it is missing.
 */
import { DAYS_A_YEAR } from "../base/calendar";
import { nth } from "../base/lists";
import type { CollectionName } from "../model/applicant";
import { byId } from "../rules/editions";
import type { MessageId } from "../rules/translations";
import type { Language } from "./language";
import type { ProgressPart } from "./progress";

/** Words an amount: `9 hours of training`, `1 reference rating`. */
export function amountWords({ say }: Language, amount: number, unit: string, of: CollectionName | undefined): string {
  if (of === undefined || unit === "conditions") return say("amount-conditions", { amount });
  const from = say(`of-${of}`);
  if (unit === "entries") return say(`count-${of}`, { amount });
  if (unit === "hours") return say("amount-hours", { amount, of: from });
  if (unit === "families") return say("amount-families", { amount });
  // a part of a month is days, for nobody counts hundredths of it
  const days = Math.ceil((amount * DAYS_A_YEAR) / 12 - 1e-6);
  return amount < 1
    ? say("amount-days", { amount: days, of: from })
    : say("amount-months", { amount: tenths(amount), of: from });
}

/** Never less than is missing. */
const tenths = (months: number) => Math.ceil(months * 10 - 1e-6) / 10;

/** Words what is missing of a part place by place. */
export function missingPlaces(language: Language, part: ProgressPart, prefix: MessageId): string[] {
  const { say, rule } = language;
  const { need, have, unit, of, places = [] } = part;
  if (need <= have) return [];
  const open = places.filter((place) => place.have < place.atLeast);
  return open.map((place) => {
    const amount = amountWords(language, rounded(place.atLeast - place.have), unit, of);
    return place.title === undefined
      ? say(prefix, { amount })
      : say("missing-place", { amount, place: rule(place.title) });
  });
}

/** To hundredths, never less than is missing. */
const rounded = (amount: number) => Math.ceil(amount * 100 - 1e-6) / 100;

/** Words what is missing of several parts in one phrase each, for a sentence; what may be the same hours is one of them. */
export function missingPhrases(language: Language, parts: readonly ProgressPart[]): string[] {
  const open = parts.filter(({ need, have, unit }) => need > have && unit !== "conditions");
  const spreads = open.filter(({ isSpread }) => isSpread);
  const alike = byId(
    open.filter(({ isSpread }) => !isSpread),
    ({ unit, of }) => `${unit} ${of}`,
  );
  return [
    ...[...alike.values()].map((own) => alikeWords(language, own)),
    ...spreads.map(({ need, have }) => language.say("missing-spread", { amount: tenths(need - have) })),
  ];
}

/** Words amounts of one kind that different measures lack: what one of them lacks may be what another one does. */
function alikeWords(language: Language, parts: readonly ProgressPart[]): string {
  const { unit, of } = nth(parts, 0);
  const lacking = new Map<string, number>();
  for (const { measure = "", need, have } of parts) {
    lacking.set(measure, Math.max(lacking.get(measure) ?? 0, rounded(need - have)));
  }
  const [most = 0, ...others] = [...lacking.values()].sort((a, b) => b - a);
  const words = (amount: number) => amountWords(language, amount, unit, of);
  if (others.length === 0) return words(most);
  const { say, list } = language;
  const same = say(unit === "hours" || unit === "months" ? `same-${unit}` : "same-entries");
  return say("missing-same", { most: words(most), others: list(others.map(words), "and"), same });
}

/** Words how far a part has come: `So far: 21 of 30.` */
export const soFarWords = ({ say, number }: Language, { have, need }: ProgressPart): string =>
  say("so-far", { have: number(Math.floor(have * 10 + 1e-6) / 10), need: number(need) });

/** Words how far each place is filled, of several. */
export function placesSoFar({ say, number, rule }: Language, { places = [], unit }: ProgressPart): string[] {
  if (places.length < 2) return [];
  const begun = places.filter(({ have, title }) => have > 0 && title !== undefined);
  return begun.map(({ title = "", have, atLeast }) =>
    unit === "entries"
      ? say("so-far-place", { place: rule(title) })
      : say("so-far-place-amount", { place: rule(title), have: number(have), need: number(atLeast) }),
  );
}
