/** Checks of the rules beyond what is refused at load: each is a small pure function from a rulebook to its findings. */
import register from "../rules/register.json";
import type { Overlay } from "../src/association";
import { beginOf } from "../src/editions";
import { RulebookError } from "../src/errors";
import { writtenBy } from "../src/overlay";
import type { Condition, PathwayFile, Reading, Requirement, Route, Rulebook } from "../src/rulebook";
import { parseRulebook } from "../src/schema";
import { type Named, numbersIn, numbersOf } from "./numbers";

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
export function visit(data: unknown, pointer: string, see: Visit): void {
  if (typeof data !== "object" || data === null) return;
  if (!Array.isArray(data)) see(data, pointer);
  for (const [key, value] of Object.entries(data)) visit(value, `${pointer}/${key}`, see);
}

function findings(rulebook: Rulebook, look: (node: object, pointer: string) => string | undefined): Finding[] {
  const found: Finding[] = [];
  visit(rulebook, "", (node, pointer) => {
    const message = look(node, pointer);
    if (message !== undefined) found.push({ pointer, message });
  });
  return found;
}

/** What is refused at load. */
const loads: Check = (rulebook) => {
  try {
    parseRulebook(rulebook);
    return [];
  } catch (error) {
    if (error instanceof RulebookError) return error.issues;
    throw error;
  }
};

/** A threshold of months stands for whole years: twelve months are 365 days. */
const wholeYears: Check = (rulebook) =>
  findings(rulebook, (node) => {
    if (!("fact" in node && node.fact === "months" && "value" in node)) return undefined;
    const { value } = node as { readonly value: unknown };
    if (typeof value !== "number" || value % 12 === 0) return undefined;
    return `${value} months are no whole years; write a multiple of 12, or ask for days another way`;
  });

/** A `filled` measure asks for all of its places. */
const wholeSum: Check = (rulebook) =>
  findings(rulebook, (node) => {
    if (!("fact" in node && node.fact === "filled" && "value" in node && "params" in node)) return undefined;
    const { value, params } = node as {
      readonly value: number;
      readonly params: { readonly slots?: readonly { readonly atLeast?: number }[] };
    };
    const sum = (params.slots ?? []).reduce((total, { atLeast = 1 }) => total + atLeast, 0);
    return sum === value ? undefined : `the places take ${sum} and the value is ${value}; make them agree`;
  });

/** Every number in a title, of a reading too, stands in the condition it is the title of. */
const numbersInTitles: Check = (rulebook) => {
  const check = (title: string, body: unknown, pointer: string, named: Named = rulebook): Finding[] => {
    const allowed = numbersOf(named, body);
    return numbersIn(title)
      .filter((number) => !allowed.has(number))
      .map((number) => ({
        pointer: `${pointer}/title`,
        message: `the title says ${number} and the condition does not; correct one of them`,
      }));
  };
  type Titled = Pick<Requirement, "title" | "routes">;
  const requirement = ({ title, routes }: Titled, pointer: string, named: Named = rulebook): Finding[] => [
    ...(routes === undefined ? [] : check(title, routes, pointer, named)),
    ...(routes ?? []).flatMap((one, at) => check(one.title, one.conditions, `${pointer}/routes/${at}`, named)),
  ];
  const overlay = ([id, { requirements = [], conditions = [], equivalences = [] }]: readonly [string, Overlay]) => {
    const named = {
      conditions: [...rulebook.conditions, ...conditions],
      equivalences: [...rulebook.equivalences, ...equivalences],
    };
    const at = `/associations/${id}`;
    return [
      ...requirements.flatMap((change, index) => {
        const written = writtenBy(change);
        if (written === undefined) return [];
        return requirement(written.body, `${at}/requirements/${index}/${written.key}`, named);
      }),
      ...conditions.flatMap((one, index) => check(one.title, one.conditions, `${at}/conditions/${index}`, named)),
      ...equivalences.flatMap((one, index) => check(one.title, one, `${at}/equivalences/${index}`, named)),
    ];
  };
  const readings: Finding[] = [];
  visit(rulebook, "", (node, pointer) => {
    if (!("readings" in node)) return;
    (node as { readonly readings: readonly Partial<Reading>[] }).readings.forEach(({ title, ...body }, at) => {
      readings.push(...check(title ?? "", body, `${pointer}/readings/${at}`));
    });
  });
  return [
    ...readings,
    ...Object.entries(rulebook.pathways).flatMap(([name, { requirements }]) =>
      requirements.flatMap((one, at) => requirement(one, `/pathways/${name}/requirements/${at}`)),
    ),
    ...rulebook.conditions.flatMap((one, at) => check(one.title, one.conditions, `/conditions/${at}`)),
    ...rulebook.equivalences.flatMap((one, at) => check(one.title, one, `/equivalences/${at}`)),
    ...Object.entries(rulebook.associations).flatMap(overlay),
  ];
};

