/** An overlay changes what it says and nothing else, and never the base. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../src/index";
import { programOn } from "../../src/judge/compile";
import type { AssociationId } from "../../src/model/applicant";
import type { PathwayId } from "../../src/model/rulebook";
import type { AccountVerdict, Measure, PathwayAccount } from "../../src/model/verdict";
import { digestOf } from "../../src/rules/digest";
import { embeddedRulebook } from "../../src/rules/embedded";
import { traceOf } from "../../src/verdict/traces";
import { goldenCases } from "../generate/golden-cases";

const book = embeddedRulebook();
const ids = Object.values(book.associations).map(({ id }) => id);
// An association also judges who may apply to it. That is a question of the place, not of a pathway's rules.
const applicants = goldenCases().map(({ applicant: { residence: _, ...told } }) => told);
const days = ["2012-06-01", "2018-06-01", "2022-12-01", "2024-06-01", "2026-06-01"];

/** Works something out once for each pathway of an association on a day. */
function once<T>(make: (asOf: string, association: AssociationId | undefined, id: PathwayId) => T): typeof make {
  const known = new Map<string, T>();
  return (asOf, association, id) => {
    const key = `${asOf} ${association} ${id}`;
    const made = known.get(key) ?? make(asOf, association, id);
    known.set(key, made);
    return made;
  };
}

/** What decides a pathway, as compiled: the routes with every name spelled out. */
const decisive = once((asOf, association, id) => {
  const overlay = association === undefined ? undefined : book.associations[association];
  const { pathway, requirements } = programOn(book, asOf, overlay).pathway(id);
  const asked = requirements.map(({ listed, routes }) => [
    listed.id,
    listed.obligation,
    routes.map(({ resolved }) => resolved),
  ]);
  return JSON.stringify([pathway.isOffered, overlay?.residency !== undefined, asked]);
});

/** A verdict on a pathway without whose rule it is, what it is called, and where measures are listed. */
function core({ status, stages, requirements, blocking, gaps }: PathwayAccount, verdict: AccountVerdict): string {
  const spellOut = (_key: string, value: unknown) => {
    if (typeof value !== "object" || value === null || !("measure" in value)) return value;
    const { measure, ...rest } = value as { readonly measure: string };
    return { ...rest, drawn: verdict.measures[measure] as Measure };
  };
  const own = requirements.map(({ id, status: truth, route, routes }) => ({
    id,
    truth,
    route,
    traces: routes.map((one) => traceOf(verdict, one)),
  }));
  return JSON.stringify({ status, stages, own, blocking, gaps }, spellOut);
}

/** An association, an applicant and a day. */
const judged = [fc.constantFrom(...ids), fc.constantFrom(...applicants), fc.constantFrom(...days)] as const;

describe("an overlay", () => {
  test("leaves the pathways that it does not touch as they are", () => {
    let untouched = 0;
    let touched = 0;
    const property = fc.property(...judged, (association, applicant, asOf) => {
      const base = evaluate(applicant, { asOf, detail: "account" });
      const local = evaluate(applicant, { asOf, association, detail: "account" });
      base.pathways.forEach((pathway, index) => {
        const other = local.pathways[index] as PathwayAccount;
        if (decisive(asOf, association, pathway.pathway) !== decisive(asOf, undefined, pathway.pathway)) {
          touched++;
          return;
        }
        untouched++;
        expect(core(other, local)).toBe(core(pathway, base));
      });
    });
    fc.assert(property, { numRuns: 300, seed: 20261123 });
    expect(untouched).toBeGreaterThan(300);
    expect(touched).toBeGreaterThan(300);
  });

  test("leaves the requirements that it does not touch as they are", () => {
    const asked = once((asOf, association, id) => {
      const overlay = association === undefined ? undefined : book.associations[association];
      const { requirements } = programOn(book, asOf, overlay).pathway(id);
      return new Map(
        requirements.map(({ listed, routes }) => [listed.id, JSON.stringify(routes.map(({ resolved }) => resolved))]),
      );
    });
    let untouched = 0;
    const property = fc.property(...judged, (association, applicant, asOf) => {
      const base = evaluate(applicant, { asOf, pathways: book.order });
      const local = evaluate(applicant, { asOf, association, pathways: book.order });
      base.pathways.forEach(({ pathway, requirements }, index) => {
        const [before, after] = [asked(asOf, undefined, pathway), asked(asOf, association, pathway)];
        const same = requirements.filter(({ id }) => before.get(id) === after.get(id));
        untouched += same.length;
        const others = new Map(local.pathways[index]?.requirements.map((one) => [one.id, one]));
        const changed = same.filter(({ id, status, route }) => {
          const other = others.get(id);
          return other?.status !== status || other?.route !== route;
        });
        expect(changed).toEqual([]);
      });
    });
    fc.assert(property, { numRuns: 150, seed: 20261125 });
    expect(untouched).toBeGreaterThan(5000);
  });

  test("never changes the base", () => {
    const before = JSON.stringify(book);
    const digest = digestOf(book, undefined);
    for (const association of ids) for (const asOf of days) evaluate({}, { asOf, association });
    expect(JSON.stringify(book)).toBe(before);
    expect(digestOf(book, undefined)).toBe(digest);
  });

  test("marks its own rules with its id, and only those", () => {
    for (const association of ids) {
      const { pathways } = evaluate({}, { asOf: "2021-06-01", association, detail: "account" });
      const { requirements = [], membership = [] } = book.associations[association] ?? {};
      const own = new Set(pathways.flatMap((one) => one.requirements.flatMap(({ origin }) => origin ?? [])));
      const changes = requirements.length > 0 || membership.some(({ obligation }) => obligation !== undefined);
      expect(own.size === 0 || (changes && own.size === 1 && own.has(association))).toBe(true);
    }
  });
});
