/** The glossary: the words of the pages, the categories, and what the named conditions mean. */

import { namedLines } from "../src/explain/condition";
import { titlesOf } from "../src/explain/titles";
import type { Rulebook } from "../src/model/rulebook";
import { CONFIDENCE } from "../src/rules/written";
import { bullets, editionDays, Footnotes, paragraph } from "./markdown";

const words: readonly (readonly [word: string, meaning: string])[] = [
  ["applicant", "the person judged"],
  ["evidence", "one item that an applicant tells: a degree, a job, a training, a span of supervision, a rating"],
  [
    "pathway",
    "something one can be eligible for: a category of endorsement, an add-on, renewal, reinstatement, transfer",
  ],
  ["requirement", "one thing that a pathway demands"],
  ["route", "one way to satisfy a requirement; where there are several, any one suffices"],
  ["edition", "a rule as it stood for some time; when it changes, the next edition follows and the old one is kept"],
  ["equivalence", "a rule by which one thing counts as another, up to a cap"],
  [
    "reading",
    "one of several ways in which the sources can be understood; where they differ for a person, the answer is unknown",
  ],
  ["association", "a member association of the Alliance, which takes applications and decides on them"],
  ["overlay", "the file that says what one association does differently from the common rules"],
  ["RSC", "reflective supervision/consultation; hours received and hours given are different things"],
  ["emerging", "a first status, for a limited time, of a supervisor who still gathers what the full one asks for"],
  ["vetted", "not endorsed, but examined and accepted by an association to give reflective supervision or to rate"],
  ["cycle", "the months after which an endorsement is renewed; what a renewal asks for must lie within them"],
  ["lapsed", "of an endorsement that was not renewed in time; reinstatement brings it back"],
  ["met, unmet, unknown", "the states of a requirement; unknown is never no, and comes with what to ask"],
  ["eligible", "every requirement that can be checked is met; what reviewers judge is listed"],
  ["not yet", "a requirement is certainly not met; the gaps say by how much"],
  ["undetermined", "something was not told, or the sources differ where it matters"],
  ["not offered", "on this day nobody, or not this association, awards what was asked about"],
  ["apply elsewhere", "the association takes no applicants from where this person lives; another one may"],
  [
    "confidence",
    "high: two associations print it, or an association its own rule on its own page; medium: one clear page; low: a summary, an odd page or an inference",
  ],
  ["vintage", "when the text of a source was current; ~ marks an estimate from its wording"],
];

/** Writes the glossary. */
export function glossaryPage(rulebook: Rulebook): string {
  const { credentials, conditions, equivalences } = rulebook;
  const titles = titlesOf(conditions, equivalences, Object.values(rulebook.associations), rulebook.questions);
  const notes = new Footnotes(rulebook);
  const named = conditions.map((one) =>
    paragraph(
      `### “${one.title}”`,
      "",
      `\`${one.id}\` · ${editionDays(one, conditions)} · ${one.confidence ?? CONFIDENCE} confidence · ${notes.cite(one.sources)}`,
      "",
      ...namedLines(one.conditions, titles).flatMap((line) => bullets(line)),
    ),
  );
  return [
    paragraph(
      "# Glossary",
      "",
      "The [words](#words) of these pages, the [categories](#categories) by their short forms, and the",
      "[conditions](#conditions) that several rules share.",
    ),
    paragraph("## Words", "", ...words.map(([word, meaning]) => `- **${word}**: ${meaning}`)),
    paragraph(
      "## Categories",
      "",
      ...credentials.map(
        ({ id, name, olderNames }) => `- **${id}**: ${name}${olderNames ? `; earlier ${olderNames.join(", ")}` : ""}`,
      ),
    ),
    paragraph(
      "## Conditions",
      "",
      "What several rules share is said once, under a phrase that these rules use: evidence “from a qualified provider”",
      "counts if all the lines below that phrase hold. Each names its sources, like a rule.",
    ),
    ...named,
    notes.list(),
  ].join("\n");
}
