/**
 * Checks of the numbers of rules, for those who write them: titles and conditions say the same. Years are told as months.
 */

import type { WrittenParams, WrittenQuestion } from "../model/language";
import type { Overlay, OverlayRequirement } from "../model/overlay";
import type { RequirementUse, Rulebook, WrittenRoute } from "../model/rulebook";
import { writtenBy } from "../rules/requirements-on";
import { isReadings, overlayBody, routeOf, type Shared, sharedWith } from "../rules/written";

/** Something wrong with the rules. */
export interface Finding {
  /** Where, as a JSON pointer into the whole rulebook. */
  readonly pointer: string;
  /** What is wrong and what to do, in a sentence. */
  readonly message: string;
}

/** A check. */
export type Check = (rulebook: Rulebook) => readonly Finding[];

type Visit = (node: object, pointer: string) => void;

/** Visits every object of some data. */
export function visitData(data: unknown, pointer: string, see: Visit): void {
  if (typeof data !== "object" || data === null) return;
  if (!Array.isArray(data)) see(data, pointer);
  for (const [key, value] of Object.entries(data)) visitData(value, `${pointer}/${key}`, see);
}

function findings(rulebook: Rulebook, look: (node: object, pointer: string) => string | undefined): Finding[] {
  const found: Finding[] = [];
  visitData(rulebook, "", (node, pointer) => {
    const message = look(node, pointer);
    if (message !== undefined) found.push({ pointer, message });
  });
  return found;
}

const words = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const NUMBER = new RegExp(
  `\\b(\\d+(?:\\.\\d+)?|${words.slice(1).join("|")})\\b( (?:more )?(?:full )?(years?|months?|percent))?`,
  "gi",
);
const DAYS =
  /\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?\b|\b(?:19|20)\d\d\b/g;

/**
 * Lists the numbers that a text says.
 *
 * Years become months, and percents shares; days of the calendar are left out; "one" counts only before a unit, for it mostly says "someone".
 *
 * @example
 * numbersIn("Two years of paid work with 10 families, since 2017"); //=> [24, 10]
 */
export function numbersIn(text: string): number[] {
  return [...text.replace(DAYS, "").matchAll(NUMBER)].flatMap(([, number = "", unit, kind = ""]) => {
    const word = words.indexOf(number.toLowerCase());
    if (word === 1 && unit === undefined) return [];
    const value = word >= 0 ? word : Number(number);
    return [kind === "percent" ? value / 100 : kind.startsWith("year") ? value * 12 : value];
  });
}

/** What a condition can refer to by name. */
type Named = Pick<Rulebook, "conditions" | "equivalences">;

/** Lists the numbers that a condition says, named conditions and equivalences included, and what they add up to. */
function numbersOf({ conditions, equivalences }: Named, body: unknown): ReadonlySet<number> {
  const found = new Set<number>();
  const named = new Set<string>();
  const look = (data: unknown): void => {
    if (typeof data === "number") found.add(Math.abs(data));
    if (typeof data !== "object" || data === null) return;
    for (const [key, value] of Object.entries(data)) {
      const isName = key === "condition" || (key === "where" && typeof value === "string");
      const ids: readonly unknown[] = isName ? [value] : key === "equivalences" && Array.isArray(value) ? value : [];
      for (const id of ids.map(String)) {
        if (named.has(id)) continue;
        named.add(id);
        look([...conditions, ...equivalences].filter((one) => one.id === id));
      }
      look(value);
    }
  };
  look(body);
  // "between one and two years" is asked for as 12 to 24 months, and a majority as more than half
  return found;
}

/** A threshold of months stands for whole years: twelve months are 365 days. */
const wholeYears: Check = (rulebook) =>
  findings(rulebook, (node) => {
    if (!("fact" in node && node.fact === "months" && "value" in node)) return undefined;
    const value: unknown = node.value;
    const amounts = isReadings(value) ? Object.values(value.readings) : [value];
    const wrong = amounts.find((one) => typeof one === "number" && one % 12 !== 0);
    if (wrong === undefined) return undefined;
    return `${wrong} months are no whole years; write a multiple of 12, or ask for days another way`;
  });

/** A `filled` measure asks for all of its places. */
const wholeSum: Check = (rulebook) =>
  findings(rulebook, (node) => {
    if (!("fact" in node && node.fact === "filled" && "value" in node && "params" in node)) return undefined;
    const { value, params } = node as { readonly value: number; readonly params: WrittenParams };
    const { slots = [] } = params;
    const sums = (isReadings(slots) ? Object.values(slots.readings) : [slots]).map((places) =>
      (places ?? []).reduce((total, { atLeast = 1 }) => total + atLeast, 0),
    );
    const sum = sums.find((one) => one !== value);
    return sum === undefined ? undefined : `the places take ${sum} and the value is ${value}; make them agree`;
  });

