/** The commands that look up: where one applies, and what it costs. */
import { describe, expect, test } from "vitest";
import { cli, tooWide } from "./terminal";

const AS_OF = ["--as-of", "2026-11-23"];
const unwrapped = (out: string) => out.replace(/\s+/g, " ");
const said = async (...args: string[]) => {
  const { code, out, err } = await cli(args);
  expect([code, err, args.includes("json") ? [] : tooWide(out, 80)]).toEqual([0, "", []]);
  return out;
};
const refused = async (...args: string[]) => {
  const { code, out, err } = await cli(args);
  expect([code, out]).toEqual([2, ""]);
  return unwrapped(err);
};

describe("where", () => {
  test("names the association that serves a place, and how to judge by its rules", async () => {
    const out = unwrapped(await said("where", "US-VA", ...AS_OF));
    expect(out).toContain("There is an association for this place Apply to the association that serves you: Virginia");
    expect(out).toContain("To be judged by its rules: --association us-va.");
    expect(out).toContain("Sources [1]");
  });

  test("names the Alliance, or says that nothing is known, in small letters too", async () => {
    expect(unwrapped(await said("where", "us-oh", ...AS_OF))).toMatch(
      /The Alliance takes applications Ohio has credentials of its own.*--association alliance/,
    );
    const montana = await said("where", "US-MT", ...AS_OF);
    expect(unwrapped(montana)).toContain("Where to apply is not known Not known, ask the Alliance: Montana");
    expect(montana).not.toContain("--association");
  });

  test("speaks Spanish", async () => {
    expect(await said("where", "US-MT", ...AS_OF, "--language", "es")).toContain(
      "No se sabe dónde solicitar desde el lugar donde vive",
    );
    const fees = unwrapped(await said("fees", "--association", "us-va", ...AS_OF, "--language", "es"));
    expect(fees).toContain("Membresía: $60. Visto por última vez: 2025. [1]");
    expect(fees).toContain("Paga la supervisión reflexiva, no la acreditación.");
  });

  test("prints data", async () => {
    expect(JSON.parse(await said("where", "FR", ...AS_OF, "--format", "json"))).toMatchObject({
      kind: "alliance",
      association: "alliance",
    });
    expect(JSON.parse(await said("where", "FR", "--as-of", "2024-12-31", "--format", "json"))).toMatchObject({
      kind: "unknown",
    });
  });

  test("refuses what is no place, and what is no day", async () => {
    expect(await refused("where", "Atlantis", ...AS_OF)).toContain("no place is known as Atlantis; write its code");
    expect(await refused("where", "US-OH", "--as-of", "2026-02-30")).toContain("there is no such day");
  });
});

describe("fees", () => {
  test("tells what is charged, when a page last showed it, and what is not known", async () => {
    const out = unwrapped(await said("fees", "--association", "us-va", "--pathway", "IMHM-C", ...AS_OF));
    expect(out).toContain("as far as it was known on November 23, 2026. Ask it before you pay: https://www.vaimh.org/");
    expect(out).toContain("Membership: $60. Last seen 2025. [1]");
    expect(out).toMatch(
      /Exam fee: \$200\. Last seen 20\d\d\. \[\d, \d\] For IMHM-C, .*\. Paid to the Alliance; it covers registration, reviewers and the letter with the result\./,
    );
    expect(out).toContain("Reactivation fee: not found.");
    expect(out).toMatch(/Sources \[1\]/);
  });

  test("says of what only an old page shows that it is old", async () => {
    const out = unwrapped(await said("fees", "--association", "us-mi", "--pathway", "IFS", ...AS_OF));
    expect(out).toContain("Reinstatement fee: charged, how much was not found. Last seen 2022");
    expect(out).toMatch(
      /Processing fee: \$100\. Last seen 2010: old, ask first\. \[\d\] For IFS\. Due by the day on which you submit\./,
    );
  });

  test("tells help with the cost apart by what it pays for, and only what helps toward the pathway", async () => {
    const out = unwrapped(await said("fees", "--association", "us-or", ...AS_OF));
    expect(out).toContain(
      "Oregon's Family Child Care Scholarship. It pays for the fees of the endorsement and membership",
    );
    expect(out).toContain(
      "Betty Gray Early Childhood Scholarship (Oregon). It pays for training, not for the endorsement itself.",
    );
    expect(out).not.toContain("Rural infant mental health initiative");
    const mentor = unwrapped(await said("fees", "--association", "us-or", "--pathway", "IMHM-C", ...AS_OF));
    expect(mentor).not.toContain("Family Child Care Scholarship");
    expect(mentor).toContain("Betty Gray");
    expect(unwrapped(await said("fees", "--association", "us-tx", ...AS_OF))).toContain(
      "Help with the cost • None was found.",
    );
  });

  test("prints data: the same fee of two pathways once", async () => {
    const args = ["fees", "--association", "us-va", "--pathway", "IFS", "--pathway", "IFA", ...AS_OF];
    const { fees, help } = JSON.parse(await said(...args, "--format", "json")) as {
      readonly fees: readonly { readonly kind: string }[];
      readonly help: readonly { readonly pathway: string; readonly pays: readonly string[] }[];
    };
    expect(fees.filter(({ kind }) => kind === "membership")).toHaveLength(1);
    expect(help).toContainEqual(expect.objectContaining({ pathway: "va-rsc", pays: ["rsc"] }));
  });

  test("answers an unknown association by where to apply there", async () => {
    expect(await refused("fees", "--association", "us-oh", ...AS_OF)).toContain("Ohio has credentials of its own");
    expect(await refused("fees", ...AS_OF)).toContain("--association");
  });
});

test("what no page shows that an association offers is not said to be open or not", async () => {
  const asked = async (pathway: string) =>
    (await cli(["evaluate", "-", ...AS_OF, "--association", "us-co", "--pathway", pathway], { stdin: "{}" })).out;
  expect(await asked("ERS")).toContain("Ask the association: Does the association offer this pathway?");
  expect(await asked("IFA")).not.toContain("Does the association offer");
});
