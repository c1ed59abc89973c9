/** The page of an association: what it does differently, since when, who says so. */

import { conditionLines, equivalenceLines, namedLines } from "../src/explain/condition";
import { acceptsWords } from "../src/explain/overlay";
import { type Titles, titlesOf } from "../src/explain/titles";
import { dayWords, idWords, listed, yearlyDayWords } from "../src/explain/vocabulary";
import type { FeeRule, MembershipRule, Overlay, ProcessRule, RequirementChange } from "../src/model/overlay";
import type { Cited, Equivalence, ImpreciseDay, NamedCondition, PathwayId, Rulebook } from "../src/model/rulebook";
import { type Dated, nextBegin } from "../src/rules/editions";
import { findPathway } from "../src/rules/in-force";
import { isAwarded } from "../src/rules/pathway-in-force";
import { changesLike, writtenBy } from "../src/rules/requirements-on";
import { CONFIDENCE, labelsOf, overlayBody, sharedWith } from "../src/rules/written";
import { bullets, cycleWords, daysWords, editionDays, Footnotes, paragraph, UNOFFICIAL } from "./markdown";

/** What a page is written from. */
interface Page {
  readonly rulebook: Rulebook;
  readonly overlay: Overlay;
  readonly titles: Titles;
  readonly notes: Footnotes;
}

/** A statement with its days, its sources and its confidence. */
type Stated = Dated & Cited;

/** Writes the page of an association. */
export function associationPage(rulebook: Rulebook, overlay: Overlay): string {
  const { conditions = [], equivalences = [] } = overlay;
  const titles = titlesOf(
    [...rulebook.conditions, ...conditions],
    [...rulebook.equivalences, ...equivalences],
    Object.values(rulebook.associations),
    sharedWith(rulebook, overlay).questions,
  );
  const page = { rulebook, overlay, titles, notes: new Footnotes(rulebook) };
  return [...headText(page), ...offerText(page), ...ruleText(page), ...factText(page), page.notes.list()].join("\n");
}

function headText({ overlay, notes }: Page): readonly string[] {
  const { id, name, short, jurisdiction, site, sources } = overlay;
  return [
    paragraph(`# ${name}${inBrackets(short)}`, "", UNOFFICIAL),
    paragraph(
      `- Id: \`${id}\``,
      ...(jurisdiction ? [`- Jurisdiction: ${jurisdiction}`] : []),
      `- Site: <${site}>`,
      `- Sources: ${notes.cite(sources)}`,
    ),
    paragraph("Where this page says nothing, the rules of the Alliance hold."),
  ];
}

const inBrackets = (text: string | undefined) => (text === undefined ? "" : ` (${text})`);

function section<T>(
  title: string,
  all: readonly T[] = [],
  line: (one: T) => string | readonly string[],
): readonly string[] {
  const lines = all.flatMap(line);
  return lines.length === 0 ? [] : [paragraph(`## ${title}`, "", ...lines.map((one) => `- ${one}`))];
}

/** Says when a statement holds, how sure it is, and who says so. */
function cited(one: Stated, { notes }: Page, next?: ImpreciseDay): string {
  const days = daysWords(one.inForce, next);
  const when = days === "at all times" && one.inForce === undefined ? "" : ` · ${days}`;
  return `${when} · ${one.confidence ?? CONFIDENCE} confidence · ${notes.cite(one.sources)}`;
}

/** How a pathway is called in a line: categories by their short form. */
function pathwayWords(id: string, { rulebook }: Page): string {
  const pathway = findPathway(rulebook, id)?.pathway;
  if (pathway === undefined) return id;
  return isAwarded(pathway) ? (pathway.label ?? id) : pathway.name;
}

const pathwaysWords = (ids: readonly PathwayId[], page: Page) => ids.map((id) => pathwayWords(id, page)).join(", ");

/** Some pathways of a statement, and what ends it for them. */
interface Span {
  readonly pathways: readonly PathwayId[];
  readonly next: ImpreciseDay | undefined;
}

