/**
 * Checks an overlay against the base rulebook: names, conflicts, choices, and its named conditions where they are used.
 */

import { dayNumber, isoDay } from "../base/calendar";
import { escapeKey } from "../base/pointer";
import type { Overlay, RequirementChange } from "../model/overlay";
import type { PathwayId, Rulebook } from "../model/rulebook";
import { appliesTo } from "../rules/applies";
import { byId, type Dated, editionOn, lastDayAmong } from "../rules/editions";
import { baseRequirements, findPathway } from "../rules/in-force";
import { membershipParts } from "../rules/membership";
import { changedId, changesLike, writtenBy } from "../rules/requirements-on";
import { requirementsIn, sharedWith } from "../rules/written";
import { checkCondition } from "./condition";
import { checkNamesInForce, checkOverlap, checkUnique, namesUsedIn } from "./editions";
import { checkHidden } from "./hidden";
import { quote, type Report, suggest } from "./report";
import { checkDocuments, checkQuestions, checkRequirement, scopeOf, visitSources } from "./rulebook";
import { checkSources, type Scope } from "./scope";
import { placedBody } from "./written";

/**
 * Checks an overlay.
 *
 * @param pointer - Where the overlay stands.
 */
export function checkOverlay(rulebook: Rulebook, overlay: Overlay, report: Report, pointer: string): void {
  const at = (key: string) => `${pointer}/${key}`;
  const scope = scopeWith(rulebook, overlay, report, pointer);
  checkUnique(
    (overlay.documents ?? []).map(({ id }, index) => ({ id, pointer: `${at("documents")}/${index}/id` })),
    report,
  );
  const documents = (overlay.documents ?? []).map((one) => ({ ...one, association: one.association ?? overlay.id }));
  checkDocuments(documents, [overlay.id, ...Object.keys(rulebook.associations)], at("documents"), report);
  checkQuestions(overlay.questions ?? [], at("questions"), report);
  checkUnique(
    [
      ...rulebook.questions.map(({ id }) => ({ id, pointer: "questions.json" })),
      ...(overlay.questions ?? []).map(({ id }, index) => ({ id, pointer: `${at("questions")}/${index}/id` })),
    ],
    report,
  );
  visitSources(overlay, (sources, where) => checkSources(scope, sources, where), pointer);
  checkPathways(rulebook, overlay, report, pointer);
  checkConflicts(rulebook, overlay, report, pointer);
  checkChoices(overlay, scope.questions, report, at("choose"));
  (overlay.requirements ?? []).forEach((change, index) => {
    checkChange(scope, rulebook, overlay, change, `${at("requirements")}/${index}`);
  });
  checkNamed(scope, rulebook, overlay, pointer);
  checkHidden(rulebook, overlay, report, pointer);
}

/** What conditions can refer to: the base, and what the overlay adds. */
function scopeWith(rulebook: Rulebook, overlay: Overlay, report: Report, pointer: string): Scope {
  const base = scopeOf(rulebook, report);
  const { conditions = [], equivalences = [] } = overlay;
  const { questions } = sharedWith(rulebook, overlay);
  const own = scopeOf({ sources: [], conditions, equivalences, questions }, report);
  const join = (kind: "conditions" | "equivalences") => {
    const all = new Map(base[kind]);
    for (const [id, editions] of own[kind]) {
      all.set(id, [
        ...(all.get(id) ?? []),
        ...editions.map((one) => ({ ...one, pointer: `${pointer}${one.pointer}` })),
      ]);
    }
    return all;
  };
  const documents = (overlay.documents ?? []).map(({ id }) => id);
  return {
    ...base,
    conditions: join("conditions"),
    equivalences: join("equivalences"),
    sources: new Set([...base.sources, ...documents]),
    questions: own.questions,
  };
}

