/**
 * An office that follows up on applicants with rules of its own: they run after those of this package and use what these
 * came to. Outside of this repository the imports are `endorsement-pathways`, `endorsement-pathways/json-rules-engine` and
 * `endorsement-pathways/schema`.
 *
 * Run it: `npx tsx examples/follow-up.ts examples/policy-leader.json 2026-11-23 IMHM-P`
 */
import { readFileSync } from "node:fs";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import type { PathwayId } from "../src/index";
import { createEngine, type PathwayEvent, type RequirementEvent } from "../src/json-rules-engine";
import { type Applicant, type Day, parseApplicant } from "../src/schema";

/** What the office does about an applicant. */
export interface FollowUp {
  /** What it asks the applicant to tell: requirements that nobody can judge yet. */
  readonly ask: readonly string[];
  /** What it advises the applicant to do: requirements that are not met. */
  readonly advise: readonly string[];
  /** The letters it writes. */
  readonly letters: readonly string[];
}

/** Finds out what to do about an applicant who wants an endorsement. */
export async function followUp(applicant: Applicant, asOf: Day, pathway: PathwayId): Promise<FollowUp> {
  // the engine is that of json-rules-engine, with all of its options: here a letter may name a fact
  const engine = createEngine(applicant, { asOf, pathways: [pathway], engine: { replaceFactsInEventParams: true } });

  // a rule without a priority runs after those of this package, which have 2
  engine.addRule({
    name: "invite",
    conditions: {
      all: [
        {
          // all that can be done before one applies is done
          fact: "endorsement/status",
          operator: "equal",
          value: "met",
          params: { pathway, stage: "experience" },
        },
        { not: { condition: `endorsement/${pathway}` } },
      ],
    },
    event: {
      type: "letter",
      params: {
        text: "apply now",
        status: { fact: "endorsement/status", params: { pathway } },
      },
    },
  });

  const ask: string[] = [];
  const advise: string[] = [];
  const letters: string[] = [];
  // a failure says how it failed: what was not told is no reason to send someone away
  engine.on("endorsement/requirement-unknown", ({ requirement, obligation }: RequirementEvent["params"]) => {
    if (obligation === "required") ask.push(requirement);
  });
  engine.on("endorsement/requirement-unmet", ({ requirement, obligation }: RequirementEvent["params"]) => {
    if (obligation === "required") advise.push(requirement);
  });
  engine.on("letter", ({ text, status }: PathwayEvent["params"] & { readonly text: string }) => {
    letters.push(`${text} (${status})`);
  });
  await engine.run();
  return { ask: ask.sort(), advise: advise.sort(), letters };
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const [, , file = "", asOf = "", pathway = ""] = argv;
  console.log(await followUp(parseApplicant(JSON.parse(readFileSync(file, "utf8"))), asOf, pathway as PathwayId));
}
