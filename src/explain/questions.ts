/**
 * What to ask next: of all that was not told, what could change the verdict, and how much hangs on it.
 */
import { dayNumber } from "../base/calendar";
import { givenTexts } from "../base/given";
import type { Applicant } from "../model/applicant";
import type { PathwayId } from "../model/rulebook";
import type { AccountVerdict, PathwayAccount } from "../model/verdict";
import { evaluate, rulebook } from "../verdict/evaluate";
import { programFor } from "../verdict/judge";
import { checkedDetail, checkedOptions, EVALUATE_OPTIONS, type EvaluateOptions } from "../verdict/options";
import { compiledAs } from "../verdict/renewal";
import { askedBy } from "./asked";
import { LANGUAGE_OPTIONS, languageOf } from "./language";
import { type Asking, isOpenPathway, type Open } from "./questions/asking";
import { candidates } from "./questions/candidates";
import { asked } from "./questions/effect";
import type { ApplicantQuestion, Hanging, OpenToAsk, QuestionOptions } from "./questions/model";
import { associationQuestions } from "./questions/words";

/**
 * Lists what to ask: first the questions for the applicant, those first on which most hangs of what is asked before applying,
 * then those for the association.
 *
 * A question is asked only if some answer to it changes what is known of a requirement that is open; that is found by
 * trying answers with `evaluate`. Questions about the entries of one collection that lack the same field are one; a person
 * is asked about once. Pure.
 *
 * @category Ask what was not told
 * @param applicant - The applicant, as far as told.
 * @param options - What to judge, in which language to ask, and what the applicant does not know.
 * @throws `ApplicantError` where a value that is read has the wrong type, or an option is wrong.
 * @example
 * const asked = questions({ credentials: [{ id: "card" }] }, { asOf: "2026-11-23", pathways: ["IFA"] });
 * asked.find(({ id }) => id === "credentials.kind")?.text; //=> "License or credential “card”: Kind?"
 */
export function questions(applicant: Applicant, options: QuestionOptions): OpenToAsk[] {
  const known = [...EVALUATE_OPTIONS, ...LANGUAGE_OPTIONS, "dontKnow"] as const;
  const { language, translation, dontKnow = [], ...judging } = checkedOptions(options, known);
  checkedDetail(judging.detail);
  givenTexts(dontKnow, "/options/dontKnow", "a list of ids of questions, such as work.paid");
  const words = languageOf({ ...(language && { language }), ...(translation && { translation }) });
  const verdict = evaluate(applicant, { ...judging, detail: "account" });
  const open = openIn(verdict, judging);
  const near = nearness(verdict);
  const asking: Asking = { applicant, options: judging, verdict, open, words, dontKnow };
  const own = candidates(asking)
    .filter(({ id }) => !dontKnow.includes(id))
    .flatMap((candidate) => asked(asking, candidate) ?? []);
  const weight = ({ hangs }: OpenToAsk) => hangs.reduce((sum, { pathway }) => sum + (near.get(pathway) ?? 0), 0);
  const theirs = associationQuestions(asking).filter(({ id }) => !dontKnow.includes(id));
  // what is done while applying is asked last
  const before = (one: OpenToAsk) => Number(one.hangs.some((hanging) => isBeforeApplying(verdict, hanging)));
  const first = (all: OpenToAsk[]) => all.sort((a, b) => before(b) - before(a) || weight(b) - weight(a));
  return [...first(own), ...first(theirs)];
}

/**
 * Finds what to ask the applicant next.
 *
 * @category Ask what was not told
 * @returns The question on which most hangs, or nothing where no answer of the applicant could change the verdict.
 * @throws `ApplicantError` where a value that is read has the wrong type, or an option is wrong.
 * @example
 * nextQuestion({}, { asOf: "2026-11-23", pathways: ["IFA"] })?.to; //=> "applicant"
 */
export function nextQuestion(applicant: Applicant, options: QuestionOptions): ApplicantQuestion | undefined {
  const [first] = questions(applicant, options);
  return first?.to === "applicant" ? first : undefined;
}

/** How near each pathway is: the fewer requirements are not met, the more a question about it counts. */
function nearness({ pathways }: AccountVerdict): ReadonlyMap<PathwayId, number> {
  const missing = ({ requirements }: PathwayAccount) =>
    requirements.filter(({ obligation, status }) => obligation === "required" && status !== "met").length;
  return new Map(pathways.map((one) => [one.pathway, 1 / (1 + missing(one))]));
}

function isBeforeApplying({ pathways }: AccountVerdict, { pathway, requirement }: Hanging): boolean {
  const judged = pathways.find((one) => one.pathway === pathway);
  const found = judged?.requirements.find(({ id }) => id === requirement);
  // who may apply at all is asked first
  return (found?.stage ?? "experience") === "experience";
}

function openIn({ pathways }: AccountVerdict, options: EvaluateOptions): Open[] {
  const { program } = programFor({ ...options, rulebook: options.rulebook ?? rulebook() });
  return pathways.filter(isOpenPathway).flatMap((judged) => {
    const { pathway, requirements } = judged;
    const compiled = compiledAs(program, judged, dayNumber(options.asOf)).requirements;
    return requirements.flatMap(({ id, status, obligation }, index): Open[] => {
      if (status !== "unknown" || obligation !== "required") return [];
      const routes = compiled[index]?.routes ?? [];
      return [{ pathway, requirement: id, asked: askedBy(routes.map(({ resolved }) => resolved)) }];
    });
  });
}
