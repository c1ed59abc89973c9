/**
 * Checks a rulebook at load for what its shape cannot say: ids, references, editions, cycles.
 */
import { nth } from "../base/lists";
import { escapeKey } from "../base/pointer";
import type { AgeRange } from "../model/applicant";
import type { Sources, WrittenQuestion } from "../model/language";
import type {
  Equivalence,
  NamedCondition,
  Pathway,
  PathwayFile,
  PathwayId,
  Requirement,
  Rulebook,
  WrittenSource,
} from "../model/rulebook";
import { appliesTo } from "../rules/applies";
import { byId, type Dated, lastDayAmong } from "../rules/editions";
import { conditionOf } from "../rules/written";
import { checkCondition } from "./condition";
import { checkCredentials, checkRenamed } from "./credentials";
import { checkEditions, checkNamesInForce, checkOverlap, checkUnique } from "./editions";
import { quote, type Report, suggest } from "./report";
import { checkQuestion, checkSources, type Scope, type WrittenEdition } from "./scope";
import { type Placed, placed } from "./written";

/** Makes what conditions can refer to. */
export function scopeOf(
  rulebook: Pick<Rulebook, "conditions" | "equivalences" | "sources" | "questions">,
  report: Report,
): Scope {
  return {
    report,
    conditions: writtenById(rulebook.conditions, "/conditions"),
    equivalences: writtenById(rulebook.equivalences, "/equivalences"),
    sources: new Set(rulebook.sources.map(({ id }) => id)),
    checked: new Set(),
    questions: new Map(rulebook.questions.map((one) => [one.id, one])),
  };
}

function writtenById(all: readonly (NamedCondition | Equivalence)[], pointer: string): Scope["conditions"] {
  const written = all.map((one, index) => {
    const at = `${pointer}/${index}`;
    if (!("where" in one)) return { id: one.id, condition: one.conditions, pointer: `${at}/conditions` };
    const byShare = one.fullTimeEquivalent ?? false;
    return { id: one.id, condition: conditionOf(one.where), pointer: `${at}/where`, byShare };
  });
  return byId<WrittenEdition & { readonly id: string }>(written, ({ id }) => id);
}

/** Checks a rulebook without its associations. */
export function checkRulebook(rulebook: Rulebook, report: Report): Scope {
  const scope = scopeOf(rulebook, report);
  checkIds(rulebook, report);
  const known = Object.entries(rulebook.pathways).map(([name, file]) =>
    checkFile(scope, rulebook, file, `/pathways/${escapeKey(name)}`),
  );
  checkQuestions(rulebook.questions, "/questions", report);
  checkEditions(rulebook.conditions, "/conditions", report);
  checkEditions(rulebook.equivalences, "/equivalences", report);
  checkPlaces(rulebook, report);
  checkStatements(rulebook, report);
  checkCited(scope, rulebook);
  checkDocuments(rulebook.sources, Object.keys(rulebook.associations), "/sources", report);
  checkCredentials(rulebook, report);
  if (known.every(Boolean)) checkRenamed(rulebook, report);
  return scope;
}

/** Checks that the statements of the base on cost and process name known pathways. */
function checkStatements(rulebook: Rulebook, report: Report): void {
  for (const key of ["fees", "process"] as const) {
    rulebook[key]?.forEach(({ pathways = [] }, index) => {
      pathways.forEach((id, at) => {
        if (rulebook.order.includes(id)) return;
        const advice = suggest(id, rulebook.order, `it is one of: ${rulebook.order.join(", ")}`);
        report("unknown-pathway", `/${key}/${index}/pathways/${at}`, `there is no pathway ${quote(id)}; ${advice}`);
      });
    });
  }
}

