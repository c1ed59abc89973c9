/** `rules check` on an association's own file. */
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { exampleNames } from "../../src/explain/overlay-examples";
import { cli } from "./terminal";

const sources = [{ source: "our-page" }];
const overlay = {
  id: "us-zz",
  name: "An association",
  jurisdiction: "US-ZZ",
  site: "https://example.org/",
  sources,
  documents: [{ id: "our-page", url: "https://example.org/rules", publisher: "An association", vintage: "2026" }],
  choose: { "rsc-span": "no-span" },
  fees: [{ kind: "membership", amount: 10, currency: "USD", sources, confidence: "high" }],
  requirements: [
    {
      pathways: ["IFS"],
      inForce: { from: "2025" },
      sources,
      confidence: "high",
      replace: {
        id: "families",
        title: "Work with at least 12 families",
        routes: [
          {
            id: "twelve",
            title: "12 families over all jobs",
            conditions: {
              fact: "sum",
              params: { of: "work", field: "families", where: { condition: "prevention-work" } },
              operator: "greaterThanInclusive",
              value: 12,
            },
          },
        ],
      },
    },
  ],
};

// every check judges all its golden cases twice
const few = mkdtempSync(join(tmpdir(), "cases-"));
copyFileSync("cases/IFS.json", join(few, "IFS.json"));
copyFileSync("cases/associations/us-wa.json", join(few, "us-wa.json"));
afterAll(() => rmSync(few, { recursive: true }));

const check = (data: unknown, ...more: readonly string[]) =>
  cli(["rules", "check", "-", ...more], { stdin: JSON.stringify(data), cases: few });
const checked = cli(["rules", "check", "-"], { stdin: JSON.stringify(overlay) });

test("it says what changes, from what to what, since when", async () => {
  const { code, out } = await checked;
  expect(code).toBe(0);
  expect(out).toContain("overlay of An association (us-zz) that can be used");
  expect(out).toMatch(/IFS, families, from 2025 on/);
  expect(out).toMatch(/from: Work with at least 10 families/);
  expect(out).toMatch(/to: Work with at least 12 families/);
  expect(out).toMatch(
    /the question rsc-span is read as no-span, at all times: The\s+hours\s+count\s+whenever\s+received/,
  );
  expect(out).toMatch(/also stated, deciding nothing:\n {4}- fee, membership, at all times: 10 USD\n/);
  expect(out.split("\n").every((line) => line.length <= 80)).toBe(true);
});

test("it says which golden cases change because of it, those that change alike together", async () => {
  const { out } = await checked;
  expect(out).toMatch(/Golden cases that change their verdict: \d+ of \d+\n/);
  expect(out).toMatch(/ {2}- IFS\n {4}- the pathway: /);
  expect(out).toMatch(/- families: met → unmet, \d+ cases, such as ifs-work,\s+ifs-/);
  expect(out).not.toContain("ifs-families,");
});

test("it lists every golden case when asked to", async () => {
  const short = await checked;
  const { out } = await cli(["rules", "check", "-", "--all"], { stdin: JSON.stringify(overlay) });
  expect(out.length).toBeGreaterThan(short.out.length);
  expect(short.out.split("\n").length).toBeLessThanOrEqual(41);
  expect(short.out).toMatch(/\n {2}and \d+ more lines; --all shows them\n/);
  expect(out).not.toContain("more lines");
  expect(out).toMatch(/\n {6}- ifs-families, \d{4}-\d\d-\d\d: \w+/);
});

test("it says which numbers to look at again, and takes the file all the same", async () => {
  const [change] = overlay.requirements;
  const months = { ...change, replace: structuredClone(change?.replace) };
  const conditions = months.replace?.routes[0]?.conditions;
  Object.assign(conditions ?? {}, { fact: "months", params: { of: "work" }, value: 30 });
  const { code, out } = await check({ ...overlay, requirements: [months] });
  expect(code).toBe(0);
  expect(out).toContain("Look at these again\n");
  expect(out).toMatch(/- \/requirements\/0\/replace\/title: the title says 12/);
  expect(out).toMatch(/\/conditions: 30 months are no\s+whole years/);
  expect((await checked).out).not.toContain("Look at these again");
});

test("an overlay that changes nothing says so", async () => {
  const { choose: _, requirements: __, fees: ___, ...plain } = overlay;
  const { code, out } = await check(plain);
  expect(code).toBe(0);
  expect(out).toMatch(/\n {2}nothing\n/);
  expect(out).toMatch(/Golden cases that change their verdict: 0 of \d+/);
});

test("a broken one is refused with every issue, its place and the nearest name", async () => {
  const { code, err } = await check({
    ...overlay,
    choose: { "rsc-spam": "no-span" },
    requirements: [{ pathways: ["IFZ"], remove: "family", sources: [{ source: "our-pages" }], confidence: "high" }],
  });
  expect(code).toBe(2);
  expect(err).toContain("/choose/rsc-spam");
  expect(err).toMatch(/did you mean "rsc-span"/);
  expect(err).toContain("/requirements/0/pathways/0");
  expect(err).toMatch(/did you mean "our-page"/);
});

