/**
 * What an overlay does to golden cases: which verdicts it changes, from what to what.
 */
import { nth } from "../base/lists";
import type { Overlay } from "../model/overlay";
import type { PathwayId, Rulebook } from "../model/rulebook";
import type { PathwayStatus, PathwayStatuses, Truth } from "../model/verdict";
import { byId } from "../rules/editions";
import { judge } from "../verdict/judge";
import type { GoldenCase } from "./golden";

/** A verdict that an overlay changes. */
export interface Effect {
  /** The golden case. */
  readonly golden: string;
  /** Its sentence. */
  readonly description: string;
  /** The day of judgment. */
  readonly asOf: string;
  /** The pathway. */
  readonly pathway: PathwayId;
  /** The requirement; absent where the state of the whole pathway changes. */
  readonly requirement?: string;
  /** What the base says; absent where the base does not ask for the requirement. */
  readonly before?: PathwayStatus | Truth;
  /** What follows from the overlay; absent where it does not ask for the requirement. */
  readonly after?: PathwayStatus | Truth;
}

/** The association without what it states: its own membership stays its own. */
const bare = ({ id, name, jurisdiction, site, sources }: Overlay): Overlay =>
  Object.freeze({ id, name, ...(jurisdiction && { jurisdiction }), site, sources });

/** The cases that an overlay can be tried on: those of no association, and of its own. */
export const casesFor = ({ id }: Overlay, cases: readonly GoldenCase[]): readonly GoldenCase[] =>
  cases.filter(({ options: { association = id } }) => association === id);

/**
 * Judges golden cases with an overlay, and with what held before it.
 *
 * @param cases - The cases; those that name another association are left out.
 * @param earlier - The overlay that held before; as if the association stated nothing where absent.
 * @returns Every pathway and requirement whose state differs, in the order of the cases.
 */
export function effectsOf(
  rulebook: Rulebook,
  overlay: Overlay,
  cases: readonly GoldenCase[],
  earlier: Overlay = bare(overlay),
): Effect[] {
  return casesFor(overlay, cases).flatMap(({ id: golden, description, applicant, options: { asOf }, expected }) => {
    const pathways = rulebook.order.filter((id) => Object.hasOwn(expected, id));
    const how = { rulebook, asOf, pathways, detail: "status" } as const;
    const before = judge(applicant, { ...how, overlay: earlier }).pathways;
    const after = judge(applicant, { ...how, overlay }).pathways;
    const at = { golden, description, asOf };
    return before.flatMap((one, index) => differences(one, nth(after, index), at));
  });
}

function differences(
  before: PathwayStatuses,
  after: PathwayStatuses,
  at: Pick<Effect, "golden" | "description" | "asOf">,
): Effect[] {
  const { pathway } = before;
  const whole = before.status === after.status ? [] : [{ ...at, pathway, before: before.status, after: after.status }];
  const ids = [...new Set([...before.requirements, ...after.requirements].map(({ id }) => id))];
  const statusIn = ({ requirements }: PathwayStatuses, id: string) => requirements.find((one) => one.id === id)?.status;
  const parts = ids.flatMap((requirement): Effect[] => {
    const [was, is] = [statusIn(before, requirement), statusIn(after, requirement)];
    if (was === is) return [];
    return [{ ...at, pathway, requirement, ...(was && { before: was }), ...(is && { after: is }) }];
  });
  return [...whole, ...parts];
}

/** States that change alike, on one pathway. */
export interface EffectGroup extends Pick<Effect, "pathway" | "requirement" | "before" | "after"> {
  /** The cases in which they do. */
  readonly cases: readonly string[];
}

/** Gathers effects that change the same thing from the same to the same, in the order in which they first occur. */
export function groupEffects(effects: readonly Effect[]): readonly EffectGroup[] {
  const alike = byId(effects, ({ pathway, requirement = "", before = "", after = "" }) =>
    [pathway, requirement, before, after].join("/"),
  );
  return [...alike.values()].map((same) => {
    const { golden: _, description: __, asOf: ___, ...change } = nth(same, 0);
    return { ...change, cases: same.map(({ golden }) => golden) };
  });
}
