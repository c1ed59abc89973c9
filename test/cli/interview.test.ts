/** The interview, with answers in place of a person: what is asked, what is saved, how it goes on. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Ask, Canceled, type Selectable } from "../../src/cli/io";
import { type Applicant, evaluate } from "../../src/index";
import { parseApplicant } from "../../src/schema";
import { cli } from "./terminal";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "interview-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, "me.json");
const saved = () => JSON.parse(readFileSync(file(), "utf8")) as Applicant;

/** A question, as it was put. */
interface Put {
  readonly question: string;
  readonly screen: string;
  readonly choices: readonly Selectable[];
}

/** Answers each question by a rule; `undefined` stops as Ctrl+C does. */
function person(answer: (put: Put) => string | readonly string[] | undefined) {
  const asked: Put[] = [];
  let screen = "";
  const put = async (question: string, choices: readonly Selectable[] = []) => {
    asked.push({ question, screen, choices });
    if (asked.length > 200) throw new Error("it never ends");
    const given = answer({ question, screen, choices });
    if (given === undefined) throw new Canceled();
    return given as never;
  };
  const ask: Ask = {
    screen: (text) => {
      screen = text;
    },
    choose: put,
    chooseSome: put,
    confirm: put,
    text: async (question, _, problem) => {
      const given = (await put(question)) as string;
      const wrong = given === "" ? undefined : problem(given);
      if (wrong !== undefined) throw new Error(`${question} ${given}: ${wrong}`);
      return given;
    },
  };
  return { ask, asked };
}

/** Answers in their order, and then that there is nothing more. */
function inOrder(...given: (string | readonly string[] | undefined)[]) {
  let at = 0;
  return person(({ choices }) => {
    if (at < given.length) return given[at++];
    const values = choices.map(({ value }) => value);
    return values.includes("=") ? "=" : values.includes("?") ? "?" : "";
  });
}

const interview = (ask: Ask, ...more: string[]) =>
  cli(["interview", file(), "--as-of", "2026-11-23", ...more], { ask, isTTY: true });

describe.for([
  ["en", "Where do you live?", "Signed statements: what do you have?", "You meet 1 of 6 requirements"],
  ["es", "¿Dónde vive usted?", "Declaraciones firmadas: ¿qué tiene?", "Usted cumple 1 de 6 requisitos"],
] as const)("in %s", ([language, where, signed, answer]) => {
  // of nothing else is there anything to ask
  beforeEach(() => {
    const told = { education: [], credentials: [], work: [], training: [], references: [], memberships: [] };
    writeFileSync(file(), JSON.stringify(told));
  });

  test("asks one question a screen, saves each answer, and ends with the explanation", async () => {
    const { ask, asked } = inOrder("Washington", "IFA", "+", "code-of-ethics", "=");
    const { code, out } = await interview(ask, "--language", language);
    expect(code).toBe(0);
    expect(asked.slice(0, 3).map(({ question }) => question)).toEqual([where, expect.any(String), signed]);
    expect(saved()).toMatchObject({ residence: "US-WA", attestations: [{ kind: "code-of-ethics" }] });
    expect(() => parseApplicant(saved())).not.toThrow();
    const plain = out.replace(/\s+/g, " ");
    expect(plain).toContain(answer);
    expect(plain).toContain("Center for Early Relational Health");
    const words = asked.flatMap(({ question, screen, choices }) => [
      question,
      screen,
      ...choices.map((one) => one.label),
    ]);
    expect(words.join("\n")).not.toMatch(/undefined|\{[a-z]+\}|[\u{E000}\u{E001}]/u);
    if (language === "es") expect(words.join("\n")).not.toMatch(/\b(?:the|what|your|is that all|hours of)\b/i);
  });

  test("stops, and goes on where it stopped", async () => {
    const first = inOrder("Washington", "IFA", "+", undefined);
    const stopped = await interview(first.ask, "--language", language);
    expect(stopped.code).toBe(130);
    expect(stopped.err.replace(/\s+/g, " ")).toContain(`endorsement-pathways interview ${file()}`.slice(0, 30));
    const second = person(() => "!");
    const { code } = await interview(second.ask, "--language", language);
    expect([code, second.asked.length]).toEqual([0, 1]);
    // neither the place nor the category, but the entry that was begun
    expect(second.asked[0]?.choices.map(({ value }) => value)).toContain("code-of-ethics");
  });
});

