/** The page of an association: what people ask first, then what it offers and does differently, then its rules. */
import type { RequirementInForce } from "../../../src/index";
import { type Language, words } from "../words";
import { base, pathwayName, plainText, ruleText, shortName } from "./book";
import { allFacts, costLine, type Fact, type Facts, factLine, feeName, helpLine, placeName } from "./facts";
import { block, bullets, escaped, folded, link, pathIn, Sources } from "./markdown";
import type { DynamicPage } from "./pathway";

/** Makes the page of every association. */
export function associationPages(language: Language): DynamicPage[] {
  return allFacts().map((facts) => ({
    params: { id: facts.id, title: facts.name },
    content: pageOf(facts, language).join("\n"),
  }));
}

function pageOf(facts: Facts, language: Language): string[] {
  const say = words[language];
  const { id, name, short, site, costsUnknown } = facts;
  const sources = new Sources(language);
  const askLine = `${say.notFound}. ${say.ask} ${link(short ?? name, site)}.`;
  const told = (all: readonly Fact[]) =>
    all.length === 0 ? [askLine] : all.map((fact) => factLine(fact, sources, language));
  const last = facts.deadlines.length > 0 ? [] : facts.pastDeadlines;
  const deadlineLines =
    last.length === 0
      ? told(facts.deadlines)
      : [
          ...last.map((fact) => `${say.lastKnown}: ${factLine(fact, sources, language)}`),
          `${say.notFoundSince}. ${say.ask} ${link(short ?? name, site)}.`,
        ];
  const help = facts.help.map((one) => helpLine(one, language));
  const helpLines = help.length > 0 && facts.scholarships.length === 0 ? help : [...help, ...told(facts.scholarships)];
  const unknown = costsUnknown.map((kind) => feeName(kind, language)).join(", ");
  return [
    `# ${escaped(name)}${short === undefined ? "" : ` (${escaped(short)})`}`,
    "",
    `${facts.place === undefined ? "" : `${escaped(placeName(facts, language))} · `}${link(site.replace(/^https?:\/\/|\/$/g, ""), site)}`,
    "",
    ...block(
      `## ${say.costs} {#costs}`,
      bullets([
        ...facts.costs.map((cost) => costLine(cost, sources, language)),
        ...(unknown === "" ? [] : [`${say.notFound}: ${unknown}. ${say.ask} ${link(short ?? name, site)}.`]),
      ]),
    ),
    ...block(`## ${say.deadlines} {#deadlines}`, bullets(deadlineLines)),
    ...block(`## ${say.renewal} {#renewal}`, [
      ...bullets(facts.renewal.length === 0 ? [say.noOwnRenewal] : told(facts.renewal)),
      "",
      `[${say.renewalForAll}](${pathIn(language, "/pathways/renewal")})`,
    ]),
    ...block(`## ${say.scholarships} {#scholarships}`, bullets(helpLines)),
    ...block(
      `## ${say.whereToApply} {#apply}`,
      bullets([`${say.site}: ${link(site, site)}`, ...(facts.apply.length === 0 ? [] : told(facts.apply))]),
    ),
    `[${say.checkYourself}](${pathIn(language, "/check")}?association=${id}){.action}`,
    "",
    ...block(
      `## ${say.ask} ${escaped(short ?? name)} {#ask}`,
      bullets(facts.questions.map((one) => ruleText(language, one.text))),
    ),
    ...block(`## ${say.offers} {#offers}`, bullets(offerLines(facts, language))),
    ...block(`## ${say.differently} {#differently}`, differentLines(facts, language)),
    ...(facts.more.length === 0 ? [] : folded(say.goodToKnow, bullets(told(facts.more)))),
    `[${say.details}](/details/${id})`,
    "",
    ...sources.list(),
  ];
}

function offerLines({ offered, notShown, notOffered }: Facts, language: Language): string[] {
  const say = words[language];
  const line = (title: string, ids: readonly string[]) =>
    ids.length === 0
      ? []
      : [`**${title}**: ${ids.map((id) => `[${shortName(id)}](${pathIn(language, `/pathways/${id}`)})`).join(", ")}`];
  return [...line(say.offered, offered), ...line(say.offerUnknown, notShown), ...line(say.offeredNot, notOffered)];
}

/** What it asks otherwise than the others, in each pathway. */
function differentLines({ rules }: Facts, language: Language): string[] {
  const lines = rules.pathways.flatMap(({ id, requirements }) => {
    const own = ownRequirements(id, requirements, language);
    return own.length === 0 ? [] : folded(pathwayName(id, language), bullets(own));
  });
  return lines.length === 0 ? [words[language].nothingDifferent] : lines;
}

/** What an association asks in a pathway, and the others do not ask in these words. */
export function ownRequirements(
  pathway: string,
  requirements: readonly RequirementInForce[],
  language: Language,
): string[] {
  const known = base.pathways.find(({ id }) => id === pathway)?.requirements ?? [];
  const titles = new Set(known.map(({ id, title }) => `${id} ${title}`));
  const without = known.filter(({ id }) => !requirements.some((one) => one.id === id));
  return [
    ...requirements
      .filter(({ origin, id, title }) => origin !== "alliance" && !titles.has(`${id} ${title}`))
      .map(({ title, obligation = "required" }) =>
        obligation === "required"
          ? ruleText(language, title)
          : `${ruleText(language, title)} (${words[language].recommended})`,
      ),
    ...without.map(({ title }) => `${words[language].notAsked}: ${escaped(plainText(language, title))}`),
  ];
}
