/** The page of a pathway: what it asks for and asked for, what counts as something else, what is open, who says so. */

import { firstDay, isoDay } from "../src/base/calendar";
import { namesUsedIn } from "../src/check/editions";
import { conditionLines, equivalenceLines, namedLines } from "../src/explain/condition";
import type { Titles } from "../src/explain/titles";
import { dayWords } from "../src/explain/vocabulary";
import type { Condition, WrittenQuestion } from "../src/model/language";
import type { Offered, Pathway, PathwayFile, Requirement, Route, Rulebook } from "../src/model/rulebook";
import { appliesTo } from "../src/rules/applies";
import { beginOf, byId, endOf, lastDayAmong, nextBegin } from "../src/rules/editions";
import { isAwarded } from "../src/rules/pathway-in-force";
import { CONFIDENCE, isReadings, requirementsIn } from "../src/rules/written";
import { bullets, cycleWords, daysWords, editionDays, Footnotes, paragraph, table, UNOFFICIAL } from "./markdown";
import { visitData } from "./rule-checks";

/** What a page is written from. */
interface Page {
  readonly rulebook: Rulebook;
  readonly pathway: Pathway;
  readonly titles: Titles;
  readonly notes: Footnotes;
}

/** Writes the page of a pathway. */
export function pathwayPage(rulebook: Rulebook, file: PathwayFile, pathway: Pathway, titles: Titles): string {
  const notes = new Footnotes(rulebook);
  const page = { rulebook, pathway, titles, notes };
  const own = askedOf(rulebook, pathway, file);
  const [current, ended] = lastFirst(pathway, own);
  const isOver = Number.isFinite(lastDayOf(pathway));
  return [
    paragraph(`# ${titleOf(pathway)}`, "", UNOFFICIAL),
    headText(page, file),
    paragraph(
      `## What ${isOver ? "was" : "is"} asked for`,
      "",
      "Years mean 12 months of 365 days; every day counts once.",
    ),
    ...current.map((editions) => requirementText(editions, page)),
    ...(ended.length === 0 ? [] : [paragraph("## What is no longer asked for")]),
    ...ended.map((editions) => requirementText(editions, page)),
    ...equivalenceText(page, own),
    ...questionText(page, own),
    ...changeText(page, own),
    notes.list(),
  ].join("\n");
}

/** The name of a pathway, with the short form under which it is awarded. */
export const titleOf = ({ name, label, id, kind }: Pathway): string =>
  isAwarded({ kind }) ? `${name} (${label ?? id})` : name;

const lastDayOf = ({ offered }: Pathway) => Math.max(...offered.map(endOf));

/** The editions of requirements that ever held for a pathway: those that ended before it was offered asked nobody. */
export function askedOf(rulebook: Rulebook, { id, offered }: Pathway, file: PathwayFile): readonly Requirement[] {
  const own = requirementsIn(rulebook, file).filter((one) => appliesTo(one, id));
  const first = Math.min(...offered.map(beginOf));
  return own.filter((one) => lastDayIn(own, one) >= first);
}

/** Sorts the editions of each requirement, the last one first, into what still holds at the end and what had ended. */
function lastFirst(pathway: Pathway, own: readonly Requirement[]) {
  const sorted = [...byId(own, ({ id }) => id).values()].map((editions) =>
    [...editions].sort((a, b) => (beginOf(a) < beginOf(b) ? 1 : -1)),
  );
  const holds = ([last]: readonly Requirement[]) => last !== undefined && endOf(last) >= lastDayOf(pathway);
  return [sorted.filter(holds), sorted.filter((editions) => !holds(editions))] as const;
}

function headText({ rulebook, pathway, notes }: Page, file: PathwayFile): string {
  const { id, endorsement, offered, replacedBy, cycle = [] } = pathway;
  const older = rulebook.credentials.find((one) => one.id === id)?.olderNames;
  return paragraph(
    `- Endorsement: ${endorsement === undefined ? "IMH-E® and ECMH-E®" : `${endorsement}®`}`,
    `- Scope: ${file.title}`,
    ...(older ? [`- Older names: ${older.join(", ")}`] : []),
    ...(isAwarded(pathway) ? [`- Ages of the children: ${ageWords(pathway)} ${notes.cite(pathway.sources)}`] : []),
    ...cycle.map(
      (one) =>
        `- Renewed ${daysWords(one.inForce, nextBegin(one, cycle))}: ${cycleWords(one)} ${notes.cite(one.sources)}`,
    ),
    ...offered.map((span) => `- Offered ${daysWords(span.inForce)} ${notes.cite(span.sources)}`),
    ...(replacedBy ? [`- Replaced by: ${replacedBy.map((one) => `[${one}](${one}.md)`).join(" and ")}`] : []),
    ...file.pathways.flatMap((twin) =>
      twin.kind === "category" && twin.id !== id
        ? [`- The same scope in ${twin.endorsement}®: [${twin.name}](${twin.id}.md)`]
        : [],
    ),
  );
}

