/** The example of an application whose rules run after ours and use what these came to. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { followUp } from "../../examples/follow-up";
import { evaluate } from "../../src/index";
import { parseApplicant } from "../../src/schema";

const asOf = "2026-11-23";
const read = (name: string) => parseApplicant(JSON.parse(readFileSync(`examples/${name}.json`, "utf8")));

describe("a host's rules after ours", () => {
  test("invite who can apply, and is not eligible before the exam", async () => {
    const { letters, advise } = await followUp(read("policy-leader"), asOf, "IMHM-P");
    expect(letters).toEqual(["apply now (not-yet)"]);
    expect(advise).toEqual(["exam"]);
  });

  test("invite nobody who is eligible already", async () => {
    expect((await followUp(read("home-visitor-without-degree"), asOf, "IFS")).letters).toEqual([]);
  });

  test("invite nobody whose experience is not certain, and ask", async () => {
    const { letters, ask } = await followUp(read("half-told"), asOf, "IFA");
    expect(letters).toEqual([]);
    expect(ask.length).toBeGreaterThan(0);
  });

  test.for([
    ["home-visitor-unqualified-provider", "IFS"],
    ["policy-leader", "IMHM-P"],
    ["half-told", "IFA"],
    ["child-care-teacher", "IFA"],
    ["reflective-supervisor", "ERS"],
  ] as const)("hear how a requirement failed, as evaluate says it: %s, %s", async ([name, pathway]) => {
    const applicant = read(name);
    const [verdict] = evaluate(applicant, { asOf, pathways: [pathway], detail: "account" }).pathways;
    const of = (status: string) =>
      verdict?.requirements
        .flatMap((one) => (one.status === status && one.obligation === "required" ? [one.id] : []))
        .sort();
    const { ask, advise } = await followUp(applicant, asOf, pathway);
    expect({ ask, advise }).toEqual({ ask: of("unknown"), advise: of("unmet") });
  });
});
