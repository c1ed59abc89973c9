/** What people ask of an association: costs, deadlines, renewal, scholarships, where to apply, contact. */
import { dayNumber, lastDay } from "../../../src/base/calendar";
import { paysWords } from "../../../src/explain/pays";
import {
  type AssociationId,
  associations,
  type Citation,
  type Confidence,
  type Fee,
  type FeeKind,
  fees,
  type PathwayInForce,
  type ProcessKind,
  type RulesInForce,
  rulesInForce,
  type Source,
  type WrittenQuestion,
} from "../../../src/index";
import { CONFIDENCE, citations, findSource } from "../../../src/rules/written";
import { type Language, words } from "../words";
import { asOf, plainText, rulebook, ruleText, shortName } from "./book";
import { escaped, pathIn, type Sources } from "./markdown";
import { writing } from "./writing";

/** Something that an association says, with the documents that say it. */
export interface Fact {
  /** What it says, in English. */
  readonly text: string;
  /** How sure it is. */
  readonly confidence: Confidence;
  /** Where. */
  readonly sources: readonly Source[];
}

/** What is known of one association. */
export interface Facts {
  readonly id: AssociationId;
  readonly name: string;
  readonly short?: string;
  /** The state or country that it serves. */
  readonly place?: string;
  readonly site: string;
  readonly rules: RulesInForce;
  readonly offered: readonly string[];
  readonly notOffered: readonly string[];
  readonly notShown: readonly string[];
  readonly costs: readonly Cost[];
  /** Kinds of fee of which nothing is known. */
  readonly costsUnknown: readonly FeeKind[];
  readonly deadlines: readonly Fact[];
  /** The last deadlines that held, where none is known to hold. */
  readonly pastDeadlines: readonly Fact[];
  readonly renewal: readonly Fact[];
  readonly scholarships: readonly Fact[];
  /** Help with the costs that has rules of its own. */
  readonly help: readonly PathwayInForce[];
  readonly apply: readonly Fact[];
  /** What else is good to know: review, exam, evidence, and what an endorsement means there. */
  readonly more: readonly Fact[];
  /** What its own pages leave open. */
  readonly questions: readonly WrittenQuestion[];
}

/** What something costs. */
export interface Cost {
  readonly fee: Fee;
  readonly sources: readonly Source[];
}

let collected: readonly Facts[] | undefined;

/** Collects what is known of every association. */
export function allFacts(): readonly Facts[] {
  collected ??= associations({ asOf }).map(({ id, name, short, jurisdiction, site, ...offers }) => {
    const rules = rulesInForce({ asOf, association: id });
    const found = (cited: readonly Citation[]) =>
      cited.flatMap(({ source }) => findSource(rulebook, source, rulebook.associations[id]) ?? []);
    const of = (...kinds: readonly ProcessKind[]): Fact[] =>
      rules.process
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ text, confidence, sources }) => ({ text, confidence, sources: found(sources) }));
    const charged = fees({ asOf, association: id }).flatMap((fee) => offeredFee(fee, offers.notOffered));
    const isKnown = ({ amount, sources }: Fee) => amount !== null || sources.length > 0;
    return {
      id,
      name,
      ...(short && { short }),
      ...(jurisdiction && { place: jurisdiction }),
      site,
      rules,
      ...offers,
      costs: charged.filter(isKnown).map((fee) => ({ fee, sources: found(fee.sources) })),
      costsUnknown: charged.filter((fee) => !isKnown(fee)).map(({ kind }) => kind),
      deadlines: of("deadline", "cohort", "time-limit"),
      pastDeadlines: pastDeadlines(id, found),
      renewal: of("renewal", "lapse"),
      scholarships: of("help-with-cost"),
      help: rules.pathways.filter(({ kind, isOffered }) => kind === "scholarship" && isOffered),
      apply: of("before-applying", "application"),
      more: of("review", "exam", "evidence", "moving-up", "status"),
      questions: openQuestions(id, rules),
    };
  });
  return collected;
}

/** A fee as far as it is for what is offered. */
function offeredFee(fee: Fee, notOffered: readonly string[]): Fee[] {
  if (fee.pathways === undefined) return [fee];
  const pathways = fee.pathways.filter((id) => !notOffered.includes(id));
  return pathways.length === 0 ? [] : [{ ...fee, pathways }];
}

/** The questions of an association that what is in force asks. */
function openQuestions(id: AssociationId, { pathways, conditions, cycle, choices }: RulesInForce): WrittenQuestion[] {
  const inForce = JSON.stringify([pathways, conditions, cycle]);
  const own = rulebook.associations[id]?.questions ?? [];
  return own.filter((one) => choices[one.id] === undefined && inForce.includes(`"${one.id}"`));
}

/** What an association says, in a line of Markdown; what is not sure is told as such. */
export function factLine({ text, confidence, sources: cited }: Fact, sources: Sources, language: Language): string {
  const doubt = confidence === "low" ? ` ${writing(language).say("ask-first")}` : "";
  return `${ruleText(language, text)}${doubt}${sources.cite(cited)}`;
}

/** What is known of every association, by the name of its place in a language. */
export const factsByPlace = (language: Language): readonly Facts[] =>
  [...allFacts()].sort((a, b) => placeName(a, language).localeCompare(placeName(b, language), language));

