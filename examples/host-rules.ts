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
import { createEngine, type PathwayEligibleEvent, type RequirementMetEvent } from "../src/json-rules-engine";
import { type Applicant, type Day, parseApplicant } from "../src/schema";

/** What the employer of this example knows of a member of staff. */
export interface Staff {
  /** What the person told of a career. */
  readonly applicant: Applicant;
  /** For how many months the person has been on the payroll; no business of an endorsement. */
  readonly monthsOnPayroll: number;
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
 * The employer's policy: it pays the application fee of who has been on the payroll for a year, whose work is the work
 * of a family specialist, and who has half of the reflective supervision from qualified providers.
 */
export async function reportOn({ applicant, monthsOnPayroll }: Staff, asOf: Day): Promise<Report> {
  // a fresh engine for each run; the prefix keeps names apart
  const engine = createEngine(applicant, { asOf, pathways: ["IFS"], prefix: "endorsement:" });

  engine.addFact("months-on-payroll", monthsOnPayroll);
  engine.addRule({
    name: "fee",
    conditions: {
      all: [
        { fact: "months-on-payroll", operator: "greaterThanInclusive", value: 12 },
        // a requirement, by its name
        { condition: "endorsement:IFS/work" },
        // a measure of our own drawing, with a named condition of the rulebook
        {
          fact: "endorsement:hours",
          operator: "greaterThanInclusive",
          value: 12,
          params: { of: "supervisionReceived", where: { condition: "qualified-provider" } },
        },
      ],
    },
    event: { type: "fee-is-paid", params: { reason: "a year here, the right work, half of the supervision" } },
  });

  const met: string[] = [];
  let isEligible = false;
  let fee: string | undefined;
  engine.on("endorsement:requirement-met", ({ requirement, obligation }: RequirementMetEvent["params"]) => {
    if (obligation === "required") met.push(requirement);
  });
  engine.on("endorsement:pathway-eligible", ({ pathway }: PathwayEligibleEvent["params"]) => {
    isEligible = pathway === "IFS";
  });
  engine.on("fee-is-paid", ({ reason }: { readonly reason: string }) => {
    fee = reason;
  });
  await engine.run();
  return { met: met.sort(), isEligible, ...(fee !== undefined && { fee }) };
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const [, , file = "", asOf = "", months = "0"] = argv;
  const applicant = parseApplicant(JSON.parse(readFileSync(file, "utf8")));
  console.log(await reportOn({ applicant, monthsOnPayroll: Number(months) }, asOf));
}