/** Sorts the pathways of a statement by what follows it: another statement may end it for some of them only. */
function spansOf(ids: readonly PathwayId[], nextOf: (id: PathwayId) => ImpreciseDay | undefined): readonly Span[] {
  const all = ids.map((id) => ({ id, next: nextOf(id) }));
  return [...new Set(all.map(({ next }) => next))].map((next) => ({
    pathways: all.flatMap((one) => (one.next === next ? [one.id] : [])),
    next,
  }));
}

function offerText(page: Page): readonly string[] {
  const labels = labelsOf(page.overlay);
  const { aliases, offers = [], languages, residency = [], membership = [] } = page.overlay;
  return [
    ...section("Names", aliases, (one) => `${one.name}${inBrackets(one.short)}${cited(one, page)}`),
    ...section("What it offers", offers, (one) => {
      const nextOf = (id: PathwayId) =>
        nextBegin(
          one,
          offers.filter(({ pathways }) => pathways.includes(id)),
        );
      return spansOf(one.pathways, nextOf).map(
        ({ pathways, next }) =>
          `${one.offered === false ? "not: " : ""}${pathwaysWords(pathways, page)}${cited(one, page, next)}`,
      );
    }),
    ...section("Its own names for categories", labels, (one) => {
      const names = Object.values(one.name).join(" / ");
      const same = labels.filter(({ pathway }) => pathway === one.pathway);
      return `${pathwayWords(one.pathway, page)}: ${names}${inBrackets(one.short)}${cited(one, page, nextBegin(one, same))}`;
    }),
    ...section("Languages", languages, (one) => `${one.what}${cited(one, page)}`),
    ...section(
      "Who may apply",
      residency,
      (one) => `residents of ${acceptsWords(one.accepts)}${cited(one, page, nextBegin(one, residency))}`,
    ),
    ...section("Membership", membership, (one) => membershipLines(one, membership, page)),
  ];
}

const issuers = {
  own: "the association itself",
  "another-association": "another infant mental health association",
  waimh: "the World Association (WAIMH)",
} as const;

/** Says what a rule on membership says, each of its parts until the next rule on that part begins. */
function membershipLines(rule: MembershipRule, all: readonly MembershipRule[], page: Page): readonly string[] {
  const { accepts, kinds, obligation, year, pathways } = rule;
  const whom = pathways === undefined ? "" : ` for ${pathwaysWords(pathways, page)}`;
  const line = (part: "accepts" | "kinds" | "obligation" | "year", text: string) => {
    const same = all.filter((other) => other[part] !== undefined);
    return `${text}${cited(rule, page, nextBegin(rule, same))}`;
  };
  const from = (accepts ?? []).map((issuer) => issuers[issuer]);
  return [
    ...(accepts ? [line("accepts", `accepted from ${listed(from, "or")}`)] : []),
    ...(kinds ? [line("kinds", `of these kinds: ${listed(kinds, "or")}`)] : []),
    ...(obligation ? [line("obligation", `${obligation}${whom}`)] : []),
    ...(year ? [line("year", yearWords(year))] : []),
  ];
}

function yearWords({ ends, cutOff }: NonNullable<MembershipRule["year"]>): string {
  const end = `the membership year ends on ${yearlyDayWords(ends)}`;
  return cutOff === undefined ? end : `${end}; bought from ${yearlyDayWords(cutOff)} on, it runs into the next year`;
}

function ruleText(page: Page): readonly string[] {
  const { requirements = [], conditions = [], equivalences = [] } = page.overlay;
  return [
    ...section("Rules of its own", requirements, (change) =>
      changeSpans(change, page).map(
        ({ pathways, next }) =>
          `${changeWords(change, pathwaysWords(pathways, page), page)}${cited(change, page, next)}`,
      ),
    ),
    ...requirements.flatMap((change) => bodyText(change, page)),
    ...section("Conditions of its own", conditions, (one) =>
      namedText(
        one,
        conditions,
        namedLines(one.conditions, page.titles).flatMap((line) => bullets(line, 1)),
        page,
      ),
    ),
    ...section("What counts as something else, here", equivalences, (one) =>
      namedText(
        one,
        equivalences,
        equivalenceLines(one, page.titles).flatMap((line) => bullets(line, 1)),
        page,
      ),
    ),
    ...choiceText(page),
  ];
}