/** The last deadlines before the day of the pages: what is usual, where the next ones are not known. */
function pastDeadlines(id: AssociationId, found: (cited: readonly Citation[]) => readonly Source[]): Fact[] {
  const all = (rulebook.associations[id]?.process ?? []).filter(({ kind }) => kind === "deadline");
  const ended = all.filter(({ inForce }) => inForce?.to !== undefined && dayNumber(asOf) > lastDay(inForce.to));
  const last = Math.max(...ended.map(({ inForce }) => lastDay(inForce?.to ?? asOf)));
  return ended
    .filter(({ inForce }) => lastDay(inForce?.to ?? asOf) === last)
    .map(({ text, confidence = CONFIDENCE, sources }) => ({ text, confidence, sources: found(citations(sources)) }));
}

/** The name of the place that an association serves. */
export function placeName({ place, name }: Pick<Facts, "place" | "name">, language: Language): string {
  if (place === undefined) return name;
  const [country = "", part] = place.split("-");
  const own = part === undefined ? undefined : (language === "es" && spanishNames[place]) || stateNames[place];
  return own ?? new Intl.DisplayNames(language, { type: "region" }).of(country) ?? place;
}

/** Names help with the costs, what it pays for, and where its rules are. */
export function helpLine({ id, name, pays = [] }: PathwayInForce, language: Language): string {
  return `[${plainText(language, name)}](${pathIn(language, `/pathways/${id}`)}). ${paysWords(pays, writing(language))}`;
}

/** A cost in a line of Markdown: `Registration: **$25** for IFA, ECFA`, with the documents that say it. */
export const costLine = ({ fee, sources: cited }: Cost, sources: Sources, language: Language): string =>
  `${feeName(fee.kind, language)}: ${costWords(fee, language)}${sources.cite(cited)}`;

/** What a kind of fee is called. */
export const feeName = (kind: FeeKind, language: Language): string => writing(language).say(`fee-${kind}`);

function costWords({ amount, currency, pathways, note, stale, confidence }: Fee, language: Language): string {
  const say = words[language];
  const price =
    amount === null ? say.amountNotFound : amount === 0 ? say.free : writing(language).money(amount, currency ?? "USD");
  const whom = pathways === undefined ? "" : ` ${say.costFor} ${pathways.map(shortName).join(", ")}`;
  const old = stale ? ` (${say.stale})` : confidence === "low" ? ` (${say.unsure})` : "";
  return `**${escaped(price)}**${whom}${old}${note ? ` – ${ruleText(language, note)}` : ""}`;
}

/** Parts of countries by their names; no standard of the platform names them. */
const stateNames: Readonly<Record<string, string>> = {
  "AU-WA": "Western Australia",
  "US-AK": "Alaska",
  "US-AL": "Alabama",
  "US-AR": "Arkansas",
  "US-AZ": "Arizona",
  "US-CA": "California",
  "US-CO": "Colorado",
  "US-CT": "Connecticut",
  "US-DC": "District of Columbia",
  "US-DE": "Delaware",
  "US-FL": "Florida",
  "US-GA": "Georgia",
  "US-HI": "Hawaiʻi",
  "US-IA": "Iowa",
  "US-ID": "Idaho",
  "US-IL": "Illinois",
  "US-IN": "Indiana",
  "US-KS": "Kansas",
  "US-KY": "Kentucky",
  "US-LA": "Louisiana",
  "US-MA": "Massachusetts",
  "US-MD": "Maryland",
  "US-ME": "Maine",
  "US-MI": "Michigan",
  "US-MN": "Minnesota",
  "US-MO": "Missouri",
  "US-MS": "Mississippi",
  "US-MT": "Montana",
  "US-NC": "North Carolina",
  "US-ND": "North Dakota",
  "US-NE": "Nebraska",
  "US-NH": "New Hampshire",
  "US-NJ": "New Jersey",
  "US-NM": "New Mexico",
  "US-NV": "Nevada",
  "US-NY": "New York",
  "US-OH": "Ohio",
  "US-OK": "Oklahoma",
  "US-OR": "Oregon",
  "US-PA": "Pennsylvania",
  "US-RI": "Rhode Island",
  "US-SC": "South Carolina",
  "US-SD": "South Dakota",
  "US-TN": "Tennessee",
  "US-TX": "Texas",
  "US-UT": "Utah",
  "US-VA": "Virginia",
  "US-VT": "Vermont",
  "US-WA": "Washington",
  "US-WI": "Wisconsin",
  "US-WV": "West Virginia",
  "US-WY": "Wyoming",
};

/** Those that are called otherwise in Spanish. */
const spanishNames: Readonly<Record<string, string>> = {
  "AU-WA": "Australia Occidental",
  "US-DC": "Distrito de Columbia",
  "US-HI": "Hawái",
  "US-LA": "Luisiana",
  "US-MI": "Míchigan",
  "US-MO": "Misuri",
  "US-MS": "Misisipi",
  "US-NC": "Carolina del Norte",
  "US-ND": "Dakota del Norte",
  "US-NH": "Nuevo Hampshire",
  "US-NJ": "Nueva Jersey",
  "US-NM": "Nuevo México",
  "US-NY": "Nueva York",
  "US-OR": "Oregón",
  "US-PA": "Pensilvania",
  "US-SC": "Carolina del Sur",
  "US-SD": "Dakota del Sur",
  "US-WV": "Virginia Occidental",
};
