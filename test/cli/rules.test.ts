/** `rules check` on an association's own file. */
import { expect, test } from "vitest";
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

const check = (data: unknown) => cli(["rules", "check", "-"], { stdin: JSON.stringify(data) });
// every check judges all golden cases twice
const checked = check(overlay);

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

test("a file of a shipped association is told what is lost of that, and how to keep it", async () => {
  const { code, out } = await check({ ...overlay, id: "us-wa" });
  expect(code).toBe(0);
  expect(out).toContain("What is lost of the shipped rules of this association\n");
  expect(out).toMatch(/write\s+"extends": "us-wa"/);
  expect(out).toMatch(/more lines; --all shows them/);
  const { name: _, jurisdiction: __, site: ___, sources: ____, ...rest } = overlay;
  const kept = await check({ ...rest, id: "us-wa", extends: "us-wa" });
  expect(kept.code).toBe(0);
  expect(kept.out).not.toContain("What is lost");
  expect(kept.out).toMatch(/ {2}- IFS, families, from 2025 on/);
});

test("it says when no golden case is late enough to notice a change, and looks on the day that is asked for", async () => {
  const [change] = overlay.requirements;
  const late = { ...overlay, requirements: [{ ...change, inForce: { from: "2031-01-01" } }] };
  const at = async (...more: string[]) =>
    (await cli(["rules", "check", "-", ...more], { stdin: JSON.stringify(late) })).out.replace(/\s+/g, " ");
  expect(await at()).toContain("none is late enough to notice what changes from 2031-01-01 on");
  expect(await at("--as-of", "2031-02-01")).toContain("as that is on 2031-02-01");
});
