/**
 * Which golden cases change their verdict, in words.
 */
import { type Effect, type EffectGroup, groupEffects } from "../../cases/changes";
import type { Lines } from "../../explain/lines";
import type { PathwayId } from "../../model/rulebook";
import { byId } from "../../rules/editions";

/** What changes on each pathway, from what to what, and in which cases. */
export function effectLines(effects: readonly Effect[], order: readonly PathwayId[], all: boolean): readonly Lines[] {
  const sentences = new Map(
    effects.map(({ golden, asOf, description }) => [golden, `${golden}, ${asOf}: ${description}`]),
  );
  const groups = byId(groupEffects(effects), ({ pathway }) => pathway);
  return order.flatMap((pathway) => {
    const own = groups.get(pathway) ?? [];
    if (own.length === 0) return [];
    const inOrder = [...own].sort((a, b) => Number(a.requirement !== undefined) - Number(b.requirement !== undefined));
    return [{ text: pathway, below: inOrder.map((group) => groupLines(group, all ? sentences : undefined)) }];
  });
}

const EXAMPLES = 3;

function groupLines(
  { requirement = "the pathway", before, after, cases }: EffectGroup,
  sentences: ReadonlyMap<string, string> | undefined,
): Lines {
  const state = (told: string | undefined) => told ?? "not asked for";
  const count = cases.length === 1 ? "1 case" : `${cases.length} cases`;
  const what = `${requirement}: ${state(before)} → ${state(after)}, ${count}`;
  if (sentences !== undefined) return { text: what, below: cases.map((id) => ({ text: sentences.get(id) ?? id })) };
  return { text: `${what}${cases.length > EXAMPLES ? ", such as" : ":"} ${cases.slice(0, EXAMPLES).join(", ")}` };
}