function ageWords({ ageBand }: Pathway): string {
  if (!("readings" in ageBand)) return `${ageBand[0]} to ${ageBand[1]} months`;
  const bands = Object.values(ageBand.readings).map(([from, to]) => `${from} to ${to} months`);
  return `${bands.join(" or ")}, an [open question](#open-questions)`;
}

const obligations = {
  required: "required",
  recommended: "recommended, never blocks",
  reviewed: "judged by a reviewer, never blocks",
} as const;
const stageWords = {
  experience: "before applying",
  application: "while applying",
  exam: "only after approval",
} as const;

function requirementText(editions: readonly Requirement[], page: Page): string {
  return editions
    .map((one, at) => {
      const next = at === 0 ? undefined : editions[at - 1]?.inForce.from;
      const when = daysWords(one.inForce, next);
      const heading = next === undefined ? `### ${one.title}` : `#### ${when}: ${one.title}`;
      const last = Math.min(endOf(one), next === undefined ? Infinity : firstDay(next) - 1);
      return editionText(one, heading, { when, last }, page);
    })
    .join("\n");
}

/** When an edition holds: in words, and its last day. */
interface Days {
  readonly when: string;
  readonly last: number;
}

function editionText(one: Requirement, heading: string, { when, last }: Days, page: Page): string {
  const { id, obligation = "required", stage = "experience", routes = [], questions = [], confidence, sources } = one;
  const { titles, notes } = page;
  const facts = [`\`${id}\``, obligations[obligation], stageWords[stage], when, `${confidence} confidence`];
  return [
    paragraph(heading),
    paragraph(`${facts.join(" · ")} · ${notes.cite(sources)}`),
    ...(routes.length > 1 ? [paragraph("Any one of these routes:")] : []),
    ...(routes.length === 0 ? [paragraph("What exactly is asked for is not published, or a reviewer judges it.")] : []),
    ...routes.map((route) => routeText(route, titles, notes)),
    ...namedText(routes, { from: beginOf(one), to: last }, page),
    ...differencesIn(routes, page).map((one) => readingsText(one, notes)),
    ...(one.notes ? [paragraph(`*Note:* ${one.notes}`)] : []),
    ...(questions.length > 0 ? [paragraph("Open questions:", "", ...questions.map(({ text }) => `- ${text}`))] : []),
  ].join("\n");
}

function routeText({ title, conditions, confidence, sources }: Route, titles: Titles, notes: Footnotes): string {
  const own = [confidence && ` (${confidence} confidence)`, sources && ` ${notes.cite(sources)}`].filter(Boolean);
  return paragraph(`**${title}**${own.join("")}`, "", ...bullets(conditionLines(conditions, titles)));
}

/** The questions on which some routes depend, each once, those in named conditions included. */
function differencesIn(routes: readonly Route[], { rulebook }: Page): readonly WrittenQuestion[] {
  const named = namesUsedIn(rulebook, routes).flatMap(({ kind, id }) => rulebook[kind].filter((one) => one.id === id));
  return questionsIn({ routes, named }, rulebook);
}

/** Finds the questions on whose readings some data depends, each once. */
function questionsIn(data: unknown, { questions }: Rulebook): readonly WrittenQuestion[] {
  const found = new Set<string>();
  visitData(data, "", (node) => {
    if (isReadings(node)) found.add(node.question);
  });
  return [...found].flatMap((id) => questions.find((one) => one.id === id) ?? []);
}

function readingsText({ id, text, readings = [] }: WrittenQuestion, notes: Footnotes): string {
  const lines = readings.map(
    ({ id, title, sources, confidence = CONFIDENCE }) =>
      `- ${title} (\`${id}\`, ${confidence} confidence): ${notes.cite(sources)}`,
  );
  return paragraph(`**The sources differ:** ${text} (\`${id}\`)`, "", ...lines);
}

/** Explains the named conditions that routes use, each once, those that they use included: as they hold on some days. */
function namedText(
  routes: readonly Route[],
  days: { readonly from: number; readonly to: number },
  { rulebook, titles }: Page,
): readonly string[] {
  const used = namesUsedIn(rulebook, routes).flatMap(({ kind, id }) => (kind === "conditions" ? [id] : []));
  const lines = used.flatMap((id) => {
    const editions = rulebook.conditions.filter((one) => one.id === id);
    const held = editions.filter((one) => beginOf(one) <= days.to && days.from <= lastDayAmong(one, editions));
    return held.flatMap((one) => {
      const when = held.length === 1 ? "" : ` (${editionDays(one, editions)})`;
      return meaningLines(one.title, when, one.conditions, titles);
    });
  });
  if (lines.length === 0) return [];
  return [paragraph("<details><summary>What the words mean</summary>", "", ...lines, "", "</details>")];
}

