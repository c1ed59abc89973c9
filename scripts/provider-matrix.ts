/**
 * The table of who may provide reflective supervision/consultation: worked out by judging one applicant for each cell.
 */

import { evaluate } from "../src/index";
import type { Applicant, EducationLevel, Person, Standing } from "../src/model/applicant";
import type { PathwayId } from "../src/model/rulebook";
import type { Truth } from "../src/model/verdict";

/** A row: whom hours come from. */
interface Provider {
  readonly title: string;
  readonly degree?: EducationLevel;
  readonly standing?: Omit<Standing, "since">;
}

/** A column: who applies. */
interface Candidate {
  readonly title: string;
  readonly pathway: PathwayId;
  readonly degree?: EducationLevel;
}

/** A table: when the hours were earned. */
interface Period {
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly asOf: string;
}

const providers: readonly Provider[] = [
  { title: "Clinical mentor", standing: { category: "IMHM-C" } },
  { title: "Clinical mentor of the other endorsement", standing: { category: "ECMHM-C" } },
  { title: "Mental health specialist", standing: { category: "IMHS" } },
  { title: "Mental health specialist of the other endorsement", standing: { category: "ECMHS" } },
  { title: "Family specialist with a master's degree", degree: "master", standing: { category: "IFS" } },
  { title: "Family specialist with a bachelor's degree", degree: "bachelor", standing: { category: "IFS" } },
  { title: "Family reflective supervisor", standing: { category: "IFRS" } },
  { title: "Family reflective supervisor, emerging", standing: { category: "IFRS", status: "emerging" } },
  { title: "Holder of the add-on (a family specialist)", standing: { category: "ERS" } },
  { title: "Holder of the add-on, emerging", standing: { category: "ERS", status: "emerging" } },
  { title: "Policy mentor", standing: { category: "IMHM-P" } },
  { title: "Nobody endorsed" },
];

const candidates: readonly Candidate[] = [
  { title: "IFS, no graduate degree", pathway: "IFS", degree: "bachelor" },
  { title: "IFS, graduate degree", pathway: "IFS", degree: "master" },
  { title: "IMHS", pathway: "IMHS", degree: "master" },
  { title: "IMHM-C", pathway: "IMHM-C", degree: "master" },
];

const periods: readonly Period[] = [
  { title: "Hours of 2020, applied for in 2021", start: "2019-11-15", end: "2020-12-31", asOf: "2021-06-01" },
  { title: "Hours of 2023, applied for in 2024", start: "2022-11-15", end: "2023-12-31", asOf: "2024-06-01" },
  { title: "Hours of 2025, applied for in 2026", start: "2025-01-01", end: "2026-01-15", asOf: "2026-06-01" },
  { title: "Hours of 2020, applied for in 2026", start: "2019-11-15", end: "2020-12-31", asOf: "2026-06-01" },
];

/** The first days of the categories that came later. */
const begin: Readonly<Record<string, string>> = { IFRS: "2022-09-01", ERS: "2024-01-01" };

const answers: Readonly<Record<Truth, string>> = { met: "yes", unmet: "no", unknown: "the sources differ" };

function applicantFor({ degree, standing }: Provider, candidate: Candidate, { start, end }: Period): Applicant {
  // nobody held a category before it was there
  const began = begin[standing?.category ?? ""] ?? start;
  const since = began > start ? began : start;
  const provider: Person = {
    id: "provider",
    ...(degree && { degree }),
    endorsements: standing === undefined ? [] : [{ ...standing, since }],
  };
  return {
    people: [provider],
    education: candidate.degree === undefined ? [] : [{ level: candidate.degree, conferred: "2010-06-01" }],
    supervisionReceived: [
      { start, end, hours: 50, ages: [0, 36], about: ["direct-service", "rsc-provided"], provider: "provider" },
    ],
  };
}

function answer(provider: Provider, candidate: Candidate, period: Period): string {
  const { pathway } = candidate;
  const verdict = evaluate(applicantFor(provider, candidate, period), { asOf: period.asOf, pathways: [pathway] });
  const status = verdict.pathways[0]?.requirements.find(({ id }) => id === "rsc")?.status ?? "unknown";
  return answers[status];
}

/** Writes the tables as Markdown. */
export function providerMatrix(): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const tables = periods.map((period) =>
    [
      `## ${period.title}`,
      "",
      row(["The hours come from", ...candidates.map(({ title }) => title)]),
      row(["---", ...candidates.map(() => "---")]),
      ...providers.map((provider) =>
        row([provider.title, ...candidates.map((candidate) => answer(provider, candidate, period))]),
      ),
    ].join("\n"),
  );
  return [
    "# Who may provide reflective supervision/consultation",
    "",
    "Each answer is the verdict on an applicant whose hours all come from that provider, by the rules of the Alliance.",
    "Associations that accept providers whom they vetted say so in their overlays. The early childhood categories",
    "follow the same rules. Not all of it is certain: see the sources of each category's page.",
    "",
    tables.join("\n\n"),
    "",
  ].join("\n");
}