function checkIds({ order, pathways, sources }: Rulebook, report: Report): void {
  const all = Object.entries(pathways).flatMap(([name, { pathways: own }]) =>
    own.map(({ id }, index) => ({ id, pointer: `/pathways/${escapeKey(name)}/pathways/${index}/id` })),
  );
  checkUnique(all, report);
  checkUnique(
    sources.map(({ id }, index) => ({ id, pointer: `/sources/${index}/id` })),
    report,
  );
  checkUnique(
    order.map((id, index) => ({ id, pointer: `/order/${index}` })),
    report,
  );
  const known = all.map(({ id }) => id);
  order.forEach((id, index) => {
    if (known.includes(id)) return;
    report(
      "unknown-pathway",
      `/order/${index}`,
      `no file has the pathway ${quote(id)}; ${suggest(id, known, "add or remove it")}`,
    );
  });
  for (const { id, pointer } of all) {
    if (!order.includes(id))
      report("unordered-pathway", pointer, `the pathway ${quote(id)} is missing from order in rulebook.json; add it`);
  }
}

/** Checks that questions, and the readings of each, can be told apart. */
export function checkQuestions(questions: readonly WrittenQuestion[], pointer: string, report: Report): void {
  checkUnique(
    questions.map(({ id }, index) => ({ id, pointer: `${pointer}/${index}/id` })),
    report,
  );
  questions.forEach(({ readings = [], because }, index) => {
    if (because !== undefined && readings.length > 0) {
      report(
        "too-much",
        `${pointer}/${index}/because`,
        "a question with readings can change a verdict; leave because out",
      );
    }
    const placed = readings.map(({ id }, place) => ({ id, pointer: `${pointer}/${index}/readings/${place}/id` }));
    checkUnique(placed, report);
  });
}

/** Checks a file, and tells whether every name in it is known. */
function checkFile(scope: Scope, rulebook: Rulebook, file: PathwayFile, pointer: string): boolean {
  const { report } = scope;
  const own = file.pathways.map(({ id }) => id);
  file.pathways.forEach((pathway, index) => checkPathway(scope, rulebook, pathway, `${pointer}/pathways/${index}`));
  const all = file.requirements.flatMap((use, index) => {
    return placed(rulebook, use, `${pointer}/requirements/${index}`, report) ?? [];
  });
  for (const one of all) {
    const { requirement, at } = one;
    const pathways = requirement.pathways ?? own;
    requirement.pathways?.forEach((id, index) => {
      if (own.includes(id)) return;
      report(
        "unknown-pathway",
        `${at}/pathways/${index}`,
        `this file has no pathway ${quote(id)}; ${suggest(id, own, `it has: ${own.join(", ")}`)}`,
      );
    });
    const hasCycle = file.pathways.every(({ id, cycle }) => !pathways.includes(id) || cycle !== undefined);
    checkRequirement(scope, one, hasCycle);
    const editions = (id: PathwayId) =>
      all.flatMap(({ requirement: other }) => (other.id === requirement.id && appliesTo(other, id) ? [other] : []));
    const last = pathways.map((id) => lastDayAmong(requirement, editions(id)));
    checkNamesInForce(rulebook, requirement, Math.max(...last), at, report);
  }
  for (const id of own) {
    const editions = all.filter(({ requirement }) => appliesTo(requirement, id));
    for (const [, same] of byId(editions, ({ requirement }) => requirement.id)) {
      checkOverlap(
        same.map(({ requirement, at }) => ({ dated: requirement, at })),
        report,
      );
    }
  }
  return all.length === file.requirements.length;
}

function checkPathway(scope: Scope, { order }: Rulebook, pathway: Pathway, pointer: string): void {
  const { report } = scope;
  const { kind, offered, cycle = [], pays } = pathway;
  for (const key of ["replacedBy", "toward"] as const) {
    pathway[key]?.forEach((id, index) => {
      if (order.includes(id)) return;
      const advice = suggest(id, order, "add or remove it");
      report("unknown-pathway", `${pointer}/${key}/${index}`, `there is no pathway ${quote(id)}; ${advice}`);
    });
  }
  if ((kind === "scholarship") !== (pays !== undefined)) {
    const message = "a scholarship says what it pays for, and nothing else does; add or leave out pays";
    report("wrong-pays", pointer, message);
  }
  checkAgeBand(scope, pathway, `${pointer}/ageBand`);
  const placed = (all: readonly Dated[], key: string) =>
    all.map((dated, index) => ({ dated, at: `${pointer}/${key}/${index}` }));
  checkOverlap(placed(offered, "offered"), report);
  checkOverlap(placed(cycle, "cycle"), report);
}