function namedText<T extends NamedCondition | Equivalence>(
  one: T,
  all: readonly T[],
  below: readonly string[],
  page: Page,
): string {
  const days = editionDays(one, all);
  const said = `*${one.title}* · ${days} · ${one.confidence ?? CONFIDENCE} confidence · ${page.notes.cite(one.sources)}`;
  return [said, ...below].join("\n");
}

function changeSpans(change: RequirementChange, { overlay }: Page): readonly Span[] {
  const nextOf = (id: PathwayId) => nextBegin(change, changesLike(change, id, overlay.requirements ?? []));
  return spansOf(change.pathways, nextOf);
}

function changeWords(change: RequirementChange, whom: string, { rulebook, overlay }: Page): string {
  const written = writtenBy(change);
  const title = written && overlayBody(sharedWith(rulebook, overlay), written.body).title;
  if ("remove" in change) return `${whom}: \`${change.remove}\` is not asked for`;
  if ("replace" in change) return `${whom}: \`${change.replace.id}\` – ${title}`;
  if ("add" in change) return `${whom}: also \`${change.add.id}\` – ${title}`;
  if ("asOn" in change) return `${whom}: \`${change.requirement}\` as it was on ${dayWords(change.asOn)}`;
  return `${whom}: \`${change.requirement}\` is ${change.obligation}`;
}

/** Writes the routes of a requirement that the association words itself. */
function bodyText(change: RequirementChange, page: Page): readonly string[] {
  const written = writtenBy(change);
  const body = written && overlayBody(sharedWith(page.rulebook, page.overlay), written.body);
  if (body?.routes === undefined) return [];
  const { routes, title } = body;
  const lines = routes.flatMap((route) => [
    `**${route.title}**`,
    "",
    ...bullets(conditionLines(route.conditions, page.titles)),
    "",
  ]);
  return changeSpans(change, page).map(({ pathways, next }) =>
    paragraph(
      `### ${pathwaysWords(pathways, page)}: ${title}`,
      "",
      `\`${body.id}\` · ${daysWords(change.inForce, next)}`,
      "",
      ...lines,
    ),
  );
}

/** Says which reading of an open question the association chose, and when. */
function choiceText(page: Page): readonly string[] {
  const { questions } = sharedWith(page.rulebook, page.overlay);
  return section("How it reads open questions", Object.entries(page.overlay.choose ?? {}), ([id, answer]) => {
    const asked = questions.find((one) => one.id === id);
    const named = (reading: string) => {
      const title = asked?.readings?.find((one) => one.id === reading)?.title ?? reading;
      return `**${title}** (\`${reading}\`)`;
    };
    const said =
      typeof answer === "string"
        ? [named(answer)]
        : answer.map((choice) => `${named(choice.reading)}${cited(choice, page, nextBegin(choice, answer))}`);
    const question = `${asked?.text ?? ""} (\`${id}\`)`.trim();
    return said.length === 1
      ? `${question}: ${said.join()}`
      : [`${question}:`, ...said.map((one) => `  - ${one}`)].join("\n");
  });
}

function factText(page: Page): readonly string[] {
  const { cycle = [], fees, process, notes } = page.overlay;
  return [
    ...section("Renewal cycle", cycle, (one) => `${cycleWords(one)}${cited(one, page, nextBegin(one, cycle))}`),
    ...section("Fees", fees, (one) => {
      const note = one.note ? ` – ${one.note}` : "";
      return `${idWords(one.kind)}: ${one.amount === null ? "charged, how much is not known" : `${one.amount} ${one.currency}`}${whomWords(" for ", one, page)}${note}${cited(one, page)}`;
    }),
    ...section("Process", process, (one) => {
      return `${idWords(one.kind)}: ${one.text}${inBrackets(whomWords("", one, page) || undefined)}${cited(one, page)}`;
    }),
    ...section("Printed, and no rule here", notes, (one) => `${one.text} – ${idWords(one.reason)}${cited(one, page)}`),
  ];
}

const whomWords = (before: string, { pathways }: FeeRule | ProcessRule, page: Page) =>
  pathways === undefined ? "" : `${before}${pathwaysWords(pathways, page)}`;
