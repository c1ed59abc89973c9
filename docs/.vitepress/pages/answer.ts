/** The first screen of a pathway: for whom it is, what it asks as a checklist, and what it does not ask. */
import type { AgeRange, PathwayInForce, RequirementInForce, Stage } from "../../../src/index";
import audiences from "../audiences.json";
import { type Language, words } from "../words";
import { isAwarded, ruleText, shortName } from "./book";
import { block, bullets, pathIn } from "./markdown";

/** What an answer is written from. */
export interface AnswerOf {
  readonly pathway: PathwayInForce;
  /** The file of the pathway: its scope of practice. */
  readonly scope: string;
  readonly language: Language;
}

/** Whom a scope of practice is for. */
interface Audience {
  readonly does: string;
  readonly jobs: readonly string[];
}

const JOBS = 4;

/** How many words fit on a first screen, with a title and a link below. */
const MOST_WORDS = 185;

/** Writes the answer as lines of Markdown; where it grows too long, the picture below tells the longest ways. */
export function answer(of: AnswerOf): string[] {
  const required = of.pathway.requirements.filter(({ obligation = "required" }) => obligation === "required");
  const longestFirst = [...required].sort((a, b) => wordsOfWays(b, of.language) - wordsOfWays(a, of.language));
  for (let inPicture = 0; ; inPicture += 1) {
    const short = new Set(longestFirst.slice(0, inPicture).map(({ id }) => id));
    const lines = answerLines(of, required, short);
    if (inPicture === required.length || countWords(lines.join(" ")) <= MOST_WORDS) return lines;
  }
}

const countWords = (text: string): number => text.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word)).length;

const wordsOfWays = ({ routes = [] }: RequirementInForce, language: Language): number =>
  countWords(routes.map(({ title }) => ruleText(language, title)).join(" "));

function answerLines(
  { pathway, scope, language }: AnswerOf,
  required: readonly RequirementInForce[],
  inPicture: ReadonlySet<string>,
): string[] {
  const say = words[language];
  const audience = audienceOf(scope, language);
  return [
    ...notOffered(pathway, language),
    ...(isAwarded(pathway) && audience !== undefined ? [forWhom(audience, language), ""] : []),
    ...(isAwarded(pathway) ? [`${say.ages}: **${agesWords(pathway, language)}**`, ""] : []),
    ...block(`## ${say.asks}`, checklist(required, "experience", inPicture, language)),
    ...block(`**${say.also}**`, shortList(required, "application", language)),
    ...block(`**${say.after}**`, shortList(required, "exam", language)),
    ...block(`**${say.doesNotAsk}**`, bullets(notAsked(pathway, required, language))),
  ];
}

function notOffered({ isOffered, replacedBy = [] }: PathwayInForce, language: Language): string[] {
  const say = words[language];
  if (isOffered) return [];
  const links = replacedBy.map((id) => `[${shortName(id)}](${pathIn(language, `/pathways/${id}`)})`);
  return [`**${say.notOffered}**${links.length === 0 ? "" : ` ${say.replacedBy} ${links.join(", ")}.`}`, ""];
}

/** Whom a scope of practice is for, in a language. */
export function audienceOf(scope: string, language: Language): Audience | undefined {
  const all: Readonly<Record<string, Readonly<Record<Language, Audience>>>> = audiences.scopes;
  return all[scope]?.[language];
}

function forWhom({ does, jobs }: Audience, language: Language): string {
  const { examples } = words[language];
  return jobs.length === 0 ? does : `${does} ${examples}: ${jobs.slice(0, JOBS).join(", ")}.`;
}

/** The ages of a pathway in words: years where they are the usual ones. */
export function agesWords({ ageBand }: Pick<PathwayInForce, "ageBand">, language: Language): string {
  const say = words[language];
  const bands: readonly AgeRange[] = "readings" in ageBand ? Object.values(ageBand.readings) : [ageBand];
  const [from, to] = bands[0] as AgeRange;
  if (from === 0) return to === 36 ? say.prenatal : say.prenatalToSix;
  return say.young;
}

/** The requirements of a stage, each a line of a checklist; several routes are told with "or". */
function checklist(
  required: readonly RequirementInForce[],
  stage: Stage,
  inPicture: ReadonlySet<string>,
  language: Language,
): string[] {
  const lines = ofStage(required, stage).map(({ id, title, routes = [] }) => {
    const isListed = routes.length > 1 && !titleTellsAll(title);
    const all = isListed ? routes.map((route) => ruleText(language, route.title)) : [];
    const ways = isListed && inPicture.has(id) ? [words[language].waysBelow(routes.length)] : all;
    return [
      `- ${ruleText(language, title)}`,
      ...ways.map((way, at) => `  - ${at === 0 ? "" : `*${words[language].or}* `}${way}`),
    ];
  });
  return lines.length === 0 ? [] : ['<div class="checklist">', "", ...lines.flat(), "", "</div>"];
}

/** A title that lists its ways itself needs no list of them. */
const titleTellsAll = (title: string) => /\bor\b/.test(title);

/** What is done with the application, in a line each. */
const shortList = (required: readonly RequirementInForce[], stage: Stage, language: Language): string[] =>
  bullets(ofStage(required, stage).map(({ title }) => ruleText(language, title)));

const ofStage = (required: readonly RequirementInForce[], stage: Stage) =>
  required.filter((one) => (one.stage ?? "experience") === stage);

/** What people fear and this pathway does not ask. */
function notAsked(pathway: PathwayInForce, required: readonly RequirementInForce[], language: Language): string[] {
  if (pathway.kind !== "category") return [];
  const { noDegree, noExam, noRsc } = words[language];
  const has = (...ids: readonly string[]) => required.some((one) => ids.includes(one.id));
  return [
    ...(has("education") ? [] : has("education-or-work") ? [words[language].noDegreeNeeded] : [noDegree]),
    ...(required.some(({ stage }) => stage === "exam") ? [] : [noExam]),
    ...(has("rsc") ? [] : [noRsc]),
  ];
}
