/** Who the associations are, what they offer, and what is known of the cost. */

import { describe, expect, test } from "vitest";
import { dayNumber } from "../../src/base/calendar";
import { associations, type Fee, fees, rulesInForce } from "../../src/index";
import type { AssociationId } from "../../src/model/applicant";
import type { PathwayId } from "../../src/model/rulebook";
import { embeddedRulebook } from "../../src/rules/embedded";
import { isAwarded, processFor } from "../../src/rules/pathway-in-force";

const book = embeddedRulebook();

describe("associations", () => {
  test("all thirty-four are listed by id, and the Alliance", () => {
    const ids = associations({ asOf: "2026-11-23" }).map(({ id }) => id);
    expect(ids).toHaveLength(35);
    expect(ids).toEqual([...ids].sort());
    expect(ids).toEqual(expect.arrayContaining(["us-wa", "au-wa", "ie"]));
  });

  test("Washington offers ECMH-E from 2025 only, and has another name since", () => {
    const on = (asOf: string) => associations({ asOf }).find(({ id }) => id === "us-wa");
    expect(on("2024-12-31")?.offered).not.toContain("ECFS");
    expect(on("2024-12-31")?.notOffered).toContain("ECFS");
    expect(on("2025-01-01")?.offered).toContain("ECFS");
    expect(on("2022-06-01")).toMatchObject({ short: "WA-AIMH", aliases: [] });
    expect(on("2025-01-01")).toMatchObject({ short: "CERH" });
    expect(on("2025-01-01")?.aliases).toEqual([]);
  });

  test("what no source shows is said to be so", () => {
    const ireland = associations({ asOf: "2026-11-23" }).find(({ id }) => id === "ie");
    expect(ireland?.offered).toEqual([]);
    expect(ireland?.notShown).toContain("IFA");
    expect(ireland?.notOffered).toContain("IFRS");
  });

  test("every category and add-on stands in one of the three lists", () => {
    const awarded = rulesInForce({ asOf: "2026-11-23" }).pathways.filter(isAwarded);
    for (const { offered, notOffered, notShown } of associations({ asOf: "2026-11-23" })) {
      expect([...offered, ...notOffered, ...notShown].sort()).toEqual(awarded.map(({ id }) => id).sort());
    }
  });

  test("a day that is none is refused", () => {
    expect(() => associations({ asOf: "2025-02-30" })).toThrow("/options/asOf");
  });
});