/** Named conditions, equivalences and sources are used, by the base or by some overlay. */
const nothingUnused: Check = (rulebook) => {
  const used = { condition: new Set<unknown>(), equivalence: new Set<unknown>(), source: new Set<unknown>() };
  const { sources, ...rest } = rulebook;
  // the two that the membership of an overlay is written into
  for (const id of ["accepted-membership", "membership-kind"]) used.condition.add(id);
  visit({ rest, register }, "", (node) => {
    if ("condition" in node) used.condition.add(node.condition);
    if ("equivalences" in node && Array.isArray(node.equivalences))
      node.equivalences.forEach((id) => used.equivalence.add(id));
    if ("source" in node) used.source.add(node.source);
  });
  const unused = (all: readonly { readonly id: string }[], uses: ReadonlySet<unknown>, part: string) =>
    all.flatMap(({ id }, at) =>
      uses.has(id) ? [] : [{ pointer: `/${part}/${at}`, message: `nothing uses "${id}"; use it or remove it` }],
    );
  return [
    ...unused(rulebook.conditions, used.condition, "conditions"),
    ...unused(rulebook.equivalences, used.equivalence, "equivalences"),
    ...unused(sources, used.source, "sources"),
  ];
};

/** A named condition or equivalence does not begin before anything uses it. */
const nothingEarly: Check = (rulebook) => {
  const firstUse = new Map<string, number>();
  const bodies = new Map<string, unknown[]>();
  for (const one of rulebook.conditions) bodies.set(one.id, [...(bodies.get(one.id) ?? []), one.conditions]);
  for (const one of rulebook.equivalences) bodies.set(one.id, [...(bodies.get(one.id) ?? []), one.where]);
  const use = (data: unknown, day: number): void =>
    visit({ data }, "", (node) => {
      const names = [
        ...("condition" in node && typeof node.condition === "string" ? [node.condition] : []),
        ...("equivalences" in node && Array.isArray(node.equivalences) ? node.equivalences : []),
      ];
      for (const name of names as string[]) {
        if (day >= (firstUse.get(name) ?? Infinity)) continue;
        firstUse.set(name, day);
        for (const body of bodies.get(name) ?? []) use(body, day);
      }
    });
  for (const { requirements } of Object.values(rulebook.pathways)) {
    for (const one of requirements) use(one.routes, beginOf(one));
  }
  for (const { requirements = [], conditions = [] } of Object.values(rulebook.associations)) {
    for (const one of [...requirements, ...conditions]) use(one, beginOf(one));
  }
  const early = (
    all: readonly { readonly id: string; readonly inForce?: { readonly from?: string } }[],
    part: string,
  ) =>
    all.flatMap((one, at) =>
      one.inForce?.from !== undefined && beginOf(one) < (firstUse.get(one.id) ?? Infinity)
        ? [
            {
              pointer: `/${part}/${at}/inForce/from`,
              message: `"${one.id}" begins before anything uses it; correct the day`,
            },
          ]
        : [],
    );
  return [...early(rulebook.conditions, "conditions"), ...early(rulebook.equivalences, "equivalences")];
};

/** What one pathway of a file asks for and its twin does not is explained in notes. */
const differencesDeclared: Check = (rulebook) =>
  Object.entries(rulebook.pathways).flatMap(([name, { pathways, requirements }]) =>
    requirements.flatMap((one, at) => {
      const isTwin = pathways.every(({ kind }) => kind === "category");
      const differs = isTwin && one.pathways !== undefined && one.pathways.length < pathways.length;
      if (!differs || one.notes !== undefined) return [];
      const pointer = `/pathways/${name}/requirements/${at}`;
      return [
        { pointer, message: `"${one.id}" holds for ${one.pathways?.join()} only; say in notes why its twin differs` },
      ];
    }),
  );

/** No route is closed to whom another is open by a mere negation: an unknown would close both. */
const noPartition: Check = (rulebook) => {
  const positive = (condition: Condition): string[] =>
    "all" in condition ? condition.all.map((part) => JSON.stringify(part)) : [JSON.stringify(condition)];
  const negative = (condition: Condition): string[] =>
    ("all" in condition ? condition.all : [condition]).flatMap((part) =>
      "not" in part ? [JSON.stringify(part.not)] : [],
    );
  const check = (routes: readonly Route[], pointer: string): Finding[] =>
    routes.flatMap((route, at) =>
      negative(route.conditions).flatMap((part) => {
        const other = routes.find(({ conditions }) => positive(conditions).includes(part));
        if (other === undefined) return [];
        const message = `route "${route.id}" asks for the opposite of route "${other.id}"; write the exception as an addition`;
        return [{ pointer: `${pointer}/routes/${at}`, message }];
      }),
    );
  const inFile = ([name, { requirements }]: readonly [string, PathwayFile]) =>
    requirements.flatMap(({ routes = [] }, at) => check(routes, `/pathways/${name}/requirements/${at}`));
  const inOverlay = ([id, { requirements = [] }]: readonly [string, Overlay]) =>
    requirements.flatMap((change, at) => {
      const written = writtenBy(change);
      return check(written?.body.routes ?? [], `/associations/${id}/requirements/${at}/${written?.key}`);
    });
  return [
    ...Object.entries(rulebook.pathways).flatMap(inFile),
    ...Object.entries(rulebook.associations).flatMap(inOverlay),
  ];
};

/** Every check, by name. */
export const checks: Readonly<Record<string, Check>> = {
  loads,
  wholeYears,
  wholeSum,
  numbersInTitles,
  nothingUnused,
  nothingEarly,
  differencesDeclared,
  noPartition,
};
