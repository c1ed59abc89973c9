/** Prints how long judging takes, in one run: microseconds, and ratios to peers on the same machine at the same time. */
import { Bench } from "tinybench";
import { dayNumber } from "../src/base/calendar";
import { deepFreeze } from "../src/base/freeze";
import { readDecisions } from "../src/evidence/decisions";
import { readEvidence } from "../src/evidence/read";
import { evaluate } from "../src/index";
import { programOn } from "../src/judge/compile";
import type { Overlay } from "../src/model/overlay";
import type { Rulebook } from "../src/model/rulebook";
import { embeddedRulebook } from "../src/rules/embedded";
import { startJudging } from "../src/verdict/judge";
import { judgeByHand } from "./by-hand";
import { freeEngine } from "./free-engine";
import { applicantWith, standardApplicant } from "./standard-applicant";

const asOf = "2026-01-01";
const text = JSON.stringify(standardApplicant);
const one = { asOf, pathways: ["IFS"] } as const;
const book = embeddedRulebook();

checkByHand();

/** The hand-written function gives the same states, or comparing with it would mean nothing. */
function checkByHand(): void {
  const short = applicantWith(20, 10);
  for (const applicant of [standardApplicant, short, { ...standardApplicant, references: [], memberships: [] }]) {
    const [pathway] = evaluate(applicant, one).pathways;
    for (const [id, status] of Object.entries(judgeByHand(applicant, asOf))) {
      const judged = pathway?.requirements.find((requirement) => requirement.id === id)?.status;
      if (judged !== status) throw new Error(`by hand ${id} is ${status}, evaluate says ${judged}`);
    }
  }
}

/** Folds conditions whose measures are drawn already. */
function folding(): () => void {
  const program = programOn(book, asOf);
  const compiled = book.order.map((id) => program.pathway(id));
  const evidence = readEvidence(standardApplicant, dayNumber(asOf));
  const judging = startJudging(program, evidence, readDecisions(evidence, book, undefined), { gate: "met" });
  const nodes = compiled.flatMap(({ requirements }) =>
    requirements.flatMap(({ routes }) => routes.map(({ node }) => node)),
  );
  for (const node of nodes) node.trace(judging.run);
  return () => {
    judging.run.levels.length = 0;
    for (const node of nodes) node.level(judging.run);
  };
}

/** Compiles every pathway of a rulebook that was not seen before. */
function compiling(id?: string): () => void {
  return () => {
    const fresh = deepFreeze({ ...book }) as Rulebook;
    const overlay = id === undefined ? undefined : (fresh.associations[id] as Overlay);
    const program = programOn(fresh, asOf, overlay);
    for (const pathway of fresh.order) program.pathway(pathway);
  };
}

const verdict = evaluate(standardApplicant, { asOf, detail: "account" });
const verdictText = JSON.stringify(verdict);
const engine = freeEngine(verdict);
const large = [100, 1_000, 10_000].map((entries) => ({
  entries,
  applicant: applicantWith(entries * 0.7, entries * 0.3),
}));
const bench = new Bench({ time: 700, warmupTime: 200 })
  .add("JSON.parse of the applicant", () => JSON.parse(text))
  .add("IFS by hand, states only", () => judgeByHand(standardApplicant, asOf))
  .add("evaluate, IFS", () => evaluate(standardApplicant, one))
  .add("evaluate, IFS, status", () => evaluate(standardApplicant, { ...one, detail: "status" }))
  .add("evaluate, all, status", () => evaluate(standardApplicant, { asOf, detail: "status" }))
  .add("evaluate, all, account", () => evaluate(standardApplicant, { asOf, detail: "account" }))
  .add("evaluate, all categories and add-ons", () => evaluate(standardApplicant, { asOf }))
  .add("evaluate, all, as in Washington", () => evaluate(standardApplicant, { asOf, association: "us-wa" }))
  .add("folding alone, all", folding())
  .add("json-rules-engine, all, facts for free", () => engine.run())
  .add("JSON.parse of the verdict", () => JSON.parse(verdictText))
  .add("compiling the base rules", compiling())
  .add("compiling the rules of Washington", compiling("us-wa"));
for (const { entries, applicant } of large) {
  bench.add(`evaluate, IFS, ${entries} entries`, () => evaluate(applicant, one));
}
await bench.run();

const times = new Map(
  bench.tasks.map(({ name, result }) => [name, "latency" in result ? result.latency.p50 * 1000 : Number.NaN]),
);
const time = (name: string) => times.get(name) ?? Number.NaN;
for (const [name, microseconds] of times) console.log(`${microseconds.toFixed(1).padStart(12)} µs  ${name}`);

interface Aim {
  readonly what: string;
  readonly ratio: number;
  readonly aim: number;
  readonly isMost: boolean;
}
const all = time("evaluate, all categories and add-ons");
const engineTime = time("json-rules-engine, all, facts for free");
const aims: readonly Aim[] = [
  {
    what: "all with full trace / JSON.parse",
    ratio: all / time("JSON.parse of the applicant"),
    aim: 1.5,
    isMost: true,
  },
  {
    what: "all with full trace / JSON.parse of the verdict",
    ratio: all / time("JSON.parse of the verdict"),
    aim: 1,
    isMost: true,
  },
  { what: "engine / folding alone", ratio: engineTime / time("folding alone, all"), aim: 30, isMost: false },
  { what: "engine with its facts for free / all", ratio: engineTime / all, aim: 5, isMost: false },
  { what: "IFS / by hand", ratio: time("evaluate, IFS") / time("IFS by hand, states only"), aim: 15, isMost: true },
  {
    what: "compiling Washington / base",
    ratio: time("compiling the rules of Washington") / time("compiling the base rules"),
    aim: 2,
    isMost: true,
  },
  { what: "with an overlay / without", ratio: time("evaluate, all, as in Washington") / all, aim: 1.1, isMost: true },
  {
    what: "10,000 entries / 1,000 entries",
    ratio: time("evaluate, IFS, 10000 entries") / time("evaluate, IFS, 1000 entries"),
    aim: 15,
    isMost: true,
  },
];
console.log("");
for (const { what, ratio, aim, isMost } of aims) {
  const reached = isMost ? ratio <= aim : ratio >= aim;
  const by = isMost ? ratio / aim : aim / ratio;
  const verdict = reached ? "reached" : `missed ${by.toFixed(1)} times`;
  console.log(`${ratio.toFixed(1).padStart(8)}  ${what}  (aim: at ${isMost ? "most" : "least"} ${aim}; ${verdict})`);
}
