/** The hunt for changes of the rules that no golden case notices, on small rules. */
import { describe, expect, test } from "vitest";
import { type Equivalent, failing, preyOf, survivors, unexplained } from "../../scripts/hunt";
import { mutantsOf, shifted } from "../../scripts/mutants";
import type { GoldenCase } from "../../src/cases/golden";
import type { Rulebook } from "../../src/model/rulebook";
import { rawRulebook, sources } from "../language/rulebooks";

const changesOf = (data: unknown) => mutantsOf(data, "/x").map(({ pointer, change }) => `${pointer} ${change}`);

describe("what is changed", () => {
  const leaf = { fact: "level", operator: "in", value: ["master", "doctorate"] };

  test.for([
    [{ value: 24 }, ["/x/value 24 → 23", "/x/value 24 → 25"]],
    [{ value: 0.8 }, ["/x/value 0.8 → 0.79", "/x/value 0.8 → 0.81"]],
    // an amount is never below nothing, but months may lead back
    [{ value: 0 }, ["/x/value 0 → 1"]],
    [{ plusMonths: -12 }, ["/x/plusMonths -12 → -13", "/x/plusMonths -12 → -11"]],
    [{ plusMonths: -1 }, ["/x/plusMonths -1 → -2", "/x/plusMonths -1 → 0"]],
    [leaf, ["/x/ negated", "/x/value without master", "/x/value without doctorate"]],
    [{ becomes: ["IFS", "ERS"] }, ["/x/becomes without IFS", "/x/becomes without ERS"]],
    [{ becomes: ["ERS:emerging"] }, []],
    [{ inForce: { from: "2024" } }, ["/x/inForce/from 2024 → 2023", "/x/inForce/from 2024 → 2025"]],
    [{ inForce: { to: "2022-12" } }, ["/x/inForce/to 2022-12 → 2022-11", "/x/inForce/to 2022-12 → 2023-01"]],
    [{ on: "2024-01-01" }, ["/x/on 2024-01-01 → 2023-12-31", "/x/on 2024-01-01 → 2024-01-02"]],
    [
      { during: { from: "2024-03-01" } },
      ["/x/during/from 2024-03-01 → 2024-02-29", "/x/during/from 2024-03-01 → 2024-03-02"],
    ],
    [{ routes: [{ id: "a" }, { id: "b" }] }, ["/x/routes/0 route a removed", "/x/routes/1 route b removed"]],
    [{ routes: [{ id: "a" }] }, []],
    // what only people read
    [{ title: "24 hours", notes: "30", sources: [{ source: "a-page" }], register: ["WK-3"] }, []],
  ] as const)("%j", ([data, changes]) => {
    expect(changesOf(data)).toEqual(changes);
  });

  test("a day is shifted by its own unit", () => {
    expect([shifted("2024-02-29", 1), shifted("2024-12", 1), shifted("2024", -1)]).toEqual([
      "2024-03-01",
      "2025-01",
      "2023",
    ]);
  });
});

const requirement = {
  id: "training",
  routes: [
    {
      id: "hours",
      conditions: { fact: "hours", params: { of: "training" }, operator: "greaterThanInclusive", value: 30 },
    },
  ],
};
const rules = () => rawRulebook({ requirement }) as unknown as Rulebook;

function golden(hours: number, training: "met" | "unmet"): GoldenCase {
  return {
    id: `at-${hours}`,
    description: "A case.",
    sources,
    applicant: { training: [{ hours }] },
    options: { asOf: "2026-01-01" },
    expected: { IFS: { requirements: { training } } },
  };
}

/** What survives, of all files. */
function survived(cases: readonly GoldenCase[]): string[] {
  const prey = preyOf(rules());
  return prey.flatMap((one) => survivors(rules(), one, cases)).map(({ change }) => change);
}

describe("what survives", () => {
  test("nothing, where a case stands on each side of a threshold", () => {
    expect(survived([golden(30, "met"), golden(29, "unmet")])).toEqual([]);
  });

  test("a higher threshold, where no case stands on it", () => {
    expect(survived([golden(31, "met"), golden(29, "unmet")])).toEqual(["30 → 31"]);
  });

  test("a lower one, where no case stands just under it", () => {
    expect(survived([golden(30, "met"), golden(20, "unmet")])).toEqual(["30 → 29"]);
  });

  test("everything, where there is no case", () => {
    expect(survived([])).toEqual(["negated", "30 → 29", "30 → 31"]);
  });
});

describe("the list of what cannot be noticed", () => {
  const hunted = preyOf(rules());
  const [first] = hunted[0]?.mutants ?? [];
  const listed = { pointer: first?.pointer ?? "", change: first?.change ?? "", because: "A reason." };

  test("explains what survived", () => {
    expect(unexplained([listed], hunted, [listed])).toEqual([]);
    expect(unexplained([listed], hunted, [])).toMatchObject([{ what: "survived", pointer: listed.pointer }]);
  });

  test("is stale where the mutant is noticed", () => {
    expect(unexplained([], hunted, [listed])).toMatchObject([{ what: "stale", pointer: listed.pointer }]);
  });

  test("is not stale where its file was not hunted", () => {
    const elsewhere: Equivalent = { ...listed, pointer: "/associations/us-wa/requirements/0/x" };
    expect(unexplained([], hunted, [elsewhere])).toEqual([]);
  });
});

test("cases that fail as it is are named", () => {
  expect(failing(rules(), [golden(30, "met"), golden(29, "met")])).toEqual(["at-29"]);
});
