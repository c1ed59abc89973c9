/**
 * Checks a rulebook at load for what its shape cannot say: ids, references, editions, cycles.
 */
import type { AgeRange } from "./applicant";
import { isoDay } from "./calendar";
import { checkCondition, checkQuestion, checkSources, type Scope, type Written } from "./check-condition";
import { beginOf, byId, changeDays, type Dated, editionOn, endOf } from "./editions";
import { heldWords } from "./fields";
import { escapeKey, quote, type Report, suggest } from "./report";
import type {
  Citation,
  Condition,
  Equivalence,
  NamedCondition,
  Pathway,
  PathwayFile,
  Requirement,
  Route,
  Rulebook,
} from "./rulebook";

/** Makes what conditions can refer to. */
export function scopeOf(rulebook: Pick<Rulebook, "conditions" | "equivalences" | "sources">, report: Report): Scope {
  return {
    report,
    conditions: writtenById(rulebook.conditions, "/conditions"),
    equivalences: writtenById(rulebook.equivalences, "/equivalences"),
    sources: new Set(rulebook.sources.map(({ id }) => id)),
    checked: new Set(),
    questions: new Map(),
  };
}

function writtenById(all: readonly (NamedCondition | Equivalence)[], pointer: string): Scope["conditions"] {
  const written = all.map((one, index) => {
    const at = `${pointer}/${index}`;
    if (!("where" in one)) return { id: one.id, condition: one.conditions, pointer: `${at}/conditions` };
    const byShare = one.fullTimeEquivalent ?? false;
    return { id: one.id, condition: one.where, pointer: `${at}/where`, byShare };
  });
  return byId<Written & { readonly id: string }>(written, ({ id }) => id);
}

/** Checks a rulebook without its associations. */
export function checkRulebook(rulebook: Rulebook, report: Report): Scope {
  const scope = scopeOf(rulebook, report);
  checkIds(rulebook, report);
  for (const [name, file] of Object.entries(rulebook.pathways)) {
    checkFile(scope, rulebook, file, `/pathways/${escapeKey(name)}`);
  }
  checkEditions(rulebook.conditions, "/conditions", report);
  checkEditions(rulebook.equivalences, "/equivalences", report);
  checkCited(scope, rulebook);
  checkCredentials(rulebook, report);
  checkRenamed(rulebook, report);
  return scope;
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

/** Reports ids that appear twice. */
export function checkUnique(all: readonly { readonly id: string; readonly pointer: string }[], report: Report): void {
  const seen = new Map<string, string>();
  for (const { id, pointer } of all) {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, pointer);
    else report("duplicate-id", pointer, `the id ${quote(id)} is taken at ${first}; rename one`);
  }
}

function checkFile(scope: Scope, rulebook: Rulebook, file: PathwayFile, pointer: string): void {
  const { report } = scope;
  const own = file.pathways.map(({ id }) => id);
  file.pathways.forEach((pathway, index) => checkPathway(scope, rulebook, pathway, `${pointer}/pathways/${index}`));
  const placed = file.requirements.map((requirement, index) => ({
    requirement,
    at: `${pointer}/requirements/${index}`,
  }));
  for (const { requirement, at } of placed) {
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
    checkRequirement(scope, requirement, at, hasCycle);
    checkNamesInForce(rulebook, requirement, at, report);
  }
  for (const id of own) {
    const editions = placed.filter(({ requirement: { pathways } }) => pathways?.includes(id) ?? true);
    for (const [, same] of byId(editions, ({ requirement }) => requirement.id)) {
      checkOverlap(
        same.map(({ requirement, at }) => ({ dated: requirement, at })),
        report,
      );
    }
  }
}

