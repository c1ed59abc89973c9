/**
 * What a report of many verdicts says, whatever it is written in.
 */
import { languageOf } from "../explain/language";
import type { PathwayId } from "../model/rulebook";
import { type PathwayStatus, pathwayStatuses } from "../model/verdict";
import type { PathwayInForce, RulesInForce } from "../rules/pathway-in-force";
import { BANDS, type Cohort, type MissingHours, type Near, type PathwayCohort } from "./cohort";

/** A report. */
export interface CohortReport {
  readonly title: string;
  /** By which rules, and how many. */
  readonly opening: readonly string[];
  readonly overview: Table;
  readonly pathways: readonly PathwayReport[];
}

/** A pathway in a report. */
export interface PathwayReport {
  readonly id: PathwayId;
  readonly title: string;
  readonly charts: readonly Chart[];
  /** Who lacks least. */
  readonly nearest?: Table;
}

/** A bar chart. */
export interface Chart {
  readonly title: string;
  readonly bars: readonly Bar[];
}

/** A bar. */
export interface Bar {
  readonly label: string;
  readonly count: number;
  /** What the count is of all, from 0 to 1. */
  readonly share: number;
}

/** A table; the cells of a column of numbers are right-aligned. */
export interface Table {
  readonly title: string;
  readonly columns: readonly { readonly title: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** What a report is about. */
export interface Reported {
  readonly cohort: Cohort;
  readonly refused: number;
  readonly rules: RulesInForce;
  /** The name of the association whose rules were applied. */
  readonly association?: string;
}

const statusWords = (status: PathwayStatus) => languageOf({}).say(`status-${status}`);

/** Makes a report. */
export function cohortReport({ cohort, refused, rules, association }: Reported): CohortReport {
  const { judged, eligible } = cohort;
  const judgedOn = rules.pathways.flatMap((pathway) => {
    const own = cohort.pathways[pathway.id];
    return own === undefined ? [] : [{ pathway, own }];
  });
  const byRules =
    association === undefined ? "the rules that all associations have in common" : `the rules of ${association}`;
  return {
    title: `${number(judged)} applicants on ${rules.asOf}`,
    opening: [
      `Judged by ${byRules} as of ${rules.asOf}. ${number(eligible)} of ${number(judged)} are eligible for a pathway at least.`,
      ...(refused > 0 ? [`${number(refused)} lines could not be judged and are not counted.`] : []),
      "This is advice: only the association decides. What was not told is unknown, and not counted as missing hours.",
    ],
    overview: overviewOf(judgedOn),
    pathways: judgedOn.flatMap(({ pathway, own }) => (hasPeople(own) ? [pathwayReport(pathway, own)] : [])),
  };
}

/** Whether there is more to say than that nobody can apply. */
const hasPeople = ({ statuses }: PathwayCohort) =>
  (["eligible", "undetermined", "not-yet"] as const).some((status) => (statuses[status] ?? 0) > 0);

interface JudgedOn {
  readonly pathway: PathwayInForce;
  readonly own: PathwayCohort;
}

function overviewOf(all: readonly JudgedOn[]): Table {
  const found = pathwayStatuses.filter((status) => all.some(({ own }) => (own.statuses[status] ?? 0) > 0));
  return {
    title: "Pathways",
    columns: [
      { title: "pathway", isNumber: false },
      ...found.map((status) => ({ title: statusWords(status), isNumber: true })),
      { title: "lack one requirement", isNumber: true },
    ],
    rows: all.map(({ pathway, own }) => [
      `${pathway.id} ${nameOf(pathway)}`,
      ...found.map((status) => number(own.statuses[status] ?? 0)),
      number(own.lacking[1] ?? 0),
    ]),
  };
}

const nameOf = ({ localName, name }: PathwayInForce) => localName?.name["en"] ?? name;

function pathwayReport(pathway: PathwayInForce, own: PathwayCohort): PathwayReport {
  const titles = new Map(pathway.requirements.map(({ id, title }) => [id, title]));
  const titleOf = (id: string) => titles.get(id) ?? id;
  const people = Object.values(own.statuses).reduce((sum, count) => sum + count, 0);
  const open = own.lacking.reduce((sum, count) => sum + count, 0);
  const hours = Object.entries(own.hours).sort(([, a], [, b]) => b.people - a.people);
  return {
    id: pathway.id,
    title: `${pathway.id} ${nameOf(pathway)}`,
    charts: [
      { title: "How they stand", bars: barsOf(statusCounts(own), people) },
      { title: "How many requirements they lack", bars: barsOf(lackingCounts(own), open) },
      { title: "The most common gaps", bars: barsOf(gapCounts(own, titleOf), open) },
      ...hours.map(([id, missing]) => hoursChart(titleOf(id), missing)),
    ].filter(({ bars }) => bars.length > 0),
    ...(own.nearest.length > 0 && { nearest: nearestTable(own.nearest, titleOf) }),
  };
}

type Count = readonly [label: string, count: number];

const barsOf = (counts: readonly Count[], all: number): Bar[] =>
  counts.flatMap(([label, count]) => (count === 0 ? [] : [{ label, count, share: count / all }]));

const statusCounts = ({ statuses }: PathwayCohort): Count[] =>
  pathwayStatuses.map((status: PathwayStatus) => [statusWords(status), statuses[status] ?? 0]);

/** So many are told apart, and the others together. */
const MOST_BARS = 8;

function lackingCounts({ lacking }: PathwayCohort): Count[] {
  const own = lacking.slice(0, MOST_BARS).map((count, lacks): Count => [String(lacks), count]);
  const more = lacking.slice(MOST_BARS).reduce((sum, count) => sum + count, 0);
  return [...own, [`${MOST_BARS} or more`, more]];
}

function gapCounts({ requirements }: PathwayCohort, titleOf: (id: string) => string): Count[] {
  return Object.entries(requirements)
    .map(([id, { unmet, unknown }]) => ({ id, unmet, unknown, all: unmet + unknown }))
    .sort((a, b) => b.all - a.all)
    .slice(0, MOST_BARS)
    .map(({ id, unmet, unknown, all }) => {
      const parts = [unmet > 0 ? `${number(unmet)} unmet` : "", unknown > 0 ? `${number(unknown)} unknown` : ""];
      return [`${titleOf(id)} (${parts.filter((part) => part !== "").join(", ")})`, all];
    });
}

function hoursChart(title: string, { people, hours, bands }: MissingHours): Chart {
  const labels = ["0", ...BANDS.map(String)];
  const counts = bands.map((count, at): Count => {
    const from = labels[at] ?? "";
    const to = labels[at + 1];
    return [to === undefined ? `more than ${from} hours` : `more than ${from}, at most ${to} hours`, count];
  });
  const mean = number(Math.round((hours / people) * 10) / 10);
  return { title: `Hours missing: ${title} (${mean} on average)`, bars: barsOf(counts, people) };
}

function nearestTable(nearest: readonly Near[], titleOf: (id: string) => string): Table {
  return {
    title: "Who is nearest",
    columns: [
      { title: "applicant", isNumber: false },
      { title: "lacks", isNumber: false },
      { title: "hours missing", isNumber: true },
    ],
    rows: nearest.map(({ id, line, lacks, hours }) => [
      id === undefined ? `line ${line}` : `${id} (line ${line})`,
      lacks.map(titleOf).join("; "),
      hours === 0 ? "" : number(Math.round(hours * 10) / 10),
    ]),
  };
}

/** Writes a number with a comma between the thousands. */
function number(value: number): string {
  const [whole = "", part] = String(value).split(".");
  const grouped = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ",");
  return part === undefined ? grouped : `${grouped}.${part}`;
}
