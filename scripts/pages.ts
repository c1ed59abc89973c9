/** The pages made from the rules: one for each pathway and association, the register, a glossary, an index. */
import differences from "../rules/differences.json";
import { titlesOf } from "../src/explain/titles";
import type { Pathway, Rulebook } from "../src/model/rulebook";
import { CONFIDENCE } from "../src/rules/written";
import { associationPage } from "./association-page";
import type { Difference } from "./author-schemas";
import { glossaryPage } from "./glossary-page";
import { Footnotes, paragraph, UNOFFICIAL } from "./markdown";
import { pathwayPage, titleOf } from "./pathway-page";
import { providerMatrix } from "./provider-matrix";
import { nameOf, questionsOf, register, usesOf } from "./register";
import { wherePage } from "./where-page";

/** The pages by path below `docs/`. */
export function pages(rulebook: Rulebook): Readonly<Record<string, string>> {
  const titles = titlesOf(
    rulebook.conditions,
    rulebook.equivalences,
    Object.values(rulebook.associations),
    rulebook.questions,
  );
  const ofPathways = Object.values(rulebook.pathways).flatMap((file) =>
    file.pathways.map(
      (pathway) => [`pathways/${pathway.id}.md`, pathwayPage(rulebook, file, pathway, titles)] as const,
    ),
  );
  const ofAssociations = Object.values(rulebook.associations).map(
    (overlay) => [`associations/${overlay.id}.md`, associationPage(rulebook, overlay)] as const,
  );
  return {
    "README.md": indexPage(rulebook),
    ...Object.fromEntries([...ofPathways, ...ofAssociations]),
    "where-to-apply.md": wherePage(rulebook),
    "rsc-providers.md": providerMatrix(),
    "register.md": registerPage(rulebook),
    "glossary.md": glossaryPage(rulebook),
    "differences.md": differencesPage(),
  };
}

function registerPage(rulebook: Rulebook): string {
  const uses = usesOf(rulebook);
  const notes = new Footnotes(rulebook);
  const entries = register.map(({ id, statement, form, because, sources, confidence = CONFIDENCE }) => {
    const where = [...new Set((uses.get(id) ?? []).map((pointer) => nameOf(rulebook, pointer)))];
    return paragraph(
      `### ${id}`,
      "",
      statement,
      "",
      `- Form: ${form}; ${confidence} confidence`,
      ...(because ? [`- Why it is no rule: ${because}`] : []),
      ...(where.length > 0 ? [`- In: ${where.map((one) => `\`${one}\``).join(", ")}`] : []),
      `- Sources: ${notes.cite(sources)}`,
    );
  });
  const intro = [
    "For those who keep up the rules; applicants find them on [the page of each pathway](README.md).",
    "",
    "What may stand for what: every flexible rule found in the sources, and where it is encoded.",
  ];
  const questions = questionsOf(rulebook).map(({ id, text, form, why, uses: places }) =>
    paragraph(`- \`${id}\`: ${text} **${form}**: ${why}${places.length > 0 ? ` (in ${places.join(", ")})` : ""}`),
  );
  const open = paragraph(
    "## What the sources leave open",
    "",
    "Each question has one of three forms: its readings bear where the evidence is of that kind; it is advice, because no",
    "answer to it could change a verdict; or it is all that is known of a requirement, and stands alone.",
  );
  return [
    paragraph("# The register of flexible rules", "", ...intro),
    ...entries,
    open,
    ...questions,
    notes.list(),
  ].join("\n");
}

function differencesPage(): string {
  const rows = (differences as readonly Difference[]).map(({ id, kind, forms, example, flips, because }) => {
    const keys = forms.map((form) => `\`${form}\``).join(", ");
    const where = example === undefined ? "" : `[${example}](associations/${example}.md)`;
    return `| ${id} | ${kind} | ${keys} | ${where} | ${flips ? `\`${flips}\`` : ""} | ${because ?? ""} |`;
  });
  return paragraph(
    "# How associations differ, and the form of each difference",
    "",
    "For those who write the file of an association; what one association does is told on [its page](README.md#associations).",
    "",
    "| | Kind of difference | Key of the overlay | Example | A case whose verdict it changes | Why it changes none |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
  );
}

function indexPage({ pathways, associations, order }: Rulebook): string {
  const all = Object.values(pathways).flatMap((file) => file.pathways);
  const find = (id: string) => all.find((one) => one.id === id) as Pathway;
  return [
    paragraph("# The rules, for readers", "", UNOFFICIAL),
    paragraph("## Pathways", "", ...order.map((id) => `- [${titleOf(find(id))}](pathways/${id}.md)`)),
    paragraph(
      "## Associations",
      "",
      ...Object.values(associations).map(({ id, name }) => `- [${name}](associations/${id}.md)`),
    ),
    paragraph(
      "## More",
      "",
      "- [Where to apply](where-to-apply.md), for every state and country",
      "- [Who may provide reflective supervision](rsc-providers.md)",
      "- [Glossary](glossary.md): the words of these pages",
      "",
      "For those who keep up the rules:",
      "",
      "- [How to read and change the rules](../rules/README.md), and to write an association's own file",
      "- [The register of flexible rules](register.md): each rule of the kind “X counts as Y”, and where it is encoded",
      "- [How associations differ](differences.md): each kind of difference, and the key that expresses it",
    ),
  ].join("\n");
}
