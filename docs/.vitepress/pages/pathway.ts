/** The pages of a pathway: the answer on the first screen, and on a page of its own every detail and edition. */
import { associationPage } from "../../../scripts/association-page";
import { pathwayPage } from "../../../scripts/pathway-page";
import { wherePage } from "../../../scripts/where-page";
import { paysWords } from "../../../src/explain/pays";
import { titlesOf } from "../../../src/explain/titles";
import type { PathwayInForce } from "../../../src/index";
import { type Language, words } from "../words";
import { answer } from "./answer";
import { ownRequirements } from "./association";
import { asOf, isAwarded, pathwayName, pathwayOf, rulebook, ruleText } from "./book";
import { diagram, timeline } from "./diagram";
import { factsByPlace, placeName } from "./facts";
import { block, bullets, escapedHtml, folded, pathIn } from "./markdown";
import { writing } from "./writing";

/** A page as VitePress makes it from a route with a parameter. */
export interface DynamicPage {
  readonly params: Readonly<Record<string, string>>;
  readonly content: string;
}

/** Makes the page of every pathway: at most a screen, and what associations do differently. */
export function pathwayPages(language: Language): DynamicPage[] {
  return Object.entries(rulebook.pathways).flatMap(([scope, file]) =>
    file.pathways.map(({ id, name }) => ({
      params: { id, title: name },
      content: pageOf(id, scope, language).join("\n"),
    })),
  );
}

function pageOf(id: string, scope: string, language: Language): string[] {
  const say = words[language];
  const pathway = pathwayOf(id);
  const advice = pathway.requirements.filter(({ obligation }) => obligation === "recommended");
  const reviewed = pathway.requirements.filter(({ obligation }) => obligation === "reviewed");
  return [
    `# ${pathwayName(id, language)}`,
    "",
    ...answer({ pathway, scope, language }),
    ...(isAwarded(pathway) ? [`[${say.checkYourself}](${pathIn(language, "/check")}?pathway=${id}){.action}`, ""] : []),
    ...(isAwarded(pathway) ? (reviewed.length > 0 ? [say.reviewed, ""] : []) : besides(pathway, language)),
    ...block(`## ${say.advice}`, bullets(advice.map(({ title }) => ruleText(language, title)))),
    ...differences(id, language),
    ...block(`## ${say.picture}`, diagram(pathway, language)),
    ...folded(say.timeline, timeline(id, language)),
    `[${say.details}](/details/${id})`,
    "",
    `> ${say.dayOf} ${writing(language).day(asOf)}.`,
    "",
  ];
}

/** What help with the cost pays, what is left to who decides, and what to ask: of what is not awarded, little else is known. */
function besides({ pays, requirements }: PathwayInForce, language: Language): string[] {
  const { say } = writing(language);
  const reviewed = requirements.filter(({ obligation }) => obligation === "reviewed");
  const questions = new Map(
    requirements.flatMap(({ questions: asked = [] }) => asked).map((one) => [one.id, one.text]),
  );
  return [
    ...(pays === undefined ? [] : [paysWords(pays, writing(language)), ""]),
    ...block(`## ${say("list-reviewed")}`, bullets(reviewed.map(({ title }) => ruleText(language, title)))),
    ...block(`## ${say("questions-theirs")}`, bullets([...questions.values()].map((text) => ruleText(language, text)))),
  ];
}

/** Makes the page with all details of every pathway and association: conditions, editions, readings, sources. */
export function detailPages(): DynamicPage[] {
  const { conditions, equivalences, associations, questions } = rulebook;
  const titles = titlesOf(conditions, equivalences, Object.values(associations), questions);
  const ofPathways = Object.values(rulebook.pathways).flatMap((file) =>
    file.pathways.map((pathway) => ({
      params: { id: pathway.id, title: pathway.name },
      content: forVue(pathwayPage(rulebook, file, pathway, titles)),
    })),
  );
  const ofAssociations = Object.values(associations).map((overlay) => ({
    params: { id: overlay.id, title: overlay.name },
    content: forVue(associationPage(rulebook, overlay)),
  }));
  // the page is written for the folder above
  const where = wherePage(rulebook)
    .replaceAll("](associations/", "](../associations/")
    .replace("Find where you live, by its code of ISO 3166.", "Find where you live.")
    .replaceAll(/(?<=^\| )[A-Z]{2}[^|]*(?= \|)/gm, (codes) =>
      codes.replaceAll(/[A-Z]{2}(?:-[A-Z]{2,3})?/g, namedPlace),
    );
  const ofPlaces = { params: { id: "where-to-apply", title: "Where to apply" }, content: forVue(where) };
  return [...ofPathways, ...ofAssociations, ofPlaces];
}

const namedPlace = (place: string): string => placeName({ place, name: place }, "en");

/** What each association asks otherwise, folded under its place; one can be chosen. */
function differences(id: string, language: Language): string[] {
  const say = words[language];
  const rows = factsByPlace(language).flatMap((facts) => {
    const { rules, notOffered, notShown } = facts;
    const own = ownRequirements(id, rules.pathways.find((one) => one.id === id)?.requirements ?? [], language);
    const offer = notOffered.includes(id) ? say.offeredNot : notShown.includes(id) ? say.offerUnknown : undefined;
    const lines = [...(offer === undefined ? [] : [`**${offer}**`]), ...own];
    return folded(placeName(facts, language), bullets(lines), ` data-association="${escapedHtml(facts.id)}"`);
  });
  return rows.length === 0
    ? []
    : [`## ${say.differences} {#differences}`, "", "<AssociationFilter>", "", ...rows, "</AssociationFilter>", ""];
}

/** Keeps Vue from reading braces of the rules as its own. */
const forVue = (markdown: string): string => markdown.replaceAll("{{", "&#123;&#123;");
