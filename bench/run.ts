/** Prints how long judging takes, in one run: microseconds, and ratios to peers on the same machine at the same time. */
import { Bench } from "tinybench";
import { dayNumber } from "../src/base/calendar";
import { deepFreeze } from "../src/base/freeze";
import { parseApplicant } from "../src/check/applicant";
import { createEngine } from "../src/engine/create-engine";
import { readDecisions } from "../src/evidence/decisions";
import { readEvidence } from "../src/evidence/evidence";
import { evaluate } from "../src/index";
import { programOn } from "../src/judge/compile";
import type { Overlay } from "../src/model/overlay";
import type { PathwayId, Rulebook } from "../src/model/rulebook";
import { embeddedRulebook } from "../src/rules/embedded";
import { startJudging } from "../src/verdict/judge";
import { manyApplicants } from "./applicants";
import { judgeByHand } from "./by-hand";
import { freeEngine } from "./free-engine";
import { mixtures } from "./mixtures";
import { answersOf, compared, factsOf, peers } from "./peers";
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

const others = peers(evaluate(standardApplicant, { asOf, pathways: compared, detail: "account" }));
const facts = factsOf(evaluate(standardApplicant, { asOf, pathways: compared, detail: "account" }));
await checkPeers();

/** So do the other engines, on what was drawn. */
async function checkPeers(): Promise<void> {
  for (const applicant of [standardApplicant, ...manyApplicants(60)]) {
    const account = evaluate(applicant, { asOf, pathways: compared, detail: "account" });
    const expected = Object.entries(answersOf(account));
    for (const { name, judge } of others) {
      const answers = await judge(factsOf(account));
      const other = expected.find(([rule, met]) => answers[rule] !== met);
      if (other !== undefined) throw new Error(`${name} does not agree on ${other[0]}`);
    }
  }
}

