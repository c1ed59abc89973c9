/** Checks of the rules beyond what is refused at load: each is a small pure function from a rulebook to its findings. */
import register from "../rules/register.json";
import { RulebookError } from "../src/base/errors";
import { type Check, type Finding, numberChecks, visitData } from "../src/check/numbers";
import type { Condition, Sources, Where } from "../src/model/language";
import type { Overlay } from "../src/model/overlay";
import type { InForce, PathwayFile, Route, Source } from "../src/model/rulebook";
import { beginOf } from "../src/rules/editions";
import { writtenBy } from "../src/rules/requirements-on";
import { citations, conditionOf, isReadings, overlayBody, requirementsIn, sharedWith } from "../src/rules/written";
import { parseRulebook } from "../src/schema";

export { visitData };

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

/** What stands once under a name is used, by the base or by some overlay. */
const nothingUnused: Check = (rulebook) => {
  const kinds = ["condition", "equivalence", "source", "question", "requirement", "route"] as const;
  const used = Object.fromEntries(kinds.map((kind) => [kind, new Set<unknown>()])) as Record<
    (typeof kinds)[number],
    Set<unknown>
  >;
  const { sources, ...rest } = rulebook;
  // the two that the membership of an overlay is written into
  for (const id of ["accepted-membership", "membership-kind"]) used.condition.add(id);
  visitData({ rest, register }, "", (node) => {
    if ("condition" in node) used.condition.add(node.condition);
    if ("where" in node) used.condition.add(node.where);
    if ("equivalences" in node && Array.isArray(node.equivalences))
      node.equivalences.forEach((id) => used.equivalence.add(id));
    if ("sources" in node && Array.isArray(node.sources)) {
      for (const { source } of citations(node.sources)) used.source.add(source);
    }
    if (isReadings(node)) used.question.add(node.question);
    for (const kind of ["question", "requirement", "route"] as const) {
      const list = (node as Readonly<Record<string, unknown>>)[`${kind}s`];
      if (!Array.isArray(list)) continue;
      for (const one of list) used[kind].add(typeof one === "object" && one !== null && "as" in one ? one.as : one);
    }
    // what an overlay writes itself
    if ("as" in node && "id" in node) used.requirement.add(node.as);
  });
  const unused = (all: readonly { readonly id: string }[], uses: ReadonlySet<unknown>, part: string) =>
    all.flatMap(({ id }, at) =>
      uses.has(id) ? [] : [{ pointer: `/${part}/${at}`, message: `nothing uses "${id}"; use it or remove it` }],
    );
  return [
    ...unused(rulebook.conditions, used.condition, "conditions"),
    ...unused(rulebook.equivalences, used.equivalence, "equivalences"),
    ...unused(sources, used.source, "sources"),
    ...unused(rulebook.questions, used.question, "questions"),
    ...(["requirement", "route"] as const).flatMap((kind) =>
      Object.keys(rulebook[`${kind}s`]).flatMap((name) =>
        used[kind].has(name)
          ? []
          : [{ pointer: `/${kind}s/${name}`, message: `nothing uses "${name}"; use it or remove it` }],
      ),
    ),
  ];
};

