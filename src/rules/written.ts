/**
 * Spells out what is written once under a name: requirements, routes, questions, citations.
 */
import { isMeasureFact, type MeasureFact } from "../model/facts";
import type {
  Citation,
  Condition,
  Confidence,
  Leaf,
  MeasureParams,
  Question,
  Readings,
  Slot,
  Sources,
  Where,
  WrittenLeaf,
  WrittenQuestion,
} from "../model/language";
import type { Label, Overlay, OverlayRequirement } from "../model/overlay";
import type {
  Cited,
  PathwayFile,
  Requirement,
  RequirementUse,
  Route,
  RouteUse,
  Rulebook,
  Source,
  WrittenRequirement,
  WrittenRoute,
  WrittenSource,
} from "../model/rulebook";

/** What written rules refer to by name. */
export type Shared = Pick<Rulebook, "requirements" | "routes" | "questions">;

/** What an overlay's rules refer to: what the base shares, and its own questions. */
export const sharedWith = (rulebook: Shared, overlay: Pick<Overlay, "questions"> | undefined): Shared => ({
  requirements: rulebook.requirements,
  routes: rulebook.routes,
  questions: [...rulebook.questions, ...(overlay?.questions ?? [])],
});

/** The confidence of what does not say any. */
export const CONFIDENCE: Confidence = "medium";

/** Spells citations out. */
export const citations = (sources: Sources = []): readonly Citation[] =>
  sources.map((one) => (typeof one === "string" ? { source: one } : one));

/** Spells out who published a document. */
export function sourceOf(
  { associations }: Pick<Rulebook, "associations">,
  { association, publisher = associations[association ?? ""]?.name ?? association ?? "", ...document }: WrittenSource,
): Source {
  return { ...document, publisher };
}

const spelledSources = new WeakMap<Rulebook, ReadonlyMap<string, Source>>();

/** The documents of the base; an explanation asks for hundreds. */
function sourcesById(rulebook: Rulebook): ReadonlyMap<string, Source> {
  let byIds = spelledSources.get(rulebook);
  if (byIds === undefined) {
    byIds = new Map(rulebook.sources.map((one) => [one.id, sourceOf(rulebook, one)]));
    spelledSources.set(rulebook, byIds);
  }
  return byIds;
}

/** Finds a document that is cited by the base, or by an overlay. */
export function findSource(rulebook: Rulebook, id: string, overlay?: Overlay): Source | undefined {
  const found = sourcesById(rulebook).get(id);
  if (found !== undefined) return found;
  const own = overlay?.documents?.find((one) => one.id === id);
  const publisher = own?.association === undefined && { publisher: overlay?.name ?? "" };
  return own && sourceOf(rulebook, { ...publisher, ...own });
}

/** Lists the own names of pathways one by one. */
export const labelsOf = ({ labels = [] }: Pick<Overlay, "labels">): readonly Spelled<Label>[] =>
  labels.flatMap((written) => {
    const { names, short, ...statement } = spelled(written);
    return Object.entries(names).map(([pathway, name]) => {
      const own = short?.[pathway];
      return { pathway, name, ...(own !== undefined && { short: own }), ...statement };
    });
  });

/** Something with its sources and its confidence spelled out. */
export type Spelled<T extends Cited> = Omit<T, keyof Cited> & {
  /** Where it is said. */
  readonly sources: readonly Citation[];
  /** How sure it is. */
  readonly confidence: Confidence;
};

/** Spells the sources and the confidence of something out. */
export const spelled = <T extends Cited>(one: T): Spelled<T> => ({
  ...one,
  sources: citations(one.sources),
  confidence: one.confidence ?? CONFIDENCE,
});

type NamedUse = { readonly as?: string };

/** Finds what a use stands for: the name of something shared, something shared with what differs, or what it says itself. */
function spellUse<T extends object>(
  shared: Readonly<Record<string, Partial<T>>>,
  use: string | (NamedUse & Partial<T>),
): T {
  const { as, ...own } = typeof use === "string" ? { as: use } : use;
  const whole = as === undefined ? own : { ...find(shared, as), ...own };
  // rules are checked: what a use does not say itself, the shared one says
  return whole as T;
}

function find<T>(shared: Readonly<Record<string, T>>, name: string): T {
  const found = Object.hasOwn(shared, name) ? shared[name] : undefined;
  if (found === undefined) throw new TypeError(`nothing shared is named ${name}`);
  return found;
}

/** Spells a route out. */
export function routeOf({ routes }: Pick<Shared, "routes">, use: WrittenRoute | string | RouteUse): Route {
  const { sources, ...route } = spellUse<WrittenRoute>(routes, use);
  return sources === undefined ? route : { ...route, sources: citations(sources) };
}

/** Finds a question, as a verdict asks it. */
export function questionOf({ questions }: Pick<Shared, "questions">, id: string): Question {
  const found = questions.find((one) => one.id === id);
  if (found === undefined) throw new TypeError(`there is no question ${id}`);
  return asQuestion(found);
}

/** A question, as a verdict asks it. */
export const asQuestion = ({ id, text, sources }: Omit<WrittenQuestion, "readings" | "because">): Question => ({
  id,
  text,
  ...(sources && { sources: citations(sources) }),
});

/** The parts of a requirement that can be written once under a name, spelled out. */
export interface Body extends Omit<Requirement, "inForce" | "sources" | "confidence"> {}

function bodyOf(shared: Shared, written: WrittenRequirement): Body {
  const { routes, questions, inForce: _, sources: __, confidence: ___, ...rest } = written;
  return {
    ...rest,
    ...(routes && { routes: routes.map((one) => routeOf(shared, one)) }),
    ...(questions && { questions: questions.map((id) => questionOf(shared, id)) }),
  };
}

