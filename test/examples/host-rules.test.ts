/** The example of an application that adds rules of its own to the engine. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { reportOn } from "../../examples/host-rules";
import { evaluate } from "../../src/index";
import { parseApplicant } from "../../src/schema";

const asOf = "2026-11-23";
const read = (name: string) => parseApplicant(JSON.parse(readFileSync(`examples/${name}.json`, "utf8")));

describe("a host's own rule beside ours", () => {
  test("holds where its own fact, a requirement and a measure hold", async () => {
    const applicant = read("home-visitor-without-degree");
    const { isEligible, fee } = await reportOn({ applicant, hours: 20 }, asOf);
    expect(isEligible).toBe(true);
    expect(fee).toMatch(/half of the supervision/);
  });

  test("fails where its own fact does not hold", async () => {
    const applicant = read("home-visitor-without-degree");
    const { isEligible, fee } = await reportOn({ applicant, hours: 19 }, asOf);
    expect(isEligible).toBe(true);
    expect(fee).toBeUndefined();
  });

  test("fails where the measure does not reach: 8 hours from a qualified provider", async () => {
    const applicant = read("home-visitor-unqualified-provider");
    const { met, isEligible, fee } = await reportOn({ applicant, hours: 40 }, asOf);
    expect(met).toContain("work");
    expect(isEligible).toBe(false);
    expect(fee).toBeUndefined();
  });

  test("fails where the requirement is not met: preschool children are no infants", async () => {
    const applicant = read("preschool-consultant");
    expect((await reportOn({ applicant, hours: 40 }, asOf)).fee).toBeUndefined();
  });

  test("is not met by what was not told", async () => {
    const applicant = read("half-told");
    expect((await reportOn({ applicant, hours: 40 }, asOf)).fee).toBeUndefined();
  });

  test.for(["home-visitor-without-degree", "home-visitor-unqualified-provider", "policy-leader", "half-told"])(
    "listens to what evaluate says: %s",
    async (name) => {
      const applicant = read(name);
      const [verdict] = evaluate(applicant, { asOf, pathways: ["IFS"], detail: "account" }).pathways;
      const { met, isEligible } = await reportOn({ applicant, hours: 0 }, asOf);
      expect(met).toEqual(
        verdict?.requirements
          .flatMap(({ id, status, obligation }) => (status === "met" && obligation === "required" ? [id] : []))
          .sort(),
      );
      expect(isEligible).toBe(verdict?.status === "eligible");
    },
  );
});