/** Folds conditions whose measures are drawn already. */
function folding(pathways: readonly PathwayId[]): () => void {
  const program = programOn(book, asOf);
  const compiled = pathways.map((id) => program.pathway(id));
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
const sizes = [1_000, 10_000, 100_000];
const sessionsAndTrainings = (entries: number) => applicantWith(entries * 0.7, entries * 0.3);
/** Many entries, as most have them and of the kinds that take the longest. */
const large = Object.entries({ "sessions and trainings": sessionsAndTrainings, ...mixtures });
const many = manyApplicants(300);
const texts = many.map((applicant) => JSON.stringify(applicant));
let turn = 0;
/** Does the same with one of many applicants after the other. */
const inTurn =
  <T>(all: readonly T[], what: (one: T) => unknown) =>
  () =>
    what(all[turn++ % all.length] as T);
const wholeJob = (json: string) => JSON.stringify(evaluate(parseApplicant(JSON.parse(json)), { asOf }));

const bench = new Bench({ time: 700, warmupTime: 200 })
  .add("JSON.parse of the applicant", () => JSON.parse(text))
  .add("parseApplicant", () => parseApplicant(JSON.parse(text)))
  .add("IFS by hand, states only", () => judgeByHand(standardApplicant, asOf))
  .add("IFS, status", () => evaluate(standardApplicant, { ...one, detail: "status" }))
  .add("IFS, outcome", () => evaluate(standardApplicant, one))
  .add("all, status", () => evaluate(standardApplicant, { asOf, detail: "status" }))
  .add("all, outcome", () => evaluate(standardApplicant, { asOf }))
  .add("all, account", () => evaluate(standardApplicant, { asOf, detail: "account" }))
  .add("all, outcome, as in Washington", () => evaluate(standardApplicant, { asOf, association: "us-wa" }))
  .add("read, parse, judge, write", () => wholeJob(text))
  .add("300 in turn: JSON.parse", inTurn(texts, JSON.parse))
  .add(
    "300 in turn: all, status",
    inTurn(many, (applicant) => evaluate(applicant, { asOf, detail: "status" })),
  )
  .add(
    "300 in turn: all, outcome",
    inTurn(many, (applicant) => evaluate(applicant, { asOf })),
  )
  .add(
    "300 in turn: all, account",
    inTurn(many, (applicant) => evaluate(applicant, { asOf, detail: "account" })),
  )
  .add("300 in turn: read, parse, judge, write", inTurn(texts, wholeJob))
  .add("folding alone, all", folding(book.order))
  .add("folding alone, three pathways", folding(compared))
  .add("json-rules-engine, all, facts for free", () => engine.run())
  .add("json-rules-engine, all, made and run", () => freeEngine(verdict).run())
  .add("createEngine, all, made and run", () => createEngine(standardApplicant, { asOf }).run())
  .add("JSON.parse of the account", () => JSON.parse(verdictText))
  .add("compiling the base rules", compiling())
  .add("compiling the rules of Washington", compiling("us-wa"));
for (const { name, judge } of others) bench.add(`three pathways, facts for free, ${name}`, () => judge(facts));
// what takes a second is not done a hundred times
const long = new Bench({ time: 500, iterations: 3, warmupTime: 0, warmupIterations: 1 });
for (const [name, make] of large) {
  for (const entries of sizes) {
    const applicant = make(entries);
    long.add(`IFS, outcome, ${name}, ${entries}`, () => evaluate(applicant, one));
  }
}
await bench.run();
await long.run();

const times = new Map(
  [...bench.tasks, ...long.tasks].map(({ name, result }) => [
    name,
    "latency" in result ? result.latency.p50 * 1000 : Number.NaN,
  ]),
);
const time = (name: string) => times.get(name) ?? Number.NaN;
for (const [name, microseconds] of times) console.log(`${microseconds.toFixed(1).padStart(12)} µs  ${name}`);

interface Aim {
  readonly what: string;
  readonly ratio: number;
  readonly aim: number;
  readonly isMost: boolean;
}
const parsing = time("JSON.parse of the applicant");
const parsingInTurn = time("300 in turn: JSON.parse");
const most = (what: string, ratio: number, aim: number): Aim => ({ what, ratio, aim, isMost: true });
const least = (what: string, ratio: number, aim: number): Aim => ({ what, ratio, aim, isMost: false });
const aims: readonly Aim[] = [
  most("all, status / JSON.parse", time("all, status") / parsing, 2.5),
  most("all, outcome / JSON.parse", time("all, outcome") / parsing, 3.5),
  most("all, account / JSON.parse", time("all, account") / parsing, 6),
  most("300 in turn: status / JSON.parse", time("300 in turn: all, status") / parsingInTurn, 2.5),
  most("300 in turn: outcome / JSON.parse", time("300 in turn: all, outcome") / parsingInTurn, 3.5),
  most("300 in turn: account / JSON.parse", time("300 in turn: all, account") / parsingInTurn, 6),
  most("IFS, status / JSON.parse", time("IFS, status") / parsing, 1.3),
  most("parseApplicant alone / JSON.parse", (time("parseApplicant") - parsing) / parsing, 1),
  most("the whole job / JSON.parse", time("read, parse, judge, write") / parsing, 10),
  most(
    "createEngine / json-rules-engine, made and run",
    time("createEngine, all, made and run") / time("json-rules-engine, all, made and run"),
    1.5,
  ),
  ...others.map(({ name }) =>
    least(
      `${name}, three pathways with facts for free / folding them alone`,
      time(`three pathways, facts for free, ${name}`) / time("folding alone, three pathways"),
      1,
    ),
  ),
  most("IFS, status / by hand", time("IFS, status") / time("IFS by hand, states only"), 15),
  least(
    "json-rules-engine with its facts for free / folding alone",
    time("json-rules-engine, all, facts for free") / time("folding alone, all"),
    30,
  ),
  most("account / JSON.parse of the account", time("all, account") / time("JSON.parse of the account"), 1),
  most("compiling Washington / base", time("compiling the rules of Washington") / time("compiling the base rules"), 2),
  most("with an overlay / without", time("all, outcome, as in Washington") / time("all, outcome"), 1.1),
  ...large.flatMap(([name]) =>
    sizes.slice(1).map((entries) => {
      const [more, fewer] = [entries, entries / 10].map((of) => time(`IFS, outcome, ${name}, ${of}`));
      return most(`${name}: ${entries} / ${entries / 10}`, (more ?? 0) / (fewer ?? 0), 15);
    }),
  ),
];
console.log("");
for (const { what, ratio, aim, isMost } of aims) {
  const reached = isMost ? ratio <= aim : ratio >= aim;
  const by = isMost ? ratio / aim : aim / ratio;
  const verdict = reached ? "reached" : `missed ${by.toFixed(1)} times`;
  console.log(`${ratio.toFixed(1).padStart(8)}  ${what}  (aim: at ${isMost ? "most" : "least"} ${aim}; ${verdict})`);
}

console.log("");
for (const [detail, aim] of [
  ["status", 12],
  ["outcome", 40],
  ["account", 185],
] as const) {
  const size = JSON.stringify(evaluate(standardApplicant, { asOf, detail })).length / 1000;
  console.log(`${size.toFixed(1).padStart(8)}  kB of JSON, ${detail}  (aim: at most ${aim})`);
}