/** Spells out what an overlay's change writes itself. */
export const overlayBody = (shared: Shared, written: OverlayRequirement): Body =>
  bodyOf(shared, spellUse<WrittenRequirement>(shared.requirements, written));

/** Spells a requirement out. */
export const requirementOf = (shared: Shared, use: WrittenRequirement | string | RequirementUse): Requirement =>
  spelledOut(shared, writtenFor(shared, use));

const writtenFor = (shared: Shared, use: WrittenRequirement | string | RequirementUse): WrittenRequirement =>
  spellUse<WrittenRequirement>(shared.requirements, use);

function spelledOut(shared: Shared, written: WrittenRequirement): Requirement {
  const { inForce = {}, sources, confidence = CONFIDENCE } = written;
  return { ...bodyOf(shared, written), inForce, sources: citations(sources), confidence };
}

/** Lists the requirements of a file in all editions, their routes and questions still by name. */
export const writtenIn = (shared: Shared, { requirements }: PathwayFile): readonly WrittenRequirement[] =>
  requirements.map((one) => writtenFor(shared, one));

/** Lists the requirements of a file in all editions, spelled out; of all its pathways, or as far as they are wanted. */
export const requirementsIn = (
  shared: Shared,
  file: PathwayFile,
  isWanted: (written: WrittenRequirement) => boolean = () => true,
): readonly Requirement[] =>
  writtenIn(shared, file)
    .filter(isWanted)
    .map((one) => spelledOut(shared, one));

/** The condition that says which entries are meant. */
export const conditionOf = (where: Where): Condition => (typeof where === "string" ? { condition: where } : where);

/** Whether something stands for another thing in each reading of a question. */
export const isReadings = (part: unknown): part is Readings<unknown> =>
  typeof part === "object" && part !== null && "question" in part && "readings" in part;

/** A comparison in each reading of a question on which its value or some of its parameters depend. */
export interface Depending extends Readings<WrittenLeaf> {
  /** Where the readings are written below the comparison: `value`, `params/within`. */
  readonly keys: readonly string[];
}

/** The parameters that may be another thing in each reading; readings in `where` are about single entries. */
const VARYING: readonly string[] = ["during", "fullTimeEquivalent", "within", "slots", "among"];

/** Whether a comparison depends on no reading. */
export const isSettled = (leaf: WrittenLeaf): leaf is Leaf => dependingOn(leaf) === undefined;

/** A comparison of a measure. */
export interface MeasureLeaf extends Leaf {
  readonly fact: MeasureFact;
  readonly params: MeasureParams;
}

/** Whether a comparison is of a measure. */
export const isMeasureLeaf = (leaf: Leaf): leaf is MeasureLeaf =>
  isMeasureFact(leaf.fact) && leaf.params !== undefined && "of" in leaf.params;

/** Finds the first question on whose readings a comparison depends, and what it is in each of them. */
export function dependingOn(leaf: WrittenLeaf): Depending | undefined {
  const first = firstReadings(leaf);
  if (first === undefined) return undefined;
  const params: readonly (readonly [string, unknown])[] = Object.entries(leaf.params ?? {});
  const depends = (part: unknown, key: string): part is Readings<unknown> =>
    (key === "value" || VARYING.includes(key)) && isReadings(part) && part.question === first.question;
  const inReading = (part: unknown, key: string, id: string) => (depends(part, key) ? part.readings[id] : part);
  const readings = Object.keys(first.readings).map((id) => {
    const told = params.flatMap(([key, part]) => {
      const own = inReading(part, key, id);
      return own === null || own === undefined ? [] : [[key, own] as const];
    });
    const value = inReading(leaf.value, "value", id) as WrittenLeaf["value"];
    return [id, { ...leaf, value, ...(leaf.params && { params: Object.fromEntries(told) }) } as WrittenLeaf] as const;
  });
  const keys = params.flatMap(([key, part]) => (depends(part, key) ? [`params/${key}`] : []));
  return {
    question: first.question,
    readings: Object.fromEntries(readings),
    keys: depends(leaf.value, "value") ? ["value", ...keys] : keys,
  };
}

/** The first readings in a comparison; hardly any has some, so that nothing is made to find out. */
function firstReadings({ value, params = {} }: WrittenLeaf): Readings<unknown> | undefined {
  if (isReadings(value)) return value;
  for (const key in params) {
    const part: unknown = params[key as keyof typeof params];
    if (VARYING.includes(key) && isReadings(part)) return part;
  }
  return undefined;
}

/**
 * Spells out that one of the entries that fill places must be something besides: any one of the places asks for it.
 *
 * @returns Nothing where no such thing is asked for.
 */
export function spreadAmong(leaf: Leaf): Condition | undefined {
  if (!isMeasureLeaf(leaf) || leaf.params.among === undefined) return undefined;
  const { among, slots = [], ...params } = leaf.params;
  const { title, where } = among;
  const kindOf = (slot: Slot) => JSON.stringify([slot.where, slot.atLeast]);
  const any = slots.flatMap((slot, at): Leaf[] => {
    // places that ask for the same can be exchanged
    if (slots.some((other, before) => before < at && kindOf(other) === kindOf(slot))) return [];
    const asked: Slot = {
      ...slot,
      ...(slot.title !== undefined && { title: `${slot.title}, ${title}` }),
      where: slot.where === undefined ? where : { all: [conditionOf(slot.where), conditionOf(where)] },
    };
    return [{ ...leaf, params: { ...params, slots: slots.map((other, index) => (index === at ? asked : other)) } }];
  });
  return any.length === 1 ? any[0] : { any };
}
