/** A question that does not bear on somebody decides nothing for that person: answered either way, no state changes. */
import { expect, test } from "vitest";
import { evaluate } from "../../src/index";
import type { PathwayId } from "../../src/model/rulebook";
import type { StatusVerdict, Verdict } from "../../src/model/verdict";
import { embeddedRulebook } from "../../src/rules/embedded";
import { parseOverlay } from "../../src/schema";
import { Generator, numbers } from "../generate/applicants";
import { goldenCases } from "../generate/golden-cases";

const asOf = "2026-01-01";
const book = embeddedRulebook();
const pathways: readonly PathwayId[] = ["IFA", "IFS", "IMHS", "IMHM-C", "ECFS", "ECFRS", "ECMHS", "ERS", "renewal"];

/** An association of its own, so that its answers are all that differs. */
const file = { id: "us-zz", name: "An association", site: "https://example.org", sources: ["mi-train"] };
const association = parseOverlay(file);
const answered = (question: string, reading: string) =>
  parseOverlay({ ...file, choose: { [question]: [{ reading, sources: ["mi-train"] }] } });

const statesOf = ({ pathways: judged }: StatusVerdict | Verdict, pathway: PathwayId) => {
  const found = judged.find((one) => one.pathway === pathway);
  return [found?.status, ...(found?.requirements ?? []).map(({ id, status }) => `${id} ${status}`)];
};

/** Questions in turn, so that none is left out for long: these are asked by rules in force on the day. */
const random = numbers(12);
const questions = book.questions
  .flatMap(({ id, readings = [] }) => readings.map((reading) => ({ question: id, reading: reading.id })))
  .map((one) => ({ ...one, at: random() }))
  .sort((a, b) => a.at - b.at)
  .slice(0, 14);

test("a question that does not bear changes no state, however it is answered; one that bears may", () => {
  const generator = new Generator(goldenCases(), 12);
  const applicants = Array.from({ length: 30 }, () => generator.next().applicant);
  const before = applicants.map((applicant) => evaluate(applicant, { asOf, overlay: association, pathways }));
  let kept = 0;
  let decided = 0;
  for (const { question, reading } of questions) {
    const overlay = answered(question, reading);
    applicants.forEach((applicant, index) => {
      const plain = before[index] as Verdict;
      const chosen = evaluate(applicant, { asOf, overlay, pathways, detail: "status" });
      for (const { pathway, questions: bearing } of plain.pathways) {
        const same = JSON.stringify(statesOf(plain, pathway)) === JSON.stringify(statesOf(chosen, pathway));
        if (bearing.some(({ id }) => id === question)) decided += same ? 0 : 1;
        else if (same) kept++;
        else
          expect.fail(`${question}: ${reading} changes ${pathway} of applicant ${index}\n${JSON.stringify(applicant)}`);
      }
    });
  }
  // nothing of this is empty
  expect(kept).toBeGreaterThan(1_000);
  expect(decided).toBeGreaterThan(10);
});

/** Answers to questions: some of the base, asked of an association of its own, and all of each association. */
const answers = [
  { association: file, questions: book.questions.filter((_, index) => index % 4 === 0) },
  ...Object.values(book.associations).map(({ id, questions: own = [] }) => ({
    association: { id, extends: id },
    questions: own,
  })),
].flatMap(({ association: asking, questions: all }) =>
  all.flatMap(({ id: question, readings = [] }) =>
    readings.map(({ id: reading }) => ({ association: asking, question, reading })),
  ),
);

const plains = new Map<string, ReturnType<typeof parseOverlay>>();

/** The rules of an association before it answers, compiled once for all of its answers. */
function plainOf(asking: { readonly id: string }): ReturnType<typeof parseOverlay> {
  const known = plains.get(asking.id) ?? parseOverlay(asking);
  plains.set(asking.id, known);
  return known;
}

test("no answer to a question, of the base or of an association, changes what is certain or what it does not bear on", () => {
  const generator = new Generator(goldenCases(), 13);
  const any = numbers(13);
  const days = ["2016-06-01", "2020-06-01", "2022-12-31", "2024-06-01", asOf];
  const applicants = Array.from({ length: 30 }, () => generator.next().applicant);
  let certain = 0;
  for (const { association: asking, question, reading } of answers) {
    const plain = plainOf(asking);
    const chosen = parseOverlay({ ...asking, choose: { [question]: [{ reading, sources: ["mi-train"] }] } });
    for (let tried = 0; tried < 3; tried++) {
      const applicant = applicants[Math.floor(any() * applicants.length)] ?? {};
      const day = days[Math.floor(any() * days.length)] as string;
      const before = evaluate(applicant, { asOf: day, overlay: plain, pathways });
      const after = evaluate(applicant, { asOf: day, overlay: chosen, pathways, detail: "status" });
      for (const { pathway, questions: bearing } of before.pathways) {
        const [states, others] = [before, after].map((one) => statesOf(one, pathway));
        const bears = bearing.some(({ id }) => id === question);
        states?.forEach((state, at) => {
          if (bears && /unknown|undetermined/.test(String(state))) return;
          certain++;
          if (state === others?.[at]) return;
          expect.fail(`${question}: ${reading} changes ${pathway} ${state} on ${day} of ${JSON.stringify(applicant)}`);
        });
      }
    }
  }
  expect(answers.length).toBeGreaterThan(30);
  expect(certain).toBeGreaterThan(500);
});
