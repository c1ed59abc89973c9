/** Pictures of the rules, as lists that style sheets draw: what is asked and by which routes, what changed when, what leads where. */
import { dayNumber } from "../../../src/base/calendar";
import type { PathwayInForce, Stage } from "../../../src/index";
import { appliesTo } from "../../../src/rules/applies";
import { findPathway } from "../../../src/rules/in-force";
import { requirementsIn } from "../../../src/rules/written";
import { type Language, words } from "../words";
import { base, isAwarded, plainText, rulebook, shortName } from "./book";
import { escapedHtml } from "./markdown";
import { writing } from "./writing";

const stages: readonly Stage[] = ["experience", "application", "exam"];

/** Draws what a pathway asks: stage after stage, each requirement with its routes. */
export function diagram(pathway: PathwayInForce, language: Language): string[] {
  const say = words[language];
  const required = pathway.requirements.filter(({ obligation = "required" }) => obligation === "required");
  const columns = stages.flatMap((stage) => {
    const own = required.filter((one) => (one.stage ?? "experience") === stage);
    if (own.length === 0) return [];
    const boxes = own.map(({ title, routes = [] }) => {
      // a way that is the only one says what the title says
      const several = routes.length > 1 ? routes : [];
      const ways = several.map(({ title: way }) => `<li>${text(way, language)}</li>`).join("");
      return `<li class="box"><strong>${text(title, language)}</strong>${ways === "" ? "" : `<ul class="routes">${ways}</ul>`}</li>`;
    });
    return [`<li class="stage"><span class="stage-name">${say.stages[stage]}</span><ul>${boxes.join("")}</ul></li>`];
  });
  return columns.length === 0 ? [] : [`<ol class="diagram" data-or="${say.or}">${columns.join("")}</ol>`];
}

/** Draws when the editions of what a pathway asks began. */
export function timeline(id: string, language: Language): string[] {
  const file = findPathway(rulebook, id)?.file;
  if (file === undefined) return [];
  const own = requirementsIn(rulebook, file).filter((one) => appliesTo(one, id));
  const editions = own.flatMap(({ title, inForce }) =>
    inForce?.from === undefined ? [] : [{ title, from: inForce.from }],
  );
  const sorted = editions.sort((a, b) => dayNumber(whole(a.from)) - dayNumber(whole(b.from)));
  const items = sorted.map(
    ({ title, from }) =>
      `<li><time datetime="${from}">${writing(language).day(from)}</time> ${text(title, language)}</li>`,
  );
  return items.length === 0 ? [] : [`<ol class="timeline">${items.join("")}</ol>`];
}

const whole = (day: string) => `${day}-01-01`.slice(0, "YYYY-MM-DD".length);

/** The scopes of practice in the order in which they widen. */
const ladder = [["FA"], ["FS"], ["MHS"], ["MHM-C", "MHM-P", "MHM-RF"]] as const;

/** Draws which categories lead where: what each asks that those before it do not ask. */
export function careerPicture(language: Language): string[] {
  const say = words[language];
  const steps = ladder.map((scopes, at) => {
    const cards = scopes.map((scope) => {
      const id = `I${scope}`;
      const twin = `EC${scope}`;
      const before = ladder
        .slice(0, at)
        .flat()
        .map((one) => `I${one}`);
      const more = addedIn(id, before).map((title) => `<li>${text(title, language)}</li>`);
      const links = [id, twin].map((one) => `<a href="./pathways/${one}.html">${shortName(one)}</a>`);
      const name = text(findPathway(rulebook, id)?.file.title ?? shortName(id), language);
      return `<div class="card"><strong>${name}</strong><br>${links.join(" · ")}<ul>${more.join("")}</ul></div>`;
    });
    return `<li>${cards.join("")}</li>`;
  });
  return [say.careerText, "", `<ol class="career">${steps.join("")}</ol>`, ""];
}

/** What a category asks before applying, and those before it do not. */
function addedIn(id: string, before: readonly string[]): string[] {
  const asked = (one: string) =>
    (base.pathways.find((pathway) => pathway.id === one)?.requirements ?? []).filter(
      ({ obligation = "required", stage = "experience" }) => obligation === "required" && stage !== "application",
    );
  const known = new Set(before.flatMap((one) => asked(one).map(({ title }) => title)));
  return asked(id).flatMap(({ title }) => (known.has(title) ? [] : [title]));
}

/** The categories and add-ons in the order of the rules. */
export const awarded = (): readonly PathwayInForce[] => base.pathways.filter(isAwarded);

const text = (english: string, language: Language) => escapedHtml(plainText(language, english));
