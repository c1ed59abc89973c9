/**
 * What a rulebook calls what it names.
 */
import type { WrittenQuestion } from "../model/language";
import type { NamedCondition } from "../model/rulebook";

/** Looks up what a named condition or an equivalence says. */
export interface Titles {
  /** What a named condition says, as the end of the phrase "evidence …". */
  readonly condition: (id: string) => string;
  /** What an equivalence says, as a sentence. */
  readonly equivalence: (id: string) => string;
  /** The name of an association. */
  readonly association: (id: string) => string;
  /** A question, with its readings. */
  readonly question: (id: string) => Omit<WrittenQuestion, "id">;
}

/** Makes titles of what a rulebook names. */
export function titlesOf(
  conditions: readonly Pick<NamedCondition, "id" | "title">[],
  equivalences: readonly { readonly id: string; readonly title: string }[],
  associations: readonly { readonly id: string; readonly name: string }[] = [],
  questions: readonly WrittenQuestion[] = [],
): Titles {
  const find = (all: readonly { readonly id: string; readonly title: string }[]) => {
    const titles = new Map(all.map(({ id, title }) => [id, title]));
    return (id: string) => titles.get(id) ?? id;
  };
  const named = associations.map(({ id, name }) => ({ id, title: name }));
  const asked = new Map(questions.map((question) => [question.id, question]));
  return {
    condition: find(conditions),
    equivalence: find(equivalences),
    association: find(named),
    question: (id) => asked.get(id) ?? { text: id },
  };
}
