/** The page that says where one applies, place by place. */
import type { PlaceRule, Rulebook } from "../src/model/rulebook";
import { nextBegin } from "../src/rules/editions";
import { daysWords, Footnotes, paragraph, table, UNOFFICIAL } from "./markdown";

/** Writes the page. */
export function wherePage(rulebook: Rulebook): string {
  const notes = new Footnotes(rulebook);
  const members = Object.values(rulebook.associations).flatMap(({ id, name, jurisdiction, site }) =>
    jurisdiction === undefined ? [] : [[jurisdiction, `[${name}](associations/${id}.md), <${site}>`]],
  );
  const alike = ({ places }: PlaceRule) => rulebook.places.filter((one) => String(one.places) === String(places));
  const rest = rulebook.places.map((rule) => [
    rule.places?.join(", ") ?? "everywhere else",
    rule.text.replaceAll(/https:\S+/g, (url) => `<${url}>`),
    daysWords(rule.inForce, nextBegin(rule, alike(rule))),
    notes.cite(rule.sources),
  ]);
  return [
    paragraph("# Where to apply", "", UNOFFICIAL, "", "Find where you live, by its code of ISO 3166."),
    paragraph("## Places that an association serves", "", ...table(["Place", "Association"], members)),
    paragraph("## All other places", "", ...table(["Place", "What to do", "When", "Sources"], rest)),
    notes.list(),
  ].join("\n");
}
