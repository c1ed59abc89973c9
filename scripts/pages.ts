/** The pages made from the rules: one for each pathway and association, the register, a glossary, an index. */
import differences from "../rules/differences.json";
import type { Overlay } from "../src/association";
import { writtenBy } from "../src/overlay";
import type { Citation, InForce, Pathway, Rulebook } from "../src/rulebook";
import { dayWords } from "../src/vocabulary";
import { conditionLines, namedLines, titlesOf } from "../src/words";
import { bullets, daysWords, Footnotes, paragraph, UNOFFICIAL } from "./markdown";
import { pathwayPage, titleOf } from "./pathway-page";
import { providerMatrix } from "./provider-matrix";
import { nameOf, register, usesOf } from "./register";

/** The pages by path below `docs/`. */
export function pages(rulebook: Rulebook): Readonly<Record<string, string>> {
  const titles = titlesOf(rulebook.conditions, rulebook.equivalences);
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
    "rsc-providers.md": providerMatrix(),
    "register.md": registerPage(rulebook),
    "glossary.md": glossaryPage(rulebook),
    "differences.md": differencesPage(),
  };
}

function associationPage(rulebook: Rulebook, overlay: Overlay): string {
  const notes = new Footnotes(rulebook);
  const cited = (one: {
    readonly sources: readonly Citation[];
    readonly confidence: string;
    readonly inForce?: InForce;
  }) =>
    `${one.inForce ? ` · ${daysWords(one.inForce)}` : ""} · ${one.confidence} confidence · ${notes.cite(one.sources)}`;
  const section = <T>(title: string, all: readonly T[] | undefined, line: (one: T) => string) =>
    all === undefined || all.length === 0 ? [] : [paragraph(`## ${title}`, "", ...all.map((one) => `- ${line(one)}`))];
  const { id, name, short, jurisdiction, site } = overlay;
  const local = titlesOf(
    [...rulebook.conditions, ...(overlay.conditions ?? [])],
    [...rulebook.equivalences, ...(overlay.equivalences ?? [])],
  );
  return [
    paragraph(`# ${name}${short ? ` (${short})` : ""}`, "", UNOFFICIAL),
    paragraph(
      `- Id: \`${id}\``,
      `- Jurisdiction: ${jurisdiction}`,
      `- Site: <${site}>`,
      `- Sources: ${notes.cite(overlay.sources)}`,
    ),
    paragraph("Where this page says nothing, the rules of the Alliance hold."),
    ...section("Names", overlay.aliases, (one) => `${one.name}${one.short ? ` (${one.short})` : ""}${cited(one)}`),
    ...section(
      "What it offers",
      overlay.offers,
      (one) => `${one.offered ? "" : "not: "}${one.pathways.join(", ")}${cited(one)}`,
    ),
    ...section("Its own names for categories", overlay.labels, (one) => {
      const names = Object.values(one.name).join(" / ");
      return `${one.pathway}: ${names}${one.short ? ` (${one.short})` : ""}${cited(one)}`;
    }),
    ...section("Languages", overlay.languages, (one) => `${one.what}${cited(one)}`),
    ...section("Who may apply", overlay.residency, (one) => `residents of ${one.accepts.join(", ")}${cited(one)}`),
    ...section("Membership", overlay.membership, (one) => `${membershipWords(one)}${cited(one)}`),
    ...section("Rules of its own", overlay.requirements, (one) => `${changeWords(one)}${cited(one)}`),
    ...(overlay.requirements ?? []).flatMap((change) => {
      const body = writtenBy(change)?.body;
      if (body?.routes === undefined) return [];
      const lines = body.routes.flatMap((route) => [
        `- **${route.title}**`,
        ...bullets(conditionLines(route.conditions, local), 1),
      ]);
      return [paragraph(`### ${change.pathways.join(", ")}: ${body.title}`, "", ...lines)];
    }),
    ...section("Conditions of its own", overlay.conditions, (one) => {
      const below = namedLines(one.conditions, local).flatMap((line) => bullets(line, 1));
      return [`*${one.title}*${cited(one)}`, ...below].join("\n");
    }),
    ...section("How it reads open questions", Object.entries(overlay.choose ?? {}), ([question, answer]) => {
      const choices = typeof answer === "string" ? [{ reading: answer }] : answer;
      return `${question}: ${choices.map(({ reading }) => reading).join(", ")}`;
    }),
    ...section("Renewal cycle", overlay.cycle, (one) => `${one.months} months, ending ${one.ends}${cited(one)}`),
    ...section("Fees", overlay.fees, (one) => {
      const whom = one.pathways ? ` for ${one.pathways.join(", ")}` : "";
      return `${plainKind(one.kind)}: ${one.amount} ${one.currency}${whom}${one.note ? ` – ${one.note}` : ""}${cited(one)}`;
    }),
    ...section("Process", overlay.process, (one) => {
      const whom = one.pathways ? ` (${one.pathways.join(", ")})` : "";
      return `${plainKind(one.kind)}: ${one.text}${whom}${cited(one)}`;
    }),
    ...section(
      "Printed, and no rule here",
      overlay.notes,
      (one) => `${one.text} – ${plainKind(one.reason)}${cited(one)}`,
    ),
    notes.list(),
  ].join("\n");
}

