/** The register of flexible rules: every "X counts as Y" that the research found, and where it is encoded. */
import registerJson from "../rules/register.json";
import type { WrittenQuestion } from "../src/model/language";
import type { Rulebook } from "../src/model/rulebook";
import { isReadings } from "../src/rules/written";
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

/** A question of the rules, the form it has, why, and where it stands. */
export interface RegisteredQuestion {
  /** The id. */
  readonly id: string;
  /** The question. */
  readonly text: string;
  /** Whether its answers bear as readings, change nothing, or are all that a requirement has. */
  readonly form: "readings" | "advice" | "stands alone";
  /** Why it has this form. */
  readonly why: string;
  /** What it stands in, named as a reader would. */
  readonly uses: readonly string[];
}

/** Lists every question, of the base and of associations, with its form and the reason of it. */
export function questionsOf(rulebook: Rulebook): readonly RegisteredQuestion[] {
  const uses = new Map<string, Set<string>>();
  const use = (id: string, pointer: string) => uses.set(id, (uses.get(id) ?? new Set()).add(nameOf(rulebook, pointer)));
  visitData(rulebook, "", (node, pointer) => {
    if (isReadings(node)) use(node.question, pointer);
    if ("questions" in node && Array.isArray(node.questions)) {
      for (const one of node.questions) if (typeof one === "string") use(one, pointer);
    }
  });
  const all = [rulebook, ...Object.values(rulebook.associations)].flatMap(({ questions = [] }) => questions);
  return all.map((question) => ({
    id: question.id,
    text: question.text,
    ...formOf(question),
    uses: [...(uses.get(question.id) ?? [])],
  }));
}

function formOf({ readings, because }: WrittenQuestion): Pick<RegisteredQuestion, "form" | "why"> {
  if (readings !== undefined) {
    const answers = readings.map(({ title }) => title).join(" — ");
    return { form: "readings", why: `its answers decide about evidence of this kind: ${answers}` };
  }
  if (because !== undefined) return { form: "advice", why: because };
  return { form: "stands alone", why: "the criterion is not published, so that nobody is certain to meet it" };
}
