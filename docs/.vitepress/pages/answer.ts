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

/** How an answer is shortened. */
interface Shortening {
  /** The requirements whose ways only the picture below tells. */
  readonly inPicture: ReadonlySet<string>;
  /** Whether what stands behind a semicolon, and of ratings behind a colon, is left to the picture and the details. */
  readonly isBrief: boolean;
}

/** Writes the answer as lines of Markdown; where it grows too long, the picture below tells the longest ways. */
export function answer(of: AnswerOf): string[] {
  const required = of.pathway.requirements.filter(({ obligation = "required" }) => obligation === "required");
  const longestFirst = [...required].sort((a, b) => wordsOfWays(b, of.language) - wordsOfWays(a, of.language));
  for (let count = 0; count <= required.length; count += 1) {
    const inPicture = new Set(longestFirst.slice(0, count).map(({ id }) => id));
    const lines = answerLines(of, required, { inPicture, isBrief: false });
    if (countWords(lines.join(" ")) <= MOST_WORDS) return lines;
  }
  return answerLines(of, required, { inPicture: new Set(required.map(({ id }) => id)), isBrief: true });
}

const countWords = (text: string): number => text.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word)).length;

const wordsOfWays = ({ routes = [] }: RequirementInForce, language: Language): number =>
  countWords(routes.map(({ title }) => ruleText(language, title)).join(" "));

function answerLines(
  { pathway, scope, language }: AnswerOf,
  required: readonly RequirementInForce[],
  shortening: Shortening,
): string[] {
  const say = words[language];
  const ending = shortening.isBrief ? /[;:] / : undefined;
  const audience = audienceOf(scope, language);
  return [
    ...notOffered(pathway, language),
    ...(isAwarded(pathway) && audience !== undefined ? [forWhom(audience, language), ""] : []),
    ...(isAwarded(pathway) ? [`${say.ages}: **${agesWords(pathway, language)}**`, ""] : []),
    ...block(`## ${say.asks}`, checklist(required, shortening, language)),
    ...block(`**${say.also}**`, shortList(ofStage(required, "application"), language, ending)),
    ...block(`**${say.after}**`, shortList(ofStage(required, "exam"), language, ending)),
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
  { inPicture, isBrief }: Shortening,
  language: Language,
): string[] {
  const told = new Set<string>();
  const lines = ofStage(required, "experience").map(({ id, title, routes = [] }) => {
    const isListed = routes.length > 1 && !titleTellsAll(title);
    const all = isListed ? toldOnce(routes, told, language) : [];
    const ways = isListed && inPicture.has(id) ? [words[language].waysBelow(routes.length)] : all;
    return [
      `- ${briefly(ruleText(language, title), isBrief ? /; / : undefined)}`,
      ...ways.map((way, at) => `  - ${at === 0 ? "" : `*${words[language].or}* `}${way}`),
    ];
  });
  return lines.length === 0 ? [] : ['<div class="checklist">', "", ...lines.flat(), "", "</div>"];
}

type Routes = NonNullable<RequirementInForce["routes"]>;

/** The ways of a requirement; those that an earlier one told already are not told again. */
function toldOnce(routes: Routes, told: Set<string>, language: Language): string[] {
  const own = routes.filter(({ title }) => !told.has(title));
  for (const { title } of own) told.add(title);
  const ways = own.map(({ title }) => ruleText(language, title));
  return own.length === routes.length ? ways : [...ways, words[language].asAbove];
}

/** A title that lists its ways itself needs no list of them. */
const titleTellsAll = (title: string) => /\bor\b/.test(title);

/** What is done with the application, in a line each. */
const shortList = (asked: readonly RequirementInForce[], language: Language, ending: RegExp | undefined): string[] =>
  bullets(asked.map(({ title }) => briefly(ruleText(language, title), ending)));

/** What stands before an ending; what is marked as being in another language stays whole. */
const briefly = (text: string, ending: RegExp | undefined): string =>
  ending === undefined || text.startsWith("<") ? text : (text.split(ending)[0] ?? text);

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