const plainKind = (kind: string) => kind.replaceAll("-", " ");

function membershipWords(one: NonNullable<Overlay["membership"]>[number]): string {
  return [
    ...(one.accepts ? [`accepts: ${one.accepts.map(plainKind).join(", ")}`] : []),
    ...(one.kinds ? [`kinds: ${one.kinds.join(", ")}`] : []),
    ...(one.obligation ? [one.obligation] : []),
    ...(one.year
      ? [
          `the year ends on ${one.year.ends}${one.year.cutOff ? `, bought from ${one.year.cutOff} on it runs into the next` : ""}`,
        ]
      : []),
  ].join("; ");
}

function changeWords(change: NonNullable<Overlay["requirements"]>[number]): string {
  const whom = change.pathways.join(", ");
  if ("remove" in change) return `${whom}: \`${change.remove}\` is not asked for`;
  if ("replace" in change) return `${whom}: \`${change.replace.id}\` – ${change.replace.title}`;
  if ("add" in change) return `${whom}: also \`${change.add.id}\` – ${change.add.title}`;
  if ("asOn" in change) return `${whom}: \`${change.requirement}\` as it was on ${dayWords(change.asOn)}`;
  return `${whom}: \`${change.requirement}\` is ${change.obligation}`;
}

function registerPage(rulebook: Rulebook): string {
  const uses = usesOf(rulebook);
  const notes = new Footnotes(rulebook);
  const entries = register.map(({ id, statement, form, because, sources, confidence }) => {
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
  const intro = "What may stand for what: every flexible rule found in the sources, and where it is encoded.";
  return [paragraph("# The register of flexible rules", "", intro), ...entries, notes.list()].join("\n");
}

const words: readonly (readonly [word: string, meaning: string])[] = [
  ["applicant", "the person judged"],
  ["evidence", "one item that an applicant tells: a degree, a job, a training, a span of supervision, a rating"],
  [
    "pathway",
    "something one can be eligible for: a category of endorsement, an add-on, renewal, reinstatement, transfer",
  ],
  ["requirement", "one thing that a pathway demands; its routes are the ways to satisfy it, and any one suffices"],
  ["equivalence", "a rule by which one thing counts as another, up to a cap"],
  [
    "reading",
    "one of several ways in which the sources can be understood; where they differ for a person, the answer is unknown",
  ],
  ["association", "a member association of the Alliance; its differences from the common rules are its overlay"],
  ["RSC", "reflective supervision/consultation; hours received and hours given are different things"],
  ["met, unmet, unknown", "the states of a requirement; unknown is never no, and comes with what to ask"],
  ["eligible", "every requirement that can be checked is met; what reviewers judge is listed"],
  ["not yet", "a requirement is certainly not met; the gaps say by how much"],
  ["undetermined", "something was not told, or the sources differ where it matters"],
  [
    "confidence",
    "high: two independent pages agree; medium: one clear page; low: a summary, an odd page or an inference",
  ],
  ["vintage", "when the text of a source was current; ~ marks an estimate from its wording"],
];

function glossaryPage(rulebook: Rulebook): string {
  const { credentials, conditions, equivalences } = rulebook;
  const titles = titlesOf(conditions, equivalences);
  const notes = new Footnotes(rulebook);
  const named = conditions.map((one) =>
    paragraph(
      `### Evidence ${one.title}`,
      "",
      `\`${one.id}\` · ${daysWords(one.inForce)} · ${one.confidence} confidence · ${notes.cite(one.sources)}`,
      "",
      ...namedLines(one.conditions, titles).flatMap((line) => bullets(line)),
    ),
  );
  return [
    paragraph("# Glossary", "", ...words.map(([word, meaning]) => `- **${word}**: ${meaning}`)),
    paragraph(
      "## Categories",
      "",
      ...credentials.map(
        ({ id, name, olderNames }) => `- **${id}**: ${name}${olderNames ? `; earlier ${olderNames.join(", ")}` : ""}`,
      ),
    ),
    paragraph("## Conditions with a name", "", "What several rules share has a name, and is said once."),
    ...named,
    notes.list(),
  ].join("\n");
}

/** A kind of difference between associations. */
interface Difference {
  readonly id: number;
  readonly kind: string;
  /** The keys of an overlay that express it. */
  readonly forms: readonly string[];
  /** An association that shows it. */
  readonly example?: string;
  /** A golden case whose verdict it changes. */
  readonly flips?: string;
  /** Why it changes none. */
  readonly because?: string;
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
      "- [Who may provide reflective supervision](rsc-providers.md)",
      "- [The register of flexible rules](register.md)",
      "- [How associations differ](differences.md)",
      "- [Glossary](glossary.md)",
      "- [How to read and change the rules](../rules/README.md)",
    ),
  ].join("\n");
}