function checkPathway(scope: Scope, { order }: Rulebook, pathway: Pathway, pointer: string): void {
  const { report } = scope;
  const { replacedBy = [], offered, cycle = [] } = pathway;
  replacedBy.forEach((id, index) => {
    if (order.includes(id)) return;
    report(
      "unknown-pathway",
      `${pointer}/replacedBy/${index}`,
      `there is no pathway ${quote(id)}; ${suggest(id, order, "add or remove it")}`,
    );
  });
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
  ageBand.readings.forEach((reading, index) => check(reading.ageBand, `${pointer}/readings/${index}/ageBand`));
  checkQuestion(scope, ageBand, pointer);
}

/** Checks one requirement. */
export function checkRequirement(
  scope: Scope,
  requirement: Pick<Requirement, "id" | "obligation" | "routes" | "questions">,
  pointer: string,
  hasCycle: boolean,
): void {
  const { report } = scope;
  const { id, obligation, routes = [], questions = [] } = requirement;
  if (routes.length === 0 && questions.length === 0 && obligation !== "reviewed") {
    report(
      "no-routes",
      pointer,
      `the requirement ${quote(id)} has no routes; write one, or a question if its criterion is unpublished`,
    );
  }
  checkUnique(
    routes.map((route, index) => ({ id: route.id, pointer: `${pointer}/routes/${index}/id` })),
    report,
  );
  checkUnique(
    questions.map((question, index) => ({ id: question.id, pointer: `${pointer}/questions/${index}/id` })),
    report,
  );
  routes.forEach(({ conditions }, index) => {
    checkCondition(scope, conditions, `${pointer}/routes/${index}/conditions`, hasCycle);
  });
}

/** Checks that everything citing a document cites a known one. */
function checkCited(scope: Scope, rulebook: Rulebook): void {
  for (const part of ["pathways", "conditions", "equivalences", "credentials"] as const) {
    visitSources(rulebook[part], (sources, pointer) => checkSources(scope, sources, pointer), `/${part}`);
  }
}

/** Visits every list of citations. */
export function visitSources(
  part: unknown,
  visit: (sources: readonly Citation[], pointer: string) => void,
  pointer: string,
): void {
  if (typeof part !== "object" || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    const at = `${pointer}/${escapeKey(key)}`;
    if (key === "sources") visit(value as readonly Citation[], at);
    else visitSources(value, visit, at);
  }
}

/** Checks editions that share ids. */
export function checkEditions(
  all: readonly ({ readonly id: string } & Dated)[],
  pointer: string,
  report: Report,
): void {
  const placed = all.map((dated, index) => ({ dated, at: `${pointer}/${index}` }));
  for (const [, same] of byId(placed, ({ dated }) => dated.id)) checkOverlap(same, report);
}

/** Reports editions of one thing that hold on the same day although neither replaces the other. */
export function checkOverlap(
  editions: readonly { readonly dated: Dated; readonly at: string }[],
  report: Report,
): void {
  const inOrder = [...editions].sort((a, b) => beginOf(a.dated) - beginOf(b.dated));
  inOrder.forEach(({ dated, at }, index) => {
    if (endOf(dated) < beginOf(dated)) {
      report("end-before-start", `${at}/inForce`, "it ends before it begins; exchange or correct the days");
    }
    const next = inOrder[index + 1];
    if (next === undefined) return;
    if (beginOf(next.dated) === beginOf(dated)) {
      report("overlap", `${next.at}/inForce`, `it begins on the same day as ${at}; give one of them another day`);
    } else if (dated.inForce?.to !== undefined && endOf(dated) >= beginOf(next.dated)) {
      report(
        "overlap",
        `${at}/inForce/to`,
        `it still holds when ${next.at} begins; leave "to" out, for an edition ends where the next begins`,
      );
    }
  });
}

