/** The pages that lead to others: the start, the categories, the associations, and what each association says on a topic. */
import type { PathwayFile } from "../../../src/index";
import { type Language, words } from "../words";
import { audienceOf } from "./answer";
import { base, isAwarded, pathwayName, rulebook, ruleText, shortName } from "./book";
import { awarded, careerPicture } from "./diagram";
import { costLine, type Fact, type Facts, factLine, factsByPlace, helpLine, placeName } from "./facts";
import { block, bullets, escaped, escapedHtml, folded, link, pathIn, Sources } from "./markdown";
import type { DynamicPage } from "./pathway";

/** What people ask of an association, and a page each. */
export const topics = ["costs", "deadlines", "renewal", "scholarships"] as const;
type Topic = (typeof topics)[number];

/** Makes the pages that lead to others. */
export function listPages(language: Language): DynamicPage[] {
  const page = (id: string, title: string, lines: readonly string[]): DynamicPage => ({
    params: { page: id, title },
    content: [`# ${title}`, "", ...lines].join("\n"),
  });
  const say = words[language];
  return [
    page("index", say.start.title, ["<StartPage />", ""]),
    page("pathways", say.nav.pathways, pathwayList(language)),
    page("associations", say.nav.associations, associationList(language)),
    ...topics.map((topic) => page(topic, say.topics[topic], topicList(topic, language))),
  ];
}

function pathwayList(language: Language): string[] {
  const say = words[language];
  const place = (file: PathwayFile) => Math.min(...file.pathways.map(({ id }) => rulebook.order.indexOf(id)));
  const files = Object.entries(rulebook.pathways).sort(([, a], [, b]) => place(a) - place(b));
  type Named = readonly [string, PathwayFile];
  const section = ([scope, file]: Named) => {
    const ids = file.pathways.map(({ id }) => id);
    const audience = audienceOf(scope, language);
    const own = base.pathways.filter(({ id }) => ids.includes(id));
    const links = own.map(
      ({ id, isOffered }) =>
        `[${pathwayName(id, language)}](${pathIn(language, `/pathways/${id}`)})${isOffered ? "" : ` (${say.noLonger})`}`,
    );
    // where it is the only one, its name would stand twice
    if (own.length === 1 && own[0]?.name === file.title) return [`## ${links[0]}`, ""];
    return block(`## ${ruleText(language, file.title)}`, [...(audience ? [audience.does, ""] : []), ...bullets(links)]);
  };
  const isCategory = ([, file]: Named) => file.pathways.some(isAwarded);
  return [
    ...files.filter(isCategory).flatMap(section),
    `## ${say.careerTitle}`,
    "",
    ...careerPicture(language),
    ...files.filter((one) => !isCategory(one)).flatMap(section),
  ];
}

function associationList(language: Language): string[] {
  const say = words[language];
  const links = factsByPlace(language).map((facts) => {
    const name = link(facts.name, pathIn(language, `/associations/${facts.id}`));
    return facts.place === undefined ? name : `${escaped(placeName(facts, language))}: ${name}`;
  });
  const elsewhere = `[${say.elsewhere}](/details/where-to-apply)`;
  return [
    ...bullets([...links, elsewhere]),
    "",
    `## ${say.whoOffers}`,
    "",
    say.offersMarks,
    "",
    ...offerTable(language),
  ];
}

function offerTable(language: Language): string[] {
  const columns = awarded().filter(({ isOffered }) => isOffered);
  const mark = ({ offered, notOffered }: Facts, id: string) =>
    offered.includes(id) ? "✓" : notOffered.includes(id) ? "–" : "?";
  const head = columns.map(({ id }) => `<th scope="col">${shortName(id)}</th>`).join("");
  const rows = factsByPlace(language).map((facts) => {
    const cells = columns.map(({ id }) => `<td>${mark(facts, id)}</td>`).join("");
    return `<tr><th scope="row">${escapedHtml(placeName(facts, language))}</th>${cells}</tr>`;
  });
  return [
    `<div class="wide" role="region" tabindex="0" aria-label="${words[language].whoOffers}"><table class="offers"><thead><tr><td></td>${head}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`,
    "",
  ];
}

function topicList(topic: Topic, language: Language): string[] {
  const say = words[language];
  const sources = new Sources(language);
  const all = factsByPlace(language).flatMap((facts) => {
    const lines = topicLines(topic, facts, sources, language);
    const { id, name, short, site } = facts;
    const told = lines.length === 0 ? [`${say.notFound}. ${say.ask} ${link(short ?? name, site)}.`] : lines;
    const more = `[${escaped(name)}](${pathIn(language, `/associations/${id}`)}#${topic})`;
    const empty = lines.length === 0 ? ` – ${say.nothingFound}` : "";
    return folded(
      `${placeName(facts, language)}${empty}`,
      bullets([...told, more]),
      ` data-association="${escapedHtml(id)}"`,
    );
  });
  const general = topic === "renewal" ? [`[${say.renewalForAll}](${pathIn(language, "/pathways/renewal")})`, ""] : [];
  return [
    say.chooseFirst,
    "",
    ...general,
    "<AssociationFilter>",
    "",
    ...all,
    "</AssociationFilter>",
    "",
    ...sources.list(),
  ];
}

function topicLines(topic: Topic, facts: Facts, sources: Sources, language: Language): string[] {
  const told = (all: readonly Fact[]) => all.map((fact) => factLine(fact, sources, language));
  if (topic === "scholarships")
    return [...facts.help.map((one) => helpLine(one, language)), ...told(facts.scholarships)];
  if (topic !== "costs") return told(facts[topic]);
  return facts.costs.map((cost) => costLine(cost, sources, language));
}

/** What the questions of the start page choose among. */
export interface Choices {
  /** Where one can live, with the association of each place. */
  readonly places: readonly { readonly id: string; readonly name: string; readonly place?: string }[];
  /** The categories: name, and examples of jobs. */
  readonly categories: Readonly<Record<string, { readonly name: string; readonly jobs: readonly string[] }>>;
}

const JOBS = 3;

/** Collects what the questions of the start page choose among. */
export function choicesIn(language: Language): Choices {
  const places = factsByPlace(language).map((facts) => ({
    id: facts.id,
    name: placeName(facts, language),
    ...(facts.place && { place: facts.place }),
  }));
  const categories = Object.entries(rulebook.pathways).flatMap(([scope, { pathways }]) =>
    pathways.filter(isAwarded).map(({ id }) => {
      const jobs = audienceOf(scope, language)?.jobs.slice(0, JOBS) ?? [];
      return [id, { name: pathwayName(id, language), jobs }] as const;
    }),
  );
  return {
    places,
    categories: Object.fromEntries(categories),
  };
}
