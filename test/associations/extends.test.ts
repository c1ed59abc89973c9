/** An overlay that extends a shipped one: what it says takes the place of what that says; the rest stays. */
import { describe, expect, test } from "vitest";
import { fees, RulebookError, rulebook, rulesInForce } from "../../src/index";
import { parseOverlay, safeParseOverlay } from "../../src/schema";

const page = { id: "our-page", url: "https://example.org/rules", vintage: "2027" };
const sources = ["our-page"];
const extending = (association: string, statements: object) =>
  parseOverlay({ id: association, extends: association, documents: [page], ...statements });
const shippedOf = (association: string) => rulebook().associations[association];
const onDay = (overlay: ReturnType<typeof parseOverlay>, asOf: string) => rulesInForce({ overlay, asOf });

test("one that says nothing is the shipped one", () => {
  for (const [id, shipped] of Object.entries(rulebook().associations)) {
    const { documents: _, ...own } = parseOverlay({ id, extends: id });
    expect(own, id).toEqual(shipped);
  }
});

describe("what it says", () => {
  test("of a question from a day on holds from then on, and the shipped answer until then", () => {
    const choose = { "rsc-span": [{ reading: "one-to-two-years", inForce: { from: "2027-01-01" }, sources }] };
    const overlay = extending("us-or", { choose });
    const before = rulesInForce({ association: "us-or", asOf: "2026-12-31" }).choices;
    expect(onDay(overlay, "2026-12-31").choices).toEqual(before);
    expect(onDay(overlay, "2027-01-01").choices).toEqual({ ...before, "rsc-span": "one-to-two-years" });
  });

  test("of one pathway leaves what is shipped of the others", () => {
    const offers = [{ pathways: ["IFA"], offered: false, inForce: { from: "2027-01-01" }, sources }];
    const overlay = extending("us-wa", { offers });
    const offered = (asOf: string) =>
      onDay(overlay, asOf).pathways.flatMap(({ id, isOffered }) => (isOffered ? [id] : []));
    const today = offered("2026-12-31");
    expect(today).toEqual(
      rulesInForce({ association: "us-wa", asOf: "2026-12-31" }).pathways.flatMap(({ id, isOffered }) =>
        isOffered ? [id] : [],
      ),
    );
    expect(offered("2027-01-01")).toEqual(today.filter((id) => id !== "IFA"));
  });

  test("of one part of membership leaves what is shipped of its other parts", () => {
    const overlay = extending("us-wa", { membership: [{ accepts: ["own"], sources }] });
    const { membership } = onDay(overlay, "2026-12-31");
    expect(membership.flatMap(({ accepts }) => (accepts ? [accepts] : []))).toEqual([["own"]]);
    const shipped = rulesInForce({ association: "us-wa", asOf: "2026-12-31" }).membership;
    expect(membership.flatMap(({ year }) => year ?? [])).toEqual(shipped.flatMap(({ year }) => year ?? []));
  });

  test("of a fee takes the place of that fee", () => {
    const kinds = new Set(shippedOf("us-az")?.fees?.map(({ kind }) => kind));
    const overlay = extending("us-az", { fees: [{ kind: "registration", amount: 7, currency: "USD", sources }] });
    const left = overlay.fees ?? [];
    expect(left.filter(({ kind }) => kind === "registration")).toHaveLength(1);
    expect(new Set(left.map(({ kind }) => kind))).toEqual(new Set([...kinds, "registration"]));
    expect(fees({ association: "us-az", asOf: "2026-12-31" }).length).toBeGreaterThan(0);
  });

  test("of a fee for all from a day on leaves what is shipped until then as it was said", () => {
    const rise = { kind: "registration", amount: 60, currency: "USD", inForce: { from: "2027-01-01" }, sources };
    const { fees: charged = [] } = extending("us-wa", { fees: [rise] });
    const shipped = (shippedOf("us-wa")?.fees ?? []).filter(({ kind }) => kind === "registration");
    expect(charged.filter(({ kind }) => kind === "registration")).toEqual([rise, ...shipped]);
  });

  test("of a requirement takes the place of what is shipped of it, for its pathways alone", () => {
    const change = { pathways: ["IFS"], remove: "rsc", sources, over: "2024" };
    const overlay = extending("us-wa", { requirements: [change] });
    const asked = (pathway: string) =>
      onDay(overlay, "2021-06-01")
        .pathways.find(({ id }) => id === pathway)
        ?.requirements.find(({ id }) => id === "rsc")?.origin;
    expect([asked("IFS"), asked("IMHS")]).toEqual([undefined, "us-wa"]);
  });
});

test("what is wrong with it is told at its place in the file", () => {
  const issues = (data: object) => {
    try {
      parseOverlay(data);
    } catch (error) {
      if (error instanceof RulebookError) return error.issues.map(({ code, pointer }) => `${code} ${pointer}`);
      throw error;
    }
    return [];
  };
  expect(issues({ id: "us-wa", extends: "us-wz" })).toEqual(["unknown-association /extends"]);
  const fee = { kind: "exam", amount: "$60", currency: "USD", sources: ["nobody"] };
  const sentences = (data: object) => {
    const read = safeParseOverlay(data);
    return read.success ? [] : read.issues.map(({ message }) => message);
  };
  expect(sentences({ id: "us-wa", extends: "us-wa", fees: [fee] })).toEqual([
    'a number is needed here, not "$60"; write 60',
  ]);
  expect(sentences({ id: "us-wa", extends: "us-wa", fees: [{ ...fee, amount: 60 }] })).toEqual([
    'there is no source "nobody"; add it to documents here, or to sources.json',
  ]);
  expect(issues({ id: "us-wa", extends: "us-wa", fee: [] })).toEqual(["unknown-key /fee"]);
  expect(
    issues({ id: "us-wa", extends: "us-wa", notes: [{ text: "x", reason: "stale", sources: ["nobody"] }] }),
  ).toEqual(["unknown-source /notes/0/sources/0"]);
});
