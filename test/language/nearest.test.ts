/** Which route comes nearest, and what a credential that lapsed tells of its last day. */
import { expect, test } from "vitest";
import { requirementFor, rulebook } from "./rulebooks";

const hours = { fact: "hours", params: { of: "training" }, operator: "greaterThanInclusive", value: 30 };
const lateAward = {
  fact: "earliest",
  params: { of: "credentials", field: "awarded" },
  operator: "onOrAfter",
  value: "2025-01-01",
};
const routes = { id: "rule", routes: [lateAward, hours].map((conditions, at) => ({ id: `route-${at}`, conditions })) };
const credentials = [{ kind: "endorsement", category: "IFS", awarded: "2019-01-01" }] as const;

test("an amount that is missing is nearer than a day that has passed", () => {
  const found = requirementFor(rulebook({ requirement: routes }), { credentials, training: [] });
  expect(found).toMatchObject({ status: "unmet", route: "route-1" });
});

test("a day that is not told is nearer than an amount that is wholly missing", () => {
  const told = { credentials: [{ kind: "endorsement" as const }], unfinished: ["training" as const], training: [] };
  expect(requirementFor(rulebook({ requirement: routes }), told)).toMatchObject({
    status: "unknown",
    route: "route-0",
  });
});

const since = {
  id: "rule",
  routes: [
    {
      id: "route",
      conditions: {
        fact: "count",
        params: {
          of: "references",
          where: {
            fact: "completed",
            operator: "after",
            value: { fact: "latest", params: { of: "credentials", field: "until" } },
          },
        },
        operator: "greaterThanInclusive",
        value: 1,
      },
    },
  ],
};
const references = [{ completed: "2025-05-01" }];

test("what lapsed is not presumed to hold still", () => {
  const book = rulebook({ requirement: since });
  const until = (credential: object) =>
    requirementFor(book, { references, credentials: [{ kind: "endorsement", ...credential }] }).status;
  expect(until({ status: "lapsed", until: "2025-04-30" })).toBe("met");
  expect(until({ status: "lapsed", until: "2025-05-01" })).toBe("unmet");
  expect(until({ status: "lapsed" })).toBe("unknown");
  expect(until({ status: "full" })).toBe("unmet");
});
