/**
 * Loads one pathway into an engine: a rule for each of its requirements and for itself, and a named condition for each.
 */
import type { Engine, NestedCondition, TopLevelCondition } from "json-rules-engine";
import type { CompiledPathway, CompiledRequirement } from "../judge/compile";
import type { PathwayId } from "../model/rulebook";
import { failing, type PathwayEvent, type RequirementEvent } from "./events";
import type { Judged } from "./judged";
import { type Target, translate } from "./translate";

/** What pathways are loaded with. */
export interface Loading extends Target {
  readonly engine: Engine;
  readonly priority: number;
  readonly judged: Judged;
  /** Conditions that were translated before, for any applicant. */
  readonly translated: Map<CompiledRequirement, TopLevelCondition>;
}

/** Loads a pathway. */
export function loadPathway(loading: Loading, { pathway: { id }, requirements }: CompiledPathway): void {
  const { engine, prefix, priority, judged } = loading;
  for (const one of requirements) loadRequirement(loading, id, one);
  const required = requirements.filter(({ listed }) => listed.obligation === "required");
  const open = { fact: `${prefix}is-open`, operator: `${prefix}equal`, value: true, params: { pathway: id } };
  const conditions = {
    all: [open, ...required.map(({ listed }) => hasStatus(loading, "met", { pathway: id, requirement: listed.id }))],
  };
  const type = `${prefix}pathway`;
  const event: PathwayEvent = { type: `${type}-eligible`, params: { pathway: id, status: "eligible" } };
  const onFailure = failing(engine, type, () => judged.pathway(id).status);
  engine.addRule({ name: `${prefix}${id}`, priority, conditions, event, onFailure });
  engine.setCondition(`${prefix}${id}`, { all: [hasStatus(loading, "eligible", { pathway: id })] });
}

function loadRequirement(loading: Loading, pathway: PathwayId, compiled: CompiledRequirement): void {
  const { engine, prefix, priority, judged } = loading;
  const { id, obligation, stage } = compiled.listed;
  const name = `${prefix}${pathway}/${id}`;
  const params = { pathway, requirement: id };
  const type = `${prefix}requirement`;
  const event: RequirementEvent = { type: `${type}-met`, params: { ...params, obligation, stage, status: "met" } };
  const onFailure = failing(engine, type, () => judged.requirement(pathway, id));
  engine.addRule({ name, priority, conditions: conditionsOf(loading, pathway, compiled), event, onFailure });
  engine.setCondition(name, { all: [hasStatus(loading, "met", params)] });
}

/** What was judged is looked up, not judged again: its leaves stand in a rule of their own. */
function hasStatus({ prefix }: Target, status: string, params: object): NestedCondition {
  return { fact: `${prefix}status`, operator: `${prefix}equal`, value: status, params };
}

/** An empty `any` is true in the engine: nothing can meet this. */
const NEVER: NestedCondition = { not: { all: [] } };

function conditionsOf(loading: Loading, pathway: PathwayId, compiled: CompiledRequirement): TopLevelCondition {
  const { judged, translated } = loading;
  const { id } = compiled.listed;
  const { isWaived, isAccepting } = judged.decided(pathway, id);
  if (isWaived) return { all: [], name: "waived" };
  const plain = translated.get(compiled) ?? { any: routesOf(loading, compiled) };
  translated.set(compiled, plain);
  if (!isAccepting) return plain;
  // evidence that a coordinator accepted is never taken against the applicant: without it is good enough, too
  return { any: [plain, ...routesOf({ ...loading, accepting: `${pathway}/${id}` }, compiled)] };
}

function routesOf(target: Target, { routes }: CompiledRequirement): NestedCondition[] {
  if (routes.length === 0) return [NEVER];
  return routes.map(({ id, resolved }) => ({ ...translate(resolved, true, target), name: id }));
}
