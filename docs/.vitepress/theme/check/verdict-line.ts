/** The verdict in a line, at the head of the page: it stands there before the page answers, and follows what is told. */
import type { PathwayAccount } from "endorsement-pathways";
import type { CheckWords } from "./words";

const ID = "verdict";

/** Whether the page that is shown has a place for a verdict. */
export const hasVerdictLine = (): boolean => document.getElementById(ID) !== null;

/** What a verdict says. */
export function answerWords({ status, stages }: PathwayAccount, name: string, say: CheckWords): string {
  if (status === "not-offered") return say.notOffered(name);
  if (status === "apply-elsewhere") return say.elsewhere;
  if (stages.experience === "met") return say.canApply(name);
  return stages.experience === "unmet" ? say.cannotApply(name) : say.mayApply(name);
}

/** Shows a verdict; a link leads to what it leans on. */
export function showVerdict(account: PathwayAccount, name: string, say: CheckWords): void {
  const required = account.requirements.filter(({ obligation }) => obligation === "required");
  const met = required.filter(({ status }) => status === "met").length;
  const words = document.createElement("strong");
  words.textContent = answerWords(account, name, say);
  const link = document.createElement("a");
  link.href = "#result";
  link.textContent = say.seeResult(met, required.length);
  document.getElementById(ID)?.replaceChildren(words, " ", link);
}