/** Checks that pathways named anywhere in an overlay are known. */
function checkPathways({ order }: Rulebook, overlay: Overlay, report: Report, pointer: string): void {
  const check = (id: string, at: string) => {
    if (order.some((one) => one === id)) return;
    report(
      "unknown-pathway",
      at,
      `there is no pathway ${quote(id)}; ${suggest(id, order, `it is one of: ${order.join(", ")}`)}`,
    );
  };
  const lists = ["offers", "membership", "cycle", "fees", "process", "requirements"] as const;
  for (const key of lists) {
    const statements: readonly { readonly pathways?: readonly PathwayId[] }[] = overlay[key] ?? [];
    statements.forEach(({ pathways = [] }, index) => {
      pathways.forEach((id, place) => check(id, `${pointer}/${key}/${index}/pathways/${place}`));
    });
  }
  (overlay.labels ?? []).forEach(({ names, short = {} }, index) => {
    for (const [key, all] of Object.entries({ names, short })) {
      for (const id of Object.keys(all)) check(id, `${pointer}/labels/${index}/${key}/${id}`);
    }
  });
}

/** Two statements on one thing on one day are a conflict, never last-wins. */
function checkConflicts({ order }: Rulebook, overlay: Overlay, report: Report, pointer: string): void {
  const compare = <T extends Dated>(
    key: string,
    all: readonly T[] | undefined,
    thingOf: (one: T) => readonly string[],
  ) => {
    const placed = (all ?? []).flatMap((dated, index) =>
      thingOf(dated).map((thing) => ({ dated, thing, at: `${pointer}/${key}/${index}` })),
    );
    for (const [, same] of byId(placed, ({ thing }) => thing)) checkOverlap(same, report);
  };
  const each = ({ pathways = order }: { readonly pathways?: readonly PathwayId[] }) => pathways;
  compare("offers", overlay.offers, each);
  compare("labels", overlay.labels, ({ names }) => Object.keys(names));
  compare("residency", overlay.residency, () => [""]);
  compare("membership", overlay.membership, (rule) => membershipParts(rule, order));
  compare("cycle", overlay.cycle, each);
  compare("fees", overlay.fees, (fee) => each(fee).map((id) => `${fee.kind}/${id}`));
  compare("conditions", overlay.conditions, ({ id }) => [id]);
  compare("equivalences", overlay.equivalences, ({ id }) => [id]);
  compare("requirements", overlay.requirements, (change) => each(change).map((id) => `${id}/${changedId(change)}`));
  for (const [question, answer] of Object.entries(overlay.choose ?? {})) {
    if (typeof answer !== "string") compare(`choose/${question}`, answer, () => [question]);
  }
}

function checkChoices({ choose = {} }: Overlay, questions: Scope["questions"], report: Report, pointer: string): void {
  for (const [question, answer] of Object.entries(choose)) {
    const at = `${pointer}/${escapeKey(question)}`;
    const readings = questions.get(question)?.readings?.map(({ id }) => id);
    if (readings === undefined) {
      const known = [...questions.values()].flatMap((one) => (one.readings === undefined ? [] : [one.id]));
      report(
        "unknown-question",
        at,
        `there is no question ${quote(question)}; ${suggest(question, known, `it is one of: ${known.join(", ")}`)}`,
      );
      continue;
    }
    const chosen = typeof answer === "string" ? [answer] : answer.map(({ reading }) => reading);
    for (const reading of chosen) {
      if (readings.includes(reading)) continue;
      report(
        "unknown-reading",
        at,
        `${quote(question)} has no reading ${quote(reading)}; it is one of: ${readings.join(", ")}`,
      );
    }
  }
}