describe("fees", () => {
  const amounts = (all: readonly Fee[]) => Object.fromEntries(all.map(({ kind, amount }) => [kind, amount]));

  test("what is not known is said to be so, and nothing is free that is only not known", () => {
    expect(amounts(fees({ asOf: "2026-11-23", association: "us-wa", pathway: "IFS" }))).toEqual({
      membership: 80,
      registration: 25,
      processing: null,
      exam: null,
      renewal: null,
      "late-renewal": null,
      reinstatement: null,
      reactivation: null,
    });
    expect(amounts(fees({ asOf: "2026-11-23", association: "us-ri", pathway: "IFS" }))["renewal"]).toBe(0);
  });

  test("an amount that only an old page shows is said to be old, by the day asked about", () => {
    const of = (association: AssociationId, kind: string, pathway: PathwayId, asOf: string) =>
      fees({ asOf, association, pathway }).find((fee) => fee.kind === kind);
    expect(of("us-mi", "processing", "IFS", "2026-11-23")).toMatchObject({ amount: 100, seen: "2010", stale: true });
    expect(of("us-mi", "processing", "IFS", "2013-12-31")).not.toHaveProperty("stale");
    expect(of("us-mi", "processing", "IFS", "2014-01-01")).toHaveProperty("stale", true);
    expect(of("us-va", "membership", "IFS", "2026-11-23")).toMatchObject({ amount: 60, seen: "2025" });
    expect(of("us-va", "membership", "IFS", "2026-11-23")).not.toHaveProperty("stale");
    // the newest of several pages counts
    expect(of("us-mi", "renewal", "renewal", "2026-11-23")).toMatchObject({ seen: "2023" });
    // a page without a date may be of any year
    expect(of("us-mn", "registration", "IFA", "2026-11-23")).toHaveProperty("stale", true);
    expect(of("us-mn", "registration", "IFA", "2026-11-23")).not.toHaveProperty("seen");
    // nothing is old of which nothing is known
    expect(of("us-wa", "processing", "IFS", "2026-11-23")).toEqual({ kind: "processing", amount: null, sources: [] });
  });

  test("nothing of 2010 is shown as today's", () => {
    for (const { id: association } of Object.values(book.associations)) {
      for (const { amount, seen, stale } of fees({ asOf: "2026-11-23", association })) {
        if (amount !== null) expect(stale ?? false).toBe(seen === undefined || seen.slice(0, 4) < "2023");
      }
    }
  });

  test("the exam costs the same everywhere, unless an association says otherwise", () => {
    const exam = (association: AssociationId, pathway: PathwayId, asOf = "2026-11-23") =>
      fees({ asOf, association, pathway }).find(({ kind }) => kind === "exam")?.amount;
    expect(exam("us-wa", "IMHM-C")).toBe(200);
    expect(exam("us-va", "ECMHM-P")).toBe(200);
    expect(exam("us-sc", "IMHM-C")).toBe(25);
    expect(exam("us-wa", "IFS")).toBeNull();
    expect(exam("us-wa", "IMHM-C", "2024-12-31")).toBeNull();
    const rules = rulesInForce({ asOf: "2026-11-23", pathways: ["IMHM-C"] });
    const process = rules.pathways.flatMap((one) => processFor(rules, one));
    expect(process.filter(({ kind }) => kind === "exam")).toHaveLength(2);
  });

  test("prices change by day", () => {
    const processing = (asOf: string) => amounts(fees({ asOf, association: "us-ny", pathway: "IFS" }))["processing"];
    expect(processing("2017-08-31")).toBe(50);
    expect(processing("2017-09-01")).toBe(100);
    const michigan = (asOf: string) => amounts(fees({ asOf, association: "us-mi", pathway: "IFS" }))["processing"];
    expect(michigan("2010-09-30")).toBe(50);
    expect(michigan("2010-10-01")).toBe(100);
  });

  test("prices differ by pathway, currency and association", () => {
    const of = (association: AssociationId, pathway: PathwayId) =>
      amounts(fees({ asOf: "2026-11-23", association, pathway }))["processing"];
    expect((["IFA", "IFS", "IMHS", "IMHM-P"] as const).map((id) => of("us-sc", id))).toEqual([50, 75, 100, 125]);
    expect((["IFA", "IFS", "IMHS", "IMHM-P"] as const).map((id) => of("us-az", id))).toEqual([25, 100, 200, 300]);
    const australia = fees({ asOf: "2026-11-23", association: "au-wa", pathway: "IFA" });
    expect(australia.find(({ kind }) => kind === "registration")).toMatchObject({ amount: 50, currency: "AUD" });
  });

  test("without a pathway the fees of all are listed", () => {
    const all = fees({ asOf: "2026-11-23", association: "us-sc" });
    expect(all.filter(({ kind }) => kind === "processing").map(({ amount }) => amount)).toEqual([50, 75, 100, 125]);
  });

  test("every known amount is cited", () => {
    for (const { id: association } of Object.values(book.associations)) {
      for (const { amount, sources, confidence } of fees({ asOf: "2026-11-23", association })) {
        if (amount !== null) expect(sources).not.toEqual([]);
        expect(confidence === undefined).toBe(sources.length === 0);
      }
    }
  });

  test("that something is charged is told where no page says how much", () => {
    const reinstatement = (association: AssociationId, pathway: PathwayId) =>
      fees({ asOf: "2026-11-23", association, pathway }).find(({ kind }) => kind === "reinstatement");
    expect(reinstatement("us-mi", "IFS")).toMatchObject({
      amount: null,
      note: "The same as the processing fee of the category.",
    });
    expect(reinstatement("us-mi", "IFS")).not.toHaveProperty("currency");
    expect(reinstatement("us-sc", "ECMHS")).toMatchObject({ amount: 100, currency: "USD" });
    expect(reinstatement("us-va", "IFS")).toEqual({ kind: "reinstatement", amount: null, sources: [] });
  });

  test("an unknown association or pathway is refused with those that are known", () => {
    expect(() => fees({ asOf: "2026-11-23", association: "us-zz" as never })).toThrow("us-wa");
    expect(() => fees({ asOf: "2026-11-23", association: "us-wa", pathway: "IFZ" as never })).toThrow("IFS");
  });
});

describe("rules in force", () => {
  test("facts of the process hold for their days and never decide", () => {
    const deadlines = (asOf: string) =>
      rulesInForce({ asOf, association: "us-wa" }).process.filter(({ kind }) => kind === "deadline");
    expect(deadlines("2024-12-31").map(({ text }) => text)).toEqual(["The last day to submit in 2024 was 4 October."]);
    expect(deadlines("2025-01-01")).toHaveLength(1);
    expect(deadlines("2026-01-01")).toHaveLength(0);
  });

  test("how one applies is not told of renewal, and what goes for an endorsement is", () => {
    const told = (pathway: PathwayId, association: AssociationId) => {
      const rules = rulesInForce({ asOf: "2026-11-23", association, pathways: [pathway] });
      return rules.pathways.flatMap((one) => processFor(rules, one).map(({ kind }) => kind));
    };
    expect(told("IFS", "us-va")).toContain("status");
    expect(told("renewal", "us-va")).toContain("status");
    expect(told("IFS", "us-az")).toContain("before-applying");
    expect(told("renewal", "us-az")).not.toContain("before-applying");
    expect(told("renewal", "us-az")).toContain("renewal");
  });

  test("cycles, labels, notes and membership come with the association's rules", () => {
    const rules = rulesInForce({ asOf: "2026-11-23", association: "au-wa" });
    expect(rules.cycle).toMatchObject([{ months: 12, ends: "2023-06-30" }]);
    expect(rules.labels.map(({ short }) => short)).toEqual(["IFW", "IFP", "IMHP", "IMHM-R/A"]);
    expect(rules.membership).toMatchObject([{ year: { ends: "06-30" } }]);
    expect(rulesInForce({ asOf: "2026-11-23", association: "us-mi" }).notes.length).toBeGreaterThan(0);
    expect(rulesInForce({ asOf: "2026-11-23" }).cycle).toEqual([]);
  });

  test("each list of dated statements is empty before the first of them", () => {
    for (const overlay of Object.values(book.associations)) {
      const { process } = rulesInForce({ asOf: "1990-01-01", association: overlay.id });
      const undated = [...(book.process ?? []), ...(overlay.process ?? [])].filter(
        ({ inForce }) => inForce?.from === undefined || dayNumber(`${inForce.from.slice(0, 4)}-01-01`) < -20_000,
      );
      expect(process).toHaveLength(undated.length);
    }
  });
});
