/**
 * `interview`: asks one question after the other, saves every answer, and ends with the explanation.
 */
import { Command } from "commander";
import { explain } from "../explain/explain";
import type { FormField } from "../explain/form";
import { type Language, languageOf, unmarked } from "../explain/language";
import { questions } from "../explain/questions";
import type { ApplicantQuestion } from "../explain/questions/model";
import { rank } from "../explain/rank";
import type { PathwayId } from "../model/rulebook";
import { isAwarded } from "../rules/pathway-in-force";
import { evaluate, rulesInForce, whereToApply } from "../verdict/evaluate";
import type { EvaluateOptions } from "../verdict/options";
import { documentText } from "./document";
import { askQuestion, type InterviewScreen, type Reply } from "./interview-question";
import { type InterviewState, resumed, save } from "./interview-state";
import { type Ask, Canceled, type Io } from "./io";
import { ownRules } from "./judged";
import { InputError } from "./problem";
import { addRuleOptions, chosenRules, type RuleOptions } from "./rule-options";
import { pageFor, print, shown, wrapped } from "./terminal";
import { addLanguage } from "./words-options";

interface Options extends RuleOptions {
  readonly language: string;
  readonly again?: boolean;
}

/** Makes the command. */
export function interviewCommand(io: Io): Command {
  const command = new Command("interview")
    .summary("answer one question after the other, and read what you meet")
    .description(
      "Asks what could change the result, one question a screen, what matters most first. Every answer is saved at once: stop whenever you like, and go on by the same command. It ends with the explanation.",
    )
    .argument("[file]", "the file in which the answers are saved", "applicant.json");
  return addLanguage(addRuleOptions(command, "the pathway to ask for (default: it is asked first)"))
    .option("--again", "ask again what was answered with “I don't know”")
    .addHelpText("after", HELP)
    .action((file: string, options: Options) => run(file, options, io));
}

const HELP = `
Examples:
  endorsement-pathways interview me.json
  endorsement-pathways interview yo.json --language es

Exit codes: 0 it was finished, or stopped by its own choice; 2 the input cannot be used, or there is no terminal; 130 stopped by Ctrl+C, the answers are saved.`;

/** Everything that an interview goes by. */
interface Interview {
  readonly file: string;
  readonly io: Io;
  readonly ask: Ask;
  readonly words: Language;
  readonly chosen: EvaluateOptions;
  readonly language: string;
}

async function run(file: string, { language, again = false, ...options }: Options, io: Io): Promise<void> {
  const chosen = await chosenRules(io, options);
  const { ask } = io;
  if (ask === undefined) {
    throw new InputError(
      `an interview needs a terminal; to list the questions instead: endorsement-pathways ask ${file}`,
    );
  }
  const words = languageOf({ language });
  const begun = await resumed(file, io);
  const interview: Interview = { file, io, ask, words, chosen, language };
  await asked(interview, again ? { ...begun, dontKnow: [], isChosen: false } : begun);
}

async function asked(interview: Interview, begun: InterviewState): Promise<void> {
  const { file, io, words } = interview;
  const history: InterviewState[] = [];
  let standing = begun;
  const stopped = words.say("interview-stopped", { file, command: commandOf(interview) });
  for (;;) {
    const next = nextOf(interview, standing);
    if (next === undefined) break;
    const asking = askingOf(interview, standing, history.length);
    const reply = await next(asking).catch((error: unknown) => {
      throw error instanceof Canceled ? new Canceled(stopped) : error;
    });
    if (reply === "stop") return print(io.stdout, `\n${wrapped(shown(stopped), pageFor(io.stdout, io))}\n`);
    if (reply !== "back") history.push(standing);
    standing = reply === "back" ? (history.pop() ?? standing) : reply;
    await save(file, standing);
  }
  await save(file, standing);
  told(interview, standing);
}

const commandOf = ({ file, language }: Interview) =>
  `endorsement-pathways interview ${file}${language === "en" ? "" : ` --language ${language}`}`;

/** By which rules is judged: without an association, by those of the one that serves the place. */
function rulesFor({ chosen }: Interview, { applicant, pathway }: InterviewState): EvaluateOptions {
  const { asOf, association, overlay, pathways } = chosen;
  const { residence } = applicant;
  const own =
    association !== undefined || overlay !== undefined || residence === undefined
      ? undefined
      : whereToApply({ residence, asOf }).association;
  return {
    ...chosen,
    ...(own !== undefined && { association: own }),
    ...(pathways === undefined && pathway !== undefined && { pathways: [pathway] }),
  };
}