function checkChange(
  scope: Scope,
  rulebook: Rulebook,
  overlay: Overlay,
  change: RequirementChange,
  pointer: string,
): void {
  const { report } = scope;
  const id = changedId(change);
  for (const pathway of change.pathways) {
    const known = [...new Set(baseRequirements(rulebook, pathway).map((one) => one.id))];
    if ("add" in change) {
      if (known.includes(id))
        report(
          "duplicate-id",
          `${pointer}/add/id`,
          `${pathway} has a requirement ${quote(id)} already; replace it, or take another id`,
        );
    } else if (!known.includes(id) && rulebook.order.includes(pathway)) {
      report(
        "unknown-requirement",
        pointer,
        `${pathway} has no requirement ${quote(id)}; ${suggest(id, known, `it has: ${known.join(", ")}`)}`,
      );
    }
  }
  if ("asOn" in change) checkAsOn(rulebook, change, report, `${pointer}/asOn`);
  const written = writtenBy(change);
  if (written === undefined) return;
  const hasCycle = change.pathways.every((one) => findPathway(rulebook, one)?.pathway.cycle !== undefined);
  const body = placedBody(sharedWith(rulebook, overlay), written.body, `${pointer}/${written.key}`, report);
  if (body !== undefined) checkRequirement(scope, body, hasCycle);
}

/** An older edition is named by its last day: any other day could come to mean another edition. */
function checkAsOn(
  rulebook: Rulebook,
  { pathways, requirement, asOn }: Extract<RequirementChange, { readonly asOn: string }>,
  report: Report,
  pointer: string,
): void {
  const day = dayNumber(asOn);
  for (const pathway of pathways) {
    const editions = baseRequirements(rulebook, pathway).filter(({ id }) => id === requirement);
    const held = editionOn(editions, day);
    if (held !== undefined && editionOn(editions, day + 1) !== held) continue;
    const ends = editions.map((one) => lastDayAmong(one, editions)).filter(Number.isFinite);
    const known = ends.length === 0 ? "none of its editions has ended" : `it is one of: ${ends.map(isoDay).join(", ")}`;
    report("unknown-edition", pointer, `no edition of ${pathway}/${requirement} ended on ${asOn}; ${known}`);
  }
}

/** Checks the named conditions of an overlay wherever the base or the overlay uses them. */
function checkNamed(scope: Scope, rulebook: Rulebook, overlay: Overlay, pointer: string): void {
  const { conditions = [], equivalences = [] } = overlay;
  const own = {
    ...rulebook,
    conditions: [...rulebook.conditions, ...conditions],
    equivalences: [...rulebook.equivalences, ...equivalences],
  };
  const shared = sharedWith(rulebook, overlay);
  const bodies = (overlay.requirements ?? []).flatMap((change, index) => {
    const at = `${pointer}/requirements/${index}`;
    const written = writtenBy(change);
    const body = written && placedBody(shared, written.body, `${at}/${written.key}`, scope.report);
    const routes = (body?.routes ?? []).map(({ route }) => route);
    const last = change.pathways.map((id) => lastDayAmong(change, changesLike(change, id, overlay.requirements ?? [])));
    checkNamesInForce(own, { ...change, routes }, Math.max(...last), at, scope.report, rulebook);
    return routes;
  });
  const used = new Set(namesUsedIn(own, bodies).map(({ kind, id }) => `${kind}/${id}`));
  for (const file of Object.values(rulebook.pathways)) {
    for (const requirement of requirementsIn(rulebook, file)) {
      const { routes = [] } = requirement;
      const hasCycle = file.pathways.every(({ id, cycle }) => cycle !== undefined || !appliesTo(requirement, id));
      for (const { kind, id } of namesUsedIn(own, routes)) used.add(`${kind}/${id}`);
      for (const route of routes) checkCondition(scope, route.conditions, pointer, hasCycle);
    }
  }
  const unused = (kind: "conditions" | "equivalences") =>
    overlay[kind]?.forEach(({ id }, index) => {
      if (used.has(`${kind}/${id}`)) return;
      const known = rulebook[kind].map((one) => one.id);
      const advice = suggest(id, known, "use it, or leave it out");
      scope.report("unused-name", `${pointer}/${kind}/${index}/id`, `nothing uses ${quote(id)}; ${advice}`);
    });
  unused("conditions");
  unused("equivalences");
}