/** Every number in a title, of a reading too, stands in the condition it is the title of. */
const numbersInTitles: Check = ({ associations, ...base }) => [
  ...Object.entries(base.pathways).flatMap(([name, { requirements }]) =>
    requirements.flatMap((one, at) => inRequirement(base, base, one, `/pathways/${name}/requirements/${at}`)),
  ),
  ...Object.entries(base.requirements).flatMap(([name, one]) =>
    inRequirement(base, base, one, `/requirements/${name}`),
  ),
  ...Object.entries(base.routes).flatMap(([name, one]) => inTitle(base, one.title, one.conditions, `/routes/${name}`)),
  ...inNamed(base, base, ""),
  ...inReadings(base, base.questions, base, ""),
  ...Object.entries(associations).flatMap(([id, overlay]) => inOverlay(base, overlay, `/associations/${id}`)),
];

function inOverlay(base: Omit<Rulebook, "associations">, overlay: Overlay, pointer: string): Finding[] {
  const { requirements = [], conditions = [], equivalences = [] } = overlay;
  const shared = sharedWith(base, overlay);
  const named = {
    conditions: [...base.conditions, ...conditions],
    equivalences: [...base.equivalences, ...equivalences],
  };
  return [
    ...requirements.flatMap((change, index) => {
      const written = writtenBy(change);
      if (written === undefined) return [];
      return inRequirement(named, shared, written.body, `${pointer}/requirements/${index}/${written.key}`);
    }),
    ...inNamed(named, { conditions, equivalences }, pointer),
    ...inReadings(named, shared.questions, overlay, pointer),
  ];
}

/** What each reading puts in a place says the numbers of its title. */
function inReadings(named: Named, questions: readonly WrittenQuestion[], part: object, pointer: string): Finding[] {
  const found: Finding[] = [];
  visitData(part, pointer, (node, at) => {
    if (!isReadings(node)) return;
    const { readings = [] } = questions.find(({ id }) => id === node.question) ?? {};
    for (const { id, title } of readings) {
      found.push(...inTitle(named, title, node.readings[id], `${at}/readings/${id}`));
    }
  });
  return found;
}

/** Compares what a requirement writes itself; what it shares is compared where that is written. */
function inRequirement(
  named: Named,
  shared: Shared,
  use: string | Partial<RequirementUse | OverlayRequirement>,
  pointer: string,
): Finding[] {
  if (typeof use === "string" || (use.title === undefined && use.routes === undefined)) return [];
  const { title, routes } = overlayBody(shared, use as OverlayRequirement);
  const own = (use.routes ?? []).flatMap((one, at) => {
    if (typeof one === "string" || (one.title === undefined && one.conditions === undefined)) return [];
    const route = routeOf(shared, one as WrittenRoute);
    return inTitle(named, route.title, route.conditions, `${pointer}/routes/${at}`);
  });
  return [...(routes === undefined ? [] : inTitle(named, title, routes, pointer)), ...own];
}

function inNamed(named: Named, { conditions, equivalences }: Named, pointer: string): Finding[] {
  return [
    ...conditions.flatMap((one, at) => inTitle(named, one.title, one.conditions, `${pointer}/conditions/${at}`)),
    ...equivalences.flatMap((one, at) => inTitle(named, one.title, one, `${pointer}/equivalences/${at}`)),
  ];
}

function inTitle(named: Named, title: string, body: unknown, pointer: string): Finding[] {
  const allowed = numbersOf(named, body);
  return numbersIn(title)
    .filter((number) => !allowed.has(number))
    .map((number) => ({
      pointer: `${pointer}/title`,
      message: `the title says ${number} and the condition does not; correct one of them`,
    }));
}

/** Checks of the numbers of rules, by name. */
export const numberChecks: Readonly<Record<string, Check>> = { wholeYears, wholeSum, numbersInTitles };

/**
 * Checks the numbers that an overlay writes.
 *
 * @returns What its author should look at again, with pointers into the overlay. None of it is refused: the titles are
 * for people, and nothing judges by them.
 */
export function checkNumbers(rulebook: Rulebook, overlay: Overlay): readonly Finding[] {
  const at = `/associations/${overlay.id}`;
  const whole = { ...rulebook, associations: { [overlay.id]: overlay } };
  return Object.values(numberChecks)
    .flatMap((check) => check(whole))
    .flatMap(({ pointer, message }) =>
      pointer.startsWith(`${at}/`) ? [{ pointer: pointer.slice(at.length), message }] : [],
    );
}