describe("a file of a shipped association", () => {
  const { name: _, jurisdiction: __, site: ___, sources: ____, ...rest } = overlay;
  const own = check({ ...rest, id: "us-wa", extends: "us-wa" });

  test("that copies it is told what is lost, and how to keep it", async () => {
    const { code, out } = await check({ ...overlay, id: "us-wa" });
    expect(code).toBe(0);
    expect(out).toContain("What is lost of the shipped rules of this association\n");
    expect(out).toMatch(/write\s+"extends": "us-wa"/);
    expect(out).toMatch(/more lines; --all shows them/);
  });

  test("that extends it is compared with it, and with its cases too", async () => {
    const { code, out } = await own;
    expect(code).toBe(0);
    expect(out).not.toContain("What is lost");
    expect(out).toMatch(/What it changes against the shipped rules of us-wa, as they are on [\d-]+\n/);
    expect(out).toMatch(/ {2}- IFS, families, from 2025 on/);
    // what is shipped is no change
    expect(out).not.toMatch(/IFS, rsc, before 2023|registration/);
    const many = ({ out: text }: { readonly out: string }) => Number(/: \d+ of (\d+)\n/.exec(text)?.[1]);
    expect(many(await own)).toBeGreaterThan(many(await check(overlay)));
  });

  test("tells what no longer holds as it is shipped", async () => {
    const fees = [{ kind: "registration", amount: 30, currency: "USD", sources: ["our-page"] }];
    const { documents } = overlay;
    const { out } = await check({ id: "us-wa", extends: "us-wa", documents, fees });
    expect(out).toMatch(/What no longer holds as it is shipped\n.*\n.*fee, registration.*: 25 USD/);
    expect(out).toMatch(/fee, registration, at all times: 30 USD/);
    expect(out).toMatch(/change their verdict: 0 of \d+/);
  });
});

test("it says when no golden case is late enough to notice a change, and judges them on the day that is asked for", async () => {
  const [change] = overlay.requirements;
  const late = { ...overlay, choose: {}, requirements: [{ ...change, inForce: { from: "2031" } }] };
  const at = async (...more: string[]) => (await check(late, ...more)).out.replace(/\s+/g, " ");
  const today = await at();
  expect(today).toContain("none is late enough to notice what changes from 2031 on");
  expect(today).toContain("--as-of 2031-01-01");
  expect(today).toContain("change their verdict: 0 of");
  const then = await at("--as-of", "2031-02-01");
  expect(then).toContain("as that is on 2031-02-01");
  expect(then).toMatch(/Golden cases, judged on 2031-02-01, that change their verdict: [1-9]\d* of/);
  expect(then).not.toContain("late enough");
});

describe("how it is written", () => {
  const refused = (more: object) => check({ ...overlay, ...more });

  test("is told of what it does not say", async () => {
    const { out } = await checked;
    expect(out).toMatch(
      /\nNot said; “endorsement-pathways rules example labels” shows .*\n {2}questions, offers, labels,/,
    );
  });

  test.for([
    ["labels", { labels: [{ pathway: "IFA", name: "Worker" }] }, '"names": {'],
    ["residency", { residency: { accepts: ["US-OH"] } }, '"residency": [{'],
    ["otherwise", { residency: [{ accepts: ["US-OH"], otherwise: "x", sources }] }, "In rules/places.json:"],
    ["scholarship", { scholarships: [] }, "In rules/pathways/scholarship.json:"],
  ] as const)("is shown where it is wrong: %s", async ([name, more, written]) => {
    const { code, err } = await refused(more);
    expect(code).toBe(2);
    expect(err).toContain(`\nHow it is written\n\n${name}: `);
    expect(err).toContain(written);
    expect(err.split("\n").every((line) => line.length <= 80)).toBe(true);
  });

  test("is shown of a word that no field has", async () => {
    const [change] = overlay.requirements;
    const where = { fact: "topics", operator: "includesAny", value: ["reflective-art"] };
    const conditions = { fact: "hours", params: { of: "training", where }, operator: "greaterThanInclusive", value: 3 };
    const replace = { ...change?.replace, routes: [{ id: "art", title: "3 hours", conditions }] };
    const { err } = await refused({ requirements: [{ ...change, replace }] });
    expect(err.replace(/\s+/g, " ")).toContain('topics has no word "reflective-art"');
    expect(err).toMatch(/\nword: the words of a field/);
    expect(err).toContain('"obligation": "reviewed"');
  });

  test("and of many issues a screen is told, unless all are asked for", async () => {
    const fees = Array.from({ length: 30 }, () => ({ kind: "registration", amount: "25" }));
    const { err } = await refused({ fees });
    expect(err).toMatch(/of which these are\s+the first 6\./);
    expect(err.split("\n").length).toBeLessThanOrEqual(41);
    const { err: all } = await check({ ...overlay, fees }, "--all");
    expect(all.length).toBeGreaterThan(err.length);
  });

  test("is shown by a command of its own, in 80 columns", async () => {
    const list = await cli(["rules", "example"]);
    for (const name of exampleNames) {
      expect(list.out).toContain(`  ${name}: `);
      const { code, out } = await cli(["rules", "example", name]);
      expect(code).toBe(0);
      expect(out).toContain(
        `"${name === "otherwise" ? "residency" : name === "word" ? "requirements" : name === "scholarship" ? "process" : name}": `,
      );
      expect(out.split("\n").every((line) => line.length <= 80)).toBe(true);
    }
    expect((await cli(["rules", "example", "labls"])).code).toBe(2);
  });
});
