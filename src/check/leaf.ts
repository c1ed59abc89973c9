/**
 * Reads one leaf that stands in no rulebook, as one of a requirement is read.
 */
import { RulebookError } from "../base/errors";
import type { Leaf } from "../model/language";
import type { RulesInForce } from "../rules/pathway-in-force";
import { leafSchema } from "../schemas/rulebook";
import { checkCondition } from "./condition";
import { collector } from "./report";
import { scopeOf } from "./rulebook";
import { reportIssues } from "./shape-issues";

/**
 * Reads a leaf from unknown data.
 *
 * @param rules - What it can refer to.
 * @param hasCycle - Whether its pathway has a renewal cycle.
 * @throws {@link RulebookError} with every issue found, each with a JSON pointer from the leaf.
 */
export function parseLeaf(
  { conditions, equivalences, questions }: Pick<RulesInForce, "conditions" | "equivalences" | "questions">,
  input: unknown,
  hasCycle: boolean,
): Leaf {
  const { issues, report } = collector();
  const result = leafSchema.safeParse(input);
  if (result.success) {
    checkCondition(scopeOf({ conditions, equivalences, questions, sources: [] }, report), result.data, "", hasCycle);
    if (issues.length === 0) return result.data;
  } else reportIssues(result.error.issues, input, leafSchema, report);
  throw new RulebookError(issues);
}
