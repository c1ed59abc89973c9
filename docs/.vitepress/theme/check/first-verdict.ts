/**
 * The first verdict, by what this browser keeps: it is drawn before the page is made ready to answer, and what it compiled is
 * used by everything that follows.
 */
import { evaluate } from "endorsement-pathways";
import { data } from "../../pages/choices.data";
import { today } from "../day";
import { askedAssociation, keptAssociation } from "../kept-association";
import { associationIn, firstPathway, loadRules } from "./place";
import { readSaved } from "./saved";
import { showVerdict } from "./verdict-line";
import { checkWords } from "./words";

/** Settled once the first verdict is shown. */
export const shown = show();

async function show(): Promise<void> {
  const association = associationIn(askedAssociation() ?? keptAssociation());
  // what need not be waited for is judged at once
  if (association !== undefined) await loadRules(association);
  const saved = readSaved();
  const pathway = firstPathway(saved, new URLSearchParams(location.search).get("pathway") ?? "");
  const { pathways } = evaluate(saved.applicant, {
    asOf: today(),
    ...(association && { association }),
    pathways: [pathway],
    detail: "account",
  });
  const [account] = pathways;
  const language = document.documentElement.lang === "es" ? "es" : "en";
  const name = data[language].categories[pathway]?.name ?? pathway;
  if (account !== undefined) showVerdict(account, name, checkWords[language]);
}