function checkAgeBand(scope: Scope, { ageBand }: Pathway, pointer: string): void {
  const check = ([from, to]: AgeRange, at: string) => {
    if (from > to) scope.report("wrong-value", at, "the lower age comes first; exchange them");
  };
  if (!("readings" in ageBand)) return check(ageBand, pointer);
  for (const [id, ages] of Object.entries(ageBand.readings)) check(ages, `${pointer}/readings/${escapeKey(id)}`);
  checkQuestion(scope, ageBand, pointer);
}

/** Checks one requirement. */
export function checkRequirement(
  scope: Scope,
  { requirement, at, routes }: Placed<Pick<Requirement, "id" | "obligation" | "questions">>,
  hasCycle: boolean,
): void {
  const { report } = scope;
  const { id, obligation, questions = [] } = requirement;
  if (routes.length === 0 && questions.length === 0 && obligation !== "reviewed") {
    report(
      "no-routes",
      at,
      `the requirement ${quote(id)} has no routes; write one, or a question if its criterion is unpublished`,
    );
  }
  checkUnique(
    routes.map(({ route }, index) => ({ id: route.id, pointer: `${at}/routes/${index}/id` })),
    report,
  );
  checkUnique(
    questions.map((question, index) => ({ id: question.id, pointer: `${at}/questions/${index}` })),
    report,
  );
  const isUnpublished = routes.length === 0 && obligation !== "reviewed" && obligation !== "recommended";
  questions.forEach((question, index) => {
    const { readings, because } = scope.questions.get(question.id) ?? {};
    if (isUnpublished || readings !== undefined || because !== undefined) return;
    const message = `no answer to ${quote(question.id)} changes a verdict; write its readings, and what each asks for, or because: why none could`;
    report("no-form", `${at}/questions/${index}`, message);
  });
  for (const { route, at: place } of routes) checkCondition(scope, route.conditions, `${place}/conditions`, hasCycle);
}

/** Checks that it is told who published a document. */
export function checkDocuments(
  documents: readonly WrittenSource[],
  associations: readonly string[],
  pointer: string,
  report: Report,
): void {
  documents.forEach(({ association, publisher }, index) => {
    const at = `${pointer}/${index}`;
    if (association === undefined && publisher === undefined) {
      report("missing", `${at}/publisher`, "it is not told who published it; write an association, or a publisher");
    }
    if (association === undefined || associations.includes(association)) return;
    const advice = suggest(association, associations, "write the publisher instead");
    report("unknown-association", `${at}/association`, `there is no association ${quote(association)}; ${advice}`);
  });
}

/** Checks that of each place one thing is said on a day, and nothing where an association serves it. */
function checkPlaces({ places, associations }: Rulebook, report: Report): void {
  const placed = places.flatMap((dated, index) =>
    (dated.places ?? [""]).map((place) => ({ place, dated, at: `/places/${index}` })),
  );
  for (const [place, same] of byId(placed, (one) => one.place)) {
    checkOverlap(same, report);
    const own = Object.values(associations).find(({ jurisdiction }) => jurisdiction === place);
    if (own === undefined) continue;
    const { at } = nth(same, 0);
    report("served-place", `${at}/places`, `${own.id} serves ${place}; leave the place out`);
  }
}

/** Checks that everything citing a document cites a known one. */
function checkCited(scope: Scope, rulebook: Rulebook): void {
  const parts = [
    "pathways",
    "requirements",
    "routes",
    "questions",
    "conditions",
    "equivalences",
    "credentials",
    "places",
    "fees",
    "process",
  ] as const;
  for (const part of parts) {
    visitSources(rulebook[part], (sources, pointer) => checkSources(scope, sources, pointer), `/${part}`);
  }
}

/** Visits every list of citations. */
export function visitSources(part: unknown, visit: (sources: Sources, pointer: string) => void, pointer: string): void {
  if (typeof part !== "object" || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    const at = `${pointer}/${escapeKey(key)}`;
    if (key === "sources") visit(value as Sources, at);
    else visitSources(value, visit, at);
  }
}
