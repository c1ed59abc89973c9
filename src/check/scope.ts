/**
 * What conditions can refer to, and whether the questions and documents that they name are there.
 */
import type { Condition, Readings, Sources, WrittenQuestion } from "../model/language";
import { quote, type Report, suggest } from "./report";

/** An edition of something named, with the place where it is written. */
export interface WrittenEdition {
  readonly condition: Condition;
  readonly pointer: string;
  /** Whether an equivalence counts by share of full time. */
  readonly byShare?: boolean;
}

/** What conditions can refer to. */
export interface Scope {
  readonly report: Report;
  /** Named conditions by id, in every edition. */
  readonly conditions: ReadonlyMap<string, readonly WrittenEdition[]>;
  /** Equivalences by id, in every edition. */
  readonly equivalences: ReadonlyMap<string, readonly WrittenEdition[]>;
  /** Cited documents. */
  readonly sources: ReadonlySet<string>;
  /** Named conditions and equivalences that were checked, each with the collection they were checked for. */
  readonly checked: Set<string>;
  /** The questions, by id. */
  readonly questions: ReadonlyMap<string, WrittenQuestion>;
}

/** Checks that a question is known, and that what depends on it says what it is in each of its readings. */
export function checkQuestion(
  { report, questions }: Pick<Scope, "report" | "questions">,
  { question, readings }: Readings<unknown>,
  pointer: string,
): void {
  const at = `${pointer}/question`;
  const asked = questions.get(question);
  if (asked === undefined) {
    const advice = suggest(question, [...questions.keys()], "add it to questions.json");
    return report("unknown-question", at, `there is no question ${quote(question)}; ${advice}`);
  }
  const ids = (asked.readings ?? []).map(({ id }) => id);
  if (ids.length === 0) {
    return report("no-readings", at, `the question ${quote(question)} has no readings; write them in questions.json`);
  }
  for (const id of Object.keys(readings)) {
    if (ids.includes(id)) continue;
    const message = `${quote(question)} has no reading ${quote(id)}; ${suggest(id, ids)}`;
    report("unknown-reading", `${pointer}/readings/${id}`, message);
  }
  for (const id of ids) {
    if (!(id in readings)) {
      report(
        "missing",
        `${pointer}/readings/${id}`,
        `it says nothing of the reading ${quote(id)}; say what it asks for`,
      );
    }
  }
}

/** Checks that the documents cited are known. */
export function checkSources({ report, sources }: Scope, cited: Sources, pointer: string): void {
  cited.forEach((one, index) => {
    const [source, at] = typeof one === "string" ? [one, `${index}`] : [one.source, `${index}/source`];
    if (sources.has(source)) return;
    const advice = suggest(source, [...sources], "add it to documents here, or to sources.json");
    report("unknown-source", `${pointer}/${at}`, `there is no source ${quote(source)}; ${advice}`);
  });
}
