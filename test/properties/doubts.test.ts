/** A question that does not bear on somebody decides nothing for that person: answered either way, no state changes. */
import { expect, test } from "vitest";
import { evaluate } from "../../src/index";
import type { PathwayId } from "../../src/model/rulebook";
import type { Verdict } from "../../src/model/verdict";
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

const statesOf = ({ pathways: judged }: Verdict, pathway: PathwayId) => {
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
      const chosen = evaluate(applicant, { asOf, overlay, pathways });
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
