/** The register of flexible rules: every "X counts as Y" that the research found, and where it is encoded. */
import registerJson from "../rules/register.json";
import type { Rulebook } from "../src/model/rulebook";
import type { Registered } from "./author-schemas";
import { visitData } from "./rule-checks";

/** The register. */
export const register = registerJson as readonly Registered[];

/** Lists where each id of the register stands in the rules, as JSON pointers. */
export function usesOf(rulebook: Rulebook): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, string[]>();
  visitData(rulebook, "", (node, pointer) => {
    if (!("register" in node)) return;
    for (const id of node.register as readonly string[]) uses.set(id, [...(uses.get(id) ?? []), pointer]);
  });
  return uses;
}

/** Names what a pointer leads to, as a reader would: `family-specialist/rsc/any-applicant`, `routes/a-degree`. */
export function nameOf(rulebook: Rulebook, pointer: string): string {
  const [part, file = "", ...keys] = pointer.slice(1).split("/");
  if (part === "routes" || part === "requirements") return `${part}/${file}`;
  const names = part === "pathways" ? [file] : [];
  let node: unknown = rulebook;
  for (const key of [part as string, file, ...keys]) {
    node = (node as Readonly<Record<string, unknown>>)[key];
    if (typeof node === "object" && node !== null && "id" in node && typeof node.id === "string") names.push(node.id);
  }
  return names.join("/");
}