/** Checks that names used are in force whenever what uses them is. */
export function checkNamesInForce(
  rulebook: Rulebook,
  requirement: Dated & Pick<Requirement, "routes">,
  pointer: string,
  report: Report,
): void {
  for (const { kind, id } of namesIn(rulebook, requirement.routes ?? [])) {
    const editions: readonly (NamedCondition | Equivalence)[] = rulebook[kind].filter((one) => one.id === id);
    if (editions.length === 0) continue;
    const [from, to] = [beginOf(requirement), endOf(requirement)];
    const days = [from, ...changeDays(editions).filter((day) => from < day && day <= to)];
    const missing = days.find((day) => editionOn(editions, day) === undefined);
    if (missing === undefined) continue;
    const since = Number.isFinite(missing) ? `on ${isoDay(missing)}` : "at first";
    report(
      "not-in-force",
      pointer,
      `it uses ${quote(id)}, of which no edition holds ${since}; add that edition or correct the days`,
    );
  }
}

interface Name {
  readonly kind: "conditions" | "equivalences";
  readonly id: string;
}

/** Lists the named conditions and equivalences that something uses, and those that these use. */
export function namesIn({ conditions, equivalences }: Rulebook, part: readonly Route[] | Condition): readonly Name[] {
  const found = new Map<string, Name>();
  const visit = (one: unknown): void => {
    if (typeof one !== "object" || one === null) return;
    for (const [key, value] of Object.entries(one)) {
      if (key === "condition" && typeof value === "string") add({ kind: "conditions", id: value });
      else if (key === "equivalences" && Array.isArray(value)) value.forEach((id) => add({ kind: "equivalences", id }));
      else if (key !== "value") visit(value);
      else visit((value as { params?: unknown } | null)?.params);
    }
  };
  const add = (name: Name) => {
    const key = `${name.kind}/${name.id}`;
    if (found.has(key)) return;
    found.set(key, name);
    const bodies = name.kind === "conditions" ? conditions : equivalences;
    for (const body of bodies) if (body.id === name.id) visit("where" in body ? body.where : body.conditions);
  };
  visit(part);
  return [...found.values()];
}

function checkCredentials({ credentials }: Rulebook, report: Report): void {
  checkUnique(
    credentials.map(({ id }, index) => ({ id, pointer: `/credentials/${index}/id` })),
    report,
  );
  const next = new Map<string, readonly string[]>();
  credentials.forEach(({ id, conversions = [] }, index) => {
    conversions.forEach(({ status, becomes }, at) => {
      next.set(status === "full" ? id : `${id}:emerging`, becomes);
      becomes.forEach((word, place) => {
        if (heldWords.includes(word)) return;
        const pointer = `/credentials/${index}/conversions/${at}/becomes/${place}`;
        report("unknown-word", pointer, `${quote(word)} is no category; write one, or one with ":emerging"`);
      });
    });
  });
  for (const word of next.keys()) {
    if (reaches(next, word, word))
      report("cycle", "/credentials", `${word} becomes, in the end, itself; break the circle`);
  }
}

function reaches(
  next: ReadonlyMap<string, readonly string[]>,
  from: string,
  to: string,
  seen = new Set<string>(),
): boolean {
  return (next.get(from) ?? []).some((word) => {
    if (word === to) return true;
    if (seen.has(word)) return false;
    seen.add(word);
    return reaches(next, word, to, seen);
  });
}

function checkRenamed({ renamed, pathways }: Rulebook, report: Report): void {
  const known = Object.values(pathways).flatMap(({ pathways: own, requirements }) =>
    own.flatMap(({ id }) =>
      requirements.flatMap((one) => ((one.pathways?.includes(id) ?? true) ? [`${id}/${one.id}`] : [])),
    ),
  );
  renamed.forEach(({ from, to }, index) => {
    const onward = renamed.some((one) => one.from === to);
    if (!known.includes(to) && !onward) {
      report(
        "unknown-requirement",
        `/renamed/${index}/to`,
        `there is no requirement ${quote(to)}; ${suggest(to, known, "write pathway/requirement")}`,
      );
    }
    if (known.includes(from)) {
      report(
        "still-used",
        `/renamed/${index}/from`,
        `${quote(from)} is still a requirement; remove this line or rename the requirement`,
      );
    }
  });
  checkUnique(
    renamed.map(({ from }, index) => ({ id: from, pointer: `/renamed/${index}/from` })),
    report,
  );
}
