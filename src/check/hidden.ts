/**
 * Finds what an overlay hides of the base without saying so.
 */
import { isoDay } from "../base/calendar";
import type { Overlay } from "../model/overlay";
import type { Rulebook } from "../model/rulebook";
import { beginOf, byId, type Dated, lastDayAmong } from "../rules/editions";
import { baseRequirements } from "../rules/in-force";
import { changedId } from "../rules/requirements-on";
import type { Report } from "./report";

/** A statement that changes something of the base. */
interface Change {
  readonly dated: Dated & { readonly over?: string };
  readonly at: string;
  readonly base: readonly Dated[];
}

/** A base edition that begins inside a change would be hidden by it; the change must end there, or say so. */
export function checkHidden(rulebook: Rulebook, overlay: Overlay, report: Report, pointer: string): void {
  const changes = [
    ...(overlay.requirements ?? []).flatMap((dated, index) =>
      dated.pathways.map((pathway) => ({
        thing: `${pathway}/${changedId(dated)}`,
        dated,
        at: `${pointer}/requirements/${index}`,
        base: baseRequirements(rulebook, pathway).filter(({ id }) => id === changedId(dated)),
      })),
    ),
    ...(["conditions", "equivalences"] as const).flatMap((kind) =>
      (overlay[kind] ?? []).map((dated, index) => ({
        thing: `${kind}/${dated.id}`,
        dated,
        at: `${pointer}/${kind}/${index}`,
        base: editionsOf(rulebook[kind], dated.id),
      })),
    ),
  ];
  const hidden = [...byId(changes, ({ thing }) => thing).values()].flatMap((same) =>
    same.flatMap((change) => hiddenBy(change, same).map((edition) => ({ at: change.at, edition }))),
  );
  // one advice for all pathways of a change: its newest edition covers the older ones
  for (const [at, all] of byId(hidden, (one) => one.at)) {
    const editions = all.map(({ edition }) => edition).sort((a, b) => beginOf(a) - beginOf(b));
    const days = [...new Set(editions.map((one) => isoDay(beginOf(one))))];
    const over = `or write "over": "${editions.at(-1)?.inForce?.from}" if it goes on to hold`;
    const begin = days.length > 1 ? "base editions begin" : "a base edition begins";
    report(
      "hides-base",
      at,
      `${begin} on ${days.join(" and ")} while this holds; let it end before ${days[0]}, ${over}`,
    );
  }
}

/** The base editions that begin while a change holds, and that it does not say it goes over. */
function hiddenBy({ dated, base }: Change, all: readonly Change[]): readonly Dated[] {
  const begins = beginOf(dated);
  const ends = lastDayAmong(
    dated,
    all.map((one) => one.dated),
  );
  const over = dated.over === undefined ? -Infinity : beginOf({ inForce: { from: dated.over } });
  return base.filter((edition) => {
    const day = beginOf(edition);
    return begins < day && day <= ends && over < day;
  });
}

const editionsOf = (all: readonly ({ readonly id: string } & Dated)[], id: string) =>
  all.filter((one) => one.id === id);