/** A named condition or equivalence does not begin before anything uses it. */
const nothingEarly: Check = (rulebook) => {
  const firstUse = new Map<string, number>();
  const bodies = new Map<string, unknown[]>();
  for (const one of rulebook.conditions) bodies.set(one.id, [...(bodies.get(one.id) ?? []), one.conditions]);
  for (const one of rulebook.equivalences) bodies.set(one.id, [...(bodies.get(one.id) ?? []), { where: one.where }]);
  const use = (data: unknown, day: number): void =>
    visitData({ data }, "", (node) => {
      const names = [
        ...("condition" in node && typeof node.condition === "string" ? [node.condition] : []),
        ...("where" in node && typeof node.where === "string" ? [node.where] : []),
        ...("equivalences" in node && Array.isArray(node.equivalences) ? node.equivalences : []),
      ];
      for (const name of names as string[]) {
        if (day >= (firstUse.get(name) ?? Infinity)) continue;
        firstUse.set(name, day);
        for (const body of bodies.get(name) ?? []) use(body, day);
      }
    });
  for (const file of Object.values(rulebook.pathways)) {
    for (const one of requirementsIn(rulebook, file)) use(one.routes, beginOf(one));
  }
  for (const overlay of Object.values(rulebook.associations)) {
    const { requirements = [], conditions = [] } = overlay;
    for (const change of requirements) {
      const written = writtenBy(change);
      if (written !== undefined) use(overlayBody(sharedWith(rulebook, overlay), written.body), beginOf(change));
    }
    for (const one of conditions) use(one, beginOf(one));
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
  Object.entries(rulebook.pathways).flatMap(([name, { pathways, ...file }]) =>
    requirementsIn(rulebook, { pathways, ...file }).flatMap((one, at) => {
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
  // names are spelled out: what is written once under a name is the same
  const asWords = (_: string, value: unknown) =>
    typeof value === "object" && value !== null && "where" in value
      ? { ...value, where: conditionOf(value.where as Where) }
      : value;
  const partsOf = (condition: Condition): Condition[] => {
    if ("all" in condition) return condition.all.flatMap(partsOf);
    if (!("condition" in condition)) return [condition];
    const named = rulebook.conditions.filter(({ id }) => id === condition.condition);
    return [condition, ...named.flatMap((one) => partsOf(one.conditions))];
  };
  const positive = (condition: Condition): string[] => partsOf(condition).map((one) => JSON.stringify(one, asWords));
  const negative = (condition: Condition): string[] =>
    partsOf(condition).flatMap((part) => ("not" in part ? [JSON.stringify(part.not, asWords)] : []));
  const check = (routes: readonly Route[], pointer: string): Finding[] =>
    routes.flatMap((route, at) =>
      negative(route.conditions).flatMap((part) => {
        const other = routes.find(({ conditions }) => positive(conditions).includes(part));
        if (other === undefined) return [];
        const message = `route "${route.id}" asks for the opposite of route "${other.id}"; write the exception as an addition`;
        return [{ pointer: `${pointer}/routes/${at}`, message }];
      }),
    );
  const inFile = ([name, file]: readonly [string, PathwayFile]) =>
    requirementsIn(rulebook, file).flatMap(({ routes = [] }, at) =>
      check(routes, `/pathways/${name}/requirements/${at}`),
    );
  const inOverlay = ([id, overlay]: readonly [string, Overlay]) =>
    (overlay.requirements ?? []).flatMap((change, at) => {
      const written = writtenBy(change);
      if (written === undefined) return [];
      const { routes = [] } = overlayBody(sharedWith(rulebook, overlay), written.body);
      return check(routes, `/associations/${id}/requirements/${at}/${written.key}`);
    });
  return [
    ...Object.entries(rulebook.pathways).flatMap(inFile),
    ...Object.entries(rulebook.associations).flatMap(inOverlay),
  ];
};

/** The years that a vintage names: those of `2018–20` are 2018 and 2020. */
const yearsOf = (vintage: string): readonly number[] =>
  [...vintage.matchAll(/\b(20\d\d)(?:\s?[–-]\s?(?:20)?(\d\d)(?!\d))?/g)].flatMap(([, from, to]) =>
    to === undefined ? [Number(from)] : [Number(from), 2000 + Number(to)],
  );

/** When a document was last seen fits its vintage, and is told where the vintage tells a year. */
const seenFitsVintage: Check = ({ sources }) =>
  sources.flatMap(({ id, vintage, seen }, at) => {
    const years = yearsOf(vintage);
    const year = Number(seen?.slice(0, 4));
    const fits = seen === undefined ? vintage === "undated" : year <= Math.max(...years) && years.length > 0;
    const message = `"${id}" is of ${vintage}, and last seen ${seen ?? "at no time"}; correct one of them`;
    return fits ? [] : [{ pointer: `/sources/${at}/seen`, message }];
  });

/** What a vintage may be: nothing, or one time, `~` where it is estimated, `+` where it may be later. */
const VINTAGE = /^(?:undated|~?(?:[A-Z][a-z]+ )?20\d\d(?:-\d\d(?:-\d\d)?)?(?:–(?:20)?\d\d)?\+?)$/;

/** An id is one text: it has one time, and the same address at the same time is no second text. */
const oneTextAnId: Check = ({ sources }) =>
  sources.flatMap(({ id, url, vintage }, at) => {
    const pointer = `/sources/${at}/vintage`;
    if (!VINTAGE.test(vintage)) {
      const message = `"${vintage}" is not one time, such as 2024, ~2018–20, 2024+ or undated; give each text an id, and put remarks in note`;
      return [{ pointer, message }];
    }
    const other = sources.slice(0, at).find((one) => one.url === url && one.vintage === vintage);
    return other === undefined ? [] : [{ pointer, message: `"${id}" is the text "${other.id}"; cite one of them` }];
  });

/** The days on which an edition of the Alliance's Guidelines began, which later pages print as well. */
const GUIDELINES: ReadonlySet<string> = new Set(["2017", "2022-09", "2024"]);

/** What judges; when an association began to offer a category, its pages tell of the past. */
const JUDGES = /\/(?:requirements|conditions|equivalences|membership|cycle|choose|fees)\//;

/** A rule holds no earlier than the oldest page that prints it, unless a citation notes why. */
const notBeforeItsPage: Check = ({ sources, ...rest }) => {
  const vintages = new Map(sources.map(({ id, vintage }) => [id, yearsOf(vintage)]));
  const found: Finding[] = [];
  visitData(rest, "", (node, pointer) => {
    if (!JUDGES.test(`${pointer}/`) || !("inForce" in node) || !("sources" in node)) return;
    const { from } = node.inForce as InForce;
    const cited = citations(node.sources as Sources);
    if (from === undefined || GUIDELINES.has(from) || cited.some(({ note }) => note !== undefined)) return;
    const years = cited.flatMap(({ source }) => vintages.get(source) ?? []);
    if (years.length === 0 || Math.min(...years) <= Number(from.slice(0, 4))) return;
    const message = `it begins in ${from}, before the oldest page it cites (${Math.min(...years)}); cite an older one, correct the day, or note what the page says of it`;
    found.push({ pointer: `${pointer}/inForce/from`, message });
  });
  return found;
};

/** What is of high confidence is printed by two, or by an association of its own rule. */
const highConfidence: Check = (rulebook) => {
  // as it is written, a document names the association that published it, or else a publisher
  const written: readonly (Partial<Source> & { readonly id: string; readonly association?: string })[] =
    rulebook.sources;
  const nameOf = (association = "") => rulebook.associations[association]?.name;
  const publishers = new Map(written.map(({ id, association, publisher }) => [id, nameOf(association) ?? publisher]));
  const found: Finding[] = [];
  const look = (node: object, pointer: string): void => {
    if (!("confidence" in node) || node.confidence !== "high" || !("sources" in node)) return;
    const cited = new Set(citations(node.sources as Sources).map(({ source }) => publishers.get(source)));
    const [, part, owner] = pointer.split("/");
    if (cited.size > 1 || (part === "associations" && cited.has(nameOf(owner)))) return;
    found.push({ pointer, message: "one publisher alone is cited; cite a second one, or lower the confidence" });
  };
  visitData({ ...rulebook, register }, "", look);
  // what is shared may be cited, or doubted, where it is used
  for (const [name, file] of Object.entries(rulebook.pathways)) {
    requirementsIn(rulebook, file).forEach((one, at) => look(one, `/pathways/${name}/requirements/${at}`));
  }
  return found;
};

/**
 * Questions that associations answer each for itself: a later page of another one takes nothing away from an earlier own one.
 * On all others the pages differ because the rule changed.
 */
const DIFFER_BY_PLACE: ReadonlySet<string> = new Set([
  "associate-rater-endorsed",
  "ers-base-category",
  "internship-before-2025",
  "long-standing-mentors",
  "month-36",
  "renewal-diversity",
  "specialist-work-paid",
]);

/** The year in which the newest page of those cited was last seen; none where one of them is undated. */
function lastSeen(cited: Sources, seen: ReadonlyMap<string, string | undefined>): number | undefined {
  const years = citations(cited).map(({ source }) => Number(seen.get(source)));
  return years.length === 0 || years.some(Number.isNaN) ? undefined : Math.max(...years);
}

/** An association settles a question by a page that is sure, and only until a later page says otherwise. */
const choicesSettle: Check = ({ sources, questions, associations }) => {
  const seen = new Map(sources.map((source) => [source.id, source.seen]));
  return Object.entries(associations).flatMap(([association, { choose = {} }]) =>
    Object.entries(choose).flatMap(([id, answer]) => {
      if (typeof answer === "string") return [];
      const readings = questions.find((one) => one.id === id)?.readings ?? [];
      return answer.flatMap((choice, at) => {
        const pointer = `/associations/${association}/choose/${id}/${at}`;
        if (choice.confidence === "low") {
          return [
            { pointer: `${pointer}/confidence`, message: "a choice of low confidence settles nothing; leave it out" },
          ];
        }
        const own = lastSeen(choice.sources, seen);
        if (own === undefined || choice.inForce?.to !== undefined || DIFFER_BY_PLACE.has(id)) return [];
        const others = readings.filter((reading) => reading.id !== choice.reading);
        const later = Math.max(...others.map((reading) => lastSeen(reading.sources, seen) ?? 0));
        if (later <= own) return [];
        const message = `its page was last seen in ${own}, and one of ${later} reads it otherwise; end it with "inForce"`;
        return [{ pointer, message }];
      });
    }),
  );
};

/** Every check, by name. */
export const checks: Readonly<Record<string, Check>> = {
  loads,
  ...numberChecks,
  nothingUnused,
  nothingEarly,
  differencesDeclared,
  noPartition,
  seenFitsVintage,
  oneTextAnId,
  notBeforeItsPage,
  highConfidence,
  choicesSettle,
};
