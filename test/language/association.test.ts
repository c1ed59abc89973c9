/** The association by whose rules is judged, as a value: without one, any may be the applicant's own. */

import { describe, expect, test } from "vitest";
import type { AssociationId } from "../../src/model/applicant";
import { judge } from "../../src/verdict/judge";
import { rulebook, sources } from "./rulebooks";

const own = { fact: "association", operator: "equal", value: { fact: "association" } };
const overlay = (id: string) => ({
  id,
  name: "An association",
  jurisdiction: "US-XX",
  site: "https://example.org",
  sources,
});
const book = rulebook({
  requirement: {
    id: "membership",
    routes: [
      {
        id: "own",
        conditions: {
          fact: "count",
          params: { of: "memberships", where: own },
          operator: "greaterThanInclusive",
          value: 1,
        },
      },
    ],
  },
  associations: { "us-aa": overlay("us-aa"), "us-bb": overlay("us-bb") },
});

const status = (membership: object, association?: string) =>
  judge(
    { memberships: [membership] },
    { rulebook: book, asOf: "2026-01-01", ...(association && { association: association as AssociationId }) },
  ).pathways[0]?.requirements[0]?.status;

describe("where the applicant lives, not told", () => {
  const presumed = (association?: string, applicant = {}) =>
    judge(applicant, {
      rulebook: book,
      asOf: "2026-01-01",
      ...(association && { association: association as AssociationId }),
    }).presumed;

  test("is where the association is, and the verdict says that it leans on that", () => {
    expect(presumed("us-aa")).toEqual([{ field: "residence", value: "US-XX", evidence: [] }]);
  });

  test("is asked of nobody without an association, or who told it", () => {
    expect(presumed()).toEqual([]);
    expect(presumed("us-aa", { residence: "US-MI" })).toEqual([]);
  });
});

describe("membership of the association itself", () => {
  test("is met by its own, and not by another's", () => {
    expect(status({ association: "us-aa" }, "us-aa")).toBe("met");
    expect(status({ association: "us-aa" }, "us-bb")).toBe("unmet");
    expect(status({}, "us-aa")).toBe("unknown");
  });

  test("may be any where no association is judged by", () => {
    expect(status({ association: "us-aa" })).toBe("met");
  });
});
