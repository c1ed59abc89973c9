/** What is asked could change the verdict, and what is not asked cannot. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Field } from "../../src/evidence/field";
import { fields } from "../../src/evidence/fields";
import { nextQuestion, questions } from "../../src/explain/questions";
import type { OpenToAsk } from "../../src/explain/questions/model";
import { evaluate } from "../../src/index";
import type { Applicant } from "../../src/model/applicant";
import { answer } from "../generate/answers";
import { numbers } from "../generate/applicants";

const asOf = "2026-11-23";
const example = (name: string) => JSON.parse(readFileSync(`examples/${name}.json`, "utf8")) as Applicant;

type Told = Readonly<Record<string, unknown>>;

describe("questions", () => {
  test("whoever answers them all has nothing unknown left that an applicant could tell", () => {
    const random = numbers(5);
    for (const name of ["half-told", "home-visitor-unqualified-provider", "doula-volunteer"]) {
      let applicant: Applicant = { ...example(name), unfinished: [] };
      const options = { asOf, pathways: ["IFA", "IFS"] } as const;
      for (let turn = 0; turn < 40; turn++) {
        const next = nextQuestion(applicant, options);
        if (next === undefined) break;
        applicant = answered(applicant, next, random);
      }
      expect(nextQuestion(applicant, options)).toBeUndefined();
      const open = evaluate(applicant, options).pathways.flatMap(({ requirements, questions: left }) =>
        requirements.filter(
          ({ id, status, obligation }) =>
            status === "unknown" && obligation === undefined && !left.some((one) => one.requirement === id),
        ),
      );
      expect(open).toEqual([]);
    }
  });

  test("a person is asked about once, however many sessions name them", () => {
    const sessions = Array.from({ length: 30 }, (_, index) => ({
      date: `2025-${String((index % 12) + 1).padStart(2, "0")}-10`,
      hours: 1,
      provider: "ana",
      ages: [0, 36] as const,
    }));
    const applicant: Applicant = {
      people: [{ id: "ana", name: "Ana Ruiz" }],
      supervisionReceived: sessions,
      references: [{ rater: "ana", roles: ["rsc-provider"] }],
    };
    const all = questions(applicant, { asOf, pathways: ["IFS"] });
    const about = all.filter(({ id }) => id.startsWith("people/"));
    expect(about.map(({ id, text }) => [id, text])).toEqual(
      [
        ["people/ana.endorsements", "Person “Ana Ruiz”: Endorsements held?"],
        ["people/ana.degree", expect.any(String)],
        ["people/ana.meetsCriteria", expect.any(String)],
      ].filter(([id]) => about.some((one) => one.id === id)),
    );
    expect(about.filter(({ id }) => id === "people/ana.endorsements")).toHaveLength(1);
  });

  test("asks for input fields, never for what is worked out of them", () => {
    const all = questions(example("half-told"), { asOf }).filter((one) => one.to === "applicant");
    for (const { field, collection, id } of all) {
      if (field === undefined) continue;
      expect(Object.keys(collection === undefined ? { residence: 0 } : fields[collection]), id).toContain(field.name);
    }
    expect(all.length).toBeGreaterThan(10);
  });

  test("I don't know is an answer", () => {
    const [first, second] = questions(example("half-told"), { asOf }) as [OpenToAsk, OpenToAsk];
    expect(nextQuestion(example("half-told"), { asOf, dontKnow: [first.id] })?.id).toBe(second.id);
  });

  test("what is done while applying is asked last", () => {
    const all = questions({}, { asOf, pathways: ["IFA"] }).filter(({ to }) => to === "applicant");
    const ids = all.map(({ id }) => id);
    expect(ids.slice(-3).sort()).toEqual(["attestations", "memberships", "references"]);
    expect(ids).toContain("training");
  });

  test("questions for the association stand apart", () => {
    const all = questions(example("child-care-teacher"), { asOf, pathways: ["IFA"] });
    expect(all.map(({ to, id }) => [to, id])).toEqual([["association", "training-30-or-33"]]);
    expect(all[0]?.values?.map(({ value }) => value)).toEqual(["30", "30-and-3"]);
  });

  test("where one lives is asked where that decides who may apply", () => {
    const { residence: _, ...applicant } = example("child-care-teacher");
    expect(nextQuestion(applicant, { asOf, association: "us-az" })?.id).toBe("residence");
    expect(questions(applicant, { asOf }).map(({ id }) => id)).not.toContain("residence");
  });

  test("an applicant of whom everything is known is asked nothing", () => {
    expect(nextQuestion(example("home-visitor-without-degree"), { asOf, pathways: ["IFS"] })).toBeUndefined();
  });
});

/** An answer that is told. */
function answered(applicant: Applicant, question: OpenToAsk, random: () => number): Applicant {
  if (question.to === "association" || question.collection === undefined) return applicant;
  const { collection, field, entries } = question;
  const list = (applicant[collection] ?? []) as readonly Told[];
  if (field === undefined) return { ...applicant, [collection]: list };
  const what = (fields[collection] as Readonly<Record<string, Field>>)[field.name] as Field;
  const people = (applicant.people ?? []).map(({ id }) => id);
  const value = answer(what, asOf, people, random) ?? false;
  const names = new Set(entries);
  const told = list.map((entry, index) =>
    names.has(`${collection}/${entry["id"] ?? index}`) ? { ...entry, [field.name]: value } : entry,
  );
  return { ...applicant, [collection]: told };
}