/** Finds what to ask next; nothing where nothing that could be told would change the result. */
function nextOf(
  interview: Interview,
  standing: InterviewState,
): ((asking: InterviewScreen) => Promise<Reply>) | undefined {
  const { chosen, language, words } = interview;
  const { applicant, dontKnow, at } = standing;
  const isHomeAsked = chosen.association !== undefined || chosen.overlay !== undefined;
  if (!isHomeAsked && applicant.residence === undefined && !dontKnow.includes("residence")) {
    const home = homeQuestion(words);
    return (asking) => askQuestion(asking, standing, home);
  }
  if (chosen.pathways === undefined && !standing.isChosen) return (asking) => askPathway(asking, standing, interview);
  const all = questions(applicant, { ...rulesFor(interview, standing), language, dontKnow }).filter(
    (one) => one.to === "applicant",
  );
  // what was begun is told to its end, before it is asked whether that is all
  const begunIn = (name: string | undefined) => all.find(({ collection, field }) => collection === name && field);
  const whole = all.find(({ collection }) => at !== undefined && collection === at);
  const next = begunIn(at) ?? whole ?? begunIn(all[0]?.collection) ?? all[0];
  return next === undefined ? undefined : (asking) => askQuestion(asking, standing, next);
}

/** Where one lives decides where one applies. */
function homeQuestion({ say, field }: Language): ApplicantQuestion {
  const residence = field(undefined, "residence") as FormField;
  const [text, help] = [say("interview-where"), say("interview-where-help")];
  return { to: "applicant", id: "residence", text, help, field: residence, entries: [], hangs: [], pathways: [] };
}

/** Asks which pathway it is about. */
async function askPathway(
  { ask, words, show }: InterviewScreen,
  standing: InterviewState,
  interview: Interview,
): Promise<Reply> {
  const { say, rule } = words;
  const { association, overlay, asOf } = rulesFor(interview, standing);
  const rules = rulesInForce({ asOf, ...(overlay ? { overlay } : association && { association }) });
  const offered = rules.pathways.filter((one) => isAwarded(one) && one.isOffered);
  show([say("interview-keys-choose")]);
  const pathway = await ask.choose(say("interview-pathway"), [
    ...offered.map(({ id, name }) => ({ value: id, label: unmarked(rule(name)), hint: id })),
    { value: "", label: say("interview-all") },
    { value: "<", label: say("interview-back") },
  ]);
  if (pathway === "<") return "back";
  const { pathway: _, ...rest } = standing;
  return { ...rest, isChosen: true, ...(pathway !== "" && { pathway: pathway as PathwayId }) };
}

/** Shows a screen: how far one is, and what is asked. */
function askingOf(interview: Interview, standing: InterviewState, count: number): InterviewScreen {
  const { ask, words, io, file } = interview;
  const page = pageFor(io.stdout, io);
  const show = (lines: readonly string[]) => {
    const where = count === 0 ? [] : [page.colors.dim(words.say("interview-saved", { count, file: shown(file) }))];
    const said = standing.isChosen ? [lineOf(interview, standing)] : [];
    const all = [...where, ...said, ...lines].filter((line) => line !== "");
    ask.screen(`${all.map((line) => wrapped(line, page)).join("\n\n")}\n\n`);
  };
  return { ask, words, show };
}

/** How far one is, in a sentence: of the pathway asked for, else of the nearest. */
function lineOf(interview: Interview, standing: InterviewState): string {
  const rules = rulesFor(interview, standing);
  const { language, words } = interview;
  const verdict = evaluate(standing.applicant, { ...rules, detail: "account" });
  const [nearest] = rank(verdict, { ...ownRules(rules), language });
  if (nearest === undefined) return "";
  const { name, met, required } = nearest;
  return shown(unmarked(words.say("interview-so-far", { pathway: name, met, required })));
}

/** Ends with the explanation. */
function told(interview: Interview, standing: InterviewState): void {
  const { io, ask, words, language, file } = interview;
  const rules = rulesFor(interview, standing);
  const { applicant, dontKnow } = standing;
  const page = pageFor(io.stdout, io);
  const verdict = evaluate(applicant, { ...rules, detail: "account" });
  const pathways = rules.pathways as readonly PathwayId[] | undefined;
  const document = explain(verdict, {
    ...ownRules(rules),
    ...(pathways && { pathways }),
    format: "data",
    language,
    applicant,
  });
  ask.screen("");
  print(io.stdout, documentText(document, page));
  const { say } = words;
  const again = `${commandOf(interview)} --again`;
  const hints = [
    say("interview-file", { file }),
    ...(dontKnow.length > 0 ? [say("interview-again", { command: again })] : []),
  ];
  print(io.stdout, `\n${hints.map((hint) => page.colors.dim(wrapped(shown(hint), page))).join("\n")}\n`);
}
