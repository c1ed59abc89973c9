/**
 * An application that runs json-rules-engine already: a rule, a fact and listeners of its own beside the rules of this
 * package. Outside of this repository the imports are `endorsement-pathways/json-rules-engine` and
 * `endorsement-pathways/schema`.
 *
 * Run it: `npx tsx examples/host-rules.ts examples/home-visitor-without-degree.json 2026-11-23 30`
 */
import { readFileSync } from "node:fs";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { createEngine, type RequirementEvent } from "../src/json-rules-engine";
import { type Applicant, type Day, parseApplicant } from "../src/schema";

/** What the employer of this example knows of a member of staff. */
export interface Staff {
  /** What the person told of a career. */
  readonly applicant: Applicant;
  /** How much the person works, in hours a week; no business of an endorsement, and our facts are named `hours`, too. */
  readonly hours: number;
}

/** What the employer wants to know. */
export interface Report {
  /** The requirements of Family Specialist that are met for certain. */
  readonly met: readonly string[];
  /** Whether the person is eligible for it. */
  readonly isEligible: boolean;
  /** Why the employer pays the application fee; `undefined` where it does not. */
  readonly fee?: string;
}

/**
 * The employer's policy: it pays the application fee of who works at least half of the week, whose work is the work of a
 * family specialist, and who has half of the reflective supervision from qualified providers.
 */
export async function reportOn({ applicant, hours }: Staff, asOf: Day): Promise<Report> {
  // a fresh engine for each run; all names of ours begin with "endorsement/"
  const engine = createEngine(applicant, { asOf, pathways: ["IFS"] });

  engine.addRule({
    name: "fee",
    conditions: {
      all: [
        { fact: "hours", operator: "greaterThanInclusive", value: 20 },
        // a requirement, by its name
        { condition: "endorsement/IFS/work" },
        // a measure of the employer's own drawing, with a named condition of the rulebook
        {
          fact: "endorsement/hours",
          operator: "greaterThanInclusive",
          value: 12,
          params: { of: "supervisionReceived", where: { condition: "qualified-provider" } },
        },
      ],
    },
    event: { type: "fee-is-paid", params: { reason: "half of the week, the right work, half of the supervision" } },
  });

  const met: string[] = [];
  let isEligible = false;
  let fee: string | undefined;
  engine.on("endorsement/requirement-met", ({ requirement, obligation }: RequirementEvent["params"]) => {
    if (obligation === "required") met.push(requirement);
  });
  engine.on("endorsement/pathway-eligible", () => {
    isEligible = true;
  });
  engine.on("fee-is-paid", ({ reason }: { readonly reason: string }) => {
    fee = reason;
  });
  await engine.run({ hours });
  return { met: met.sort(), isEligible, ...(fee !== undefined && { fee }) };
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const [, , file = "", asOf = "", hours = "0"] = argv;
  const applicant = parseApplicant(JSON.parse(readFileSync(file, "utf8")));
  console.log(await reportOn({ applicant, hours: Number(hours) }, asOf));
}