test("goes back, as far as one likes", async () => {
  const { ask, asked } = inOrder("Washington", "IFA", "=", "<", "<", "IFS", undefined);
  await interview(ask);
  const questions = asked.map(({ question }) => question);
  expect(questions[5]).toBe("Which category is it about?");
  expect(saved().attestations).toBeUndefined();
  expect(JSON.parse(readFileSync(join(folder, "me.interview.json"), "utf8"))).toMatchObject({ pathway: "IFS" });
});

test("does not ask again what is not known, unless that is wished", async () => {
  const unknown = () => person(({ choices }) => (choices.some(({ value }) => value === "IFA") ? "IFA" : "?"));
  const first = unknown();
  const { out } = await interview(first.ask);
  expect(new Set(first.asked.map(({ question }) => question)).size).toBe(first.asked.length);
  expect(out).toContain("--again");
  const second = unknown();
  await interview(second.ask);
  expect(second.asked).toEqual([]);
  const third = unknown();
  await interview(third.ask, "--again");
  expect(third.asked.length).toBe(first.asked.length);
});

test("what is told is what is judged: a whole life, told in answers", async () => {
  const answers: readonly (readonly [RegExp, string | readonly string[]])[] = [
    [/^Where do you live/, "Oregon"],
    [/^Which category/, "IFA"],
    [/^Licenses and credentials: what/, "+"],
    [/^What it is called/, "CDA, Portland"],
    [/“CDA, Portland”: Kind/, "cda"],
    [/“CDA, Portland”: Awarded/, "March 2024"],
    [/“CDA, Portland”: Valid/, ""],
    [/^Trainings: what/, "+"],
    [/^Title/, "Sleep"],
    [/“Sleep”: Date/, "3/14/2024"],
    [/“Sleep”: Clock hours/, "33"],
    [/“Sleep”: Topics/, ["diversity-equity-inclusion"]],
    [/“Sleep”: Comp/, ["law-regulation-policy"]],
    [/“Sleep”: Ages/, "0-36"],
    [/^Reference ratings: what/, "+"],
    [/Reference rating 1: What/, ["current-supervisor"]],
    [/Reference rating 1: Rater/, "@"],
    [/^What is the name/, "María López"],
  ];
  const { ask, asked } = person(({ question, choices }) => {
    const found = answers.find(([pattern]) => pattern.test(question));
    if (found !== undefined) return found[1];
    return choices.some(({ value }) => value === "=") ? "=" : "?";
  });
  const { code } = await interview(ask);
  expect(code).toBe(0);
  const told = saved();
  expect(told).toMatchObject({
    residence: "US-OR",
    credentials: [{ title: "CDA, Portland", kind: "cda" }],
    training: [{ title: "Sleep", hours: 33 }],
    people: [{ id: "maria-lopez", name: "María López" }],
    references: [{ roles: ["current-supervisor"], rater: "maria-lopez" }],
  });
  const [judged] = evaluate(told, { asOf: "2026-11-23", association: "us-or", pathways: ["IFA"] }).pathways;
  expect(judged?.requirements.find(({ id }) => id === "education-or-work")?.status).toBe("met");
  expect(asked.length).toBeGreaterThan(12);
});

describe("is refused", () => {
  test("where there is no terminal, and told what to do instead", async () => {
    const { code, err } = await cli(["interview", file()]);
    expect(code).toBe(2);
    expect(err.replace(/\s+/g, " ")).toContain("to list the questions instead: endorsement-pathways ask");
  });

  test("where what was remembered is no such thing", async () => {
    writeFileSync(file(), "{}");
    writeFileSync(join(folder, "me.interview.json"), '{"dontKnow": 3}');
    const { code, err } = await interview(inOrder().ask);
    expect([code, err.replace(/\s+/g, " ")]).toEqual([2, expect.stringContaining("delete the file")]);
  });
});