/** Says what a name means, unless its title says it already. */
function meaningLines(title: string, when: string, conditions: Condition, titles: Titles): readonly string[] {
  const below = namedLines(conditions, titles);
  if (below.length === 1 && below[0]?.text === title) return [];
  return bullets({ text: `*${title}*${when}:`, below });
}

function equivalenceText({ rulebook, titles, notes }: Page, own: readonly Requirement[]): readonly string[] {
  const routes = own.flatMap((one) => one.routes ?? []);
  const used = namesUsedIn(rulebook, routes).flatMap(({ kind, id }) => (kind === "equivalences" ? [id] : []));
  const each = rulebook.equivalences
    .filter(({ id }) => used.includes(id))
    .map((one) =>
      paragraph(
        `### ${one.title}`,
        "",
        `\`${one.id}\` · ${editionDays(one, rulebook.equivalences)} · ${one.confidence ?? CONFIDENCE} confidence · ${notes.cite(one.sources)}`,
        "",
        ...equivalenceLines(one, titles).flatMap((line) => bullets(line)),
      ),
    );
  return each.length === 0 ? [] : [paragraph("## What counts as something else"), ...each];
}

/** Every question that the rules of the pathway leave open, with the answers of associations. */
function questionText(page: Page, own: readonly Requirement[]): readonly string[] {
  const { pathway, notes, rulebook } = page;
  const { ageBand } = pathway;
  const routes = own.flatMap((one) => one.routes ?? []);
  const differences = [...questionsIn({ ageBand }, rulebook), ...differencesIn(routes, page)];
  const questions = [...differences, ...own.flatMap((one) => one.questions ?? [])];
  const each = [...new Map(questions.map((question) => [question.id, question])).values()].map((question) => {
    const said = question.sources === undefined ? "" : ` ${notes.cite(question.sources)}`;
    const readings = differences.find((one) => one.id === question.id)?.readings ?? [];
    const choices = readings.map(({ id, title }) => `  - ${title} (\`${id}\`)${chosenBy(rulebook, question.id, id)}`);
    return [`- ${question.text} (\`${question.id}\`)${said}`, ...choices].join("\n");
  });
  if (each.length === 0) return [];
  const intro = "Ask the association. Where it chose a reading, the rules of that association say so.";
  return [paragraph("## Open questions", "", intro, "", ...each)];
}

/** Which associations chose a reading. */
function chosenBy({ associations }: Rulebook, question: string, reading: string): string {
  const names = Object.values(associations).flatMap(({ id, choose = {} }) => {
    const answer = choose[question];
    const chosen = typeof answer === "string" ? [answer] : (answer ?? []).map((one) => one.reading);
    return chosen.includes(reading) ? [`[${id}](../associations/${id}.md)`] : [];
  });
  return names.length === 0 ? "" : `: chosen by ${names.join(", ")}`;
}

/** Every edition that has a first or a last day, in order. */
function changeText({ pathway, notes }: Page, own: readonly Requirement[]): readonly string[] {
  const row = (dated: Offered, end: number, what: string) => {
    const { inForce = {}, sources } = dated;
    const first = inForce.from === undefined ? "at first" : dayWords(inForce.from);
    const last = Number.isFinite(end) ? `to ${dayWords(isoDay(end))}` : "on";
    return { begin: beginOf(dated), end, cells: [`${first} ${last}`, what, notes.cite(sources)] };
  };
  const rows = [
    ...pathway.offered.map((span) => row(span, endOf(span), "**offered**")),
    ...own.map((one) => row(one, lastDayIn(own, one), `\`${one.id}\`: ${one.title}`)),
  ].filter(({ begin, end }) => Number.isFinite(begin) || Number.isFinite(end));
  if (rows.length === 0) return [];
  const inOrder = [...rows].sort((a, b) => (a.begin === b.begin ? a.end - b.end : a.begin - b.begin) || 0);
  const vague =
    "A change of which only the month or the year is known is taken to begin on its first day; what it replaces ends on the day before. The last day of an edition is what `asOn` in the file of an association names.";
  const head = ["First day to last day", "What", "Sources"];
  const lines = table(
    head,
    inOrder.map(({ cells }) => cells),
  );
  return [paragraph("## What changed when", "", vague, "", ...lines)];
}

/** The last day on which an edition holds, be it that it ends or that the next one begins. */
function lastDayIn(all: readonly Requirement[], one: Requirement): number {
  const next = nextBegin(
    one,
    all.filter(({ id }) => id === one.id),
  );
  return next === undefined ? endOf(one) : Math.min(endOf(one), firstDay(next) - 1);
}
