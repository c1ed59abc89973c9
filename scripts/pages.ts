/** The pages made from the rules: one for each pathway and association, the register, a glossary, an index. */
import differences from "../rules/differences.json";
import type { Overlay } from "../src/association";
import { byId } from "../src/editions";
import type {
  Citation,
  Condition,
  InForce,
  NamedCondition,
  Pathway,
  PathwayFile,
  Question,
  Requirement,
  Rulebook,
} from "../src/rulebook";
import { conditionLines, type Lines, phrase, type Titles, titlesOf } from "../src/words";
import { providerMatrix } from "./provider-matrix";
import { nameOf, register, usesOf } from "./register";
import { visit } from "./rule-checks";

/** The pages by path below `docs/`. */
export function pages(rulebook: Rulebook): Readonly<Record<string, string>> {
  const titles = titlesOf(rulebook.conditions, rulebook.equivalences);
  const ofPathways = Object.values(rulebook.pathways).flatMap((file) =>
    file.pathways.map(
      (pathway) => [`pathways/${pathway.id}.md`, pathwayPage(rulebook, file, pathway, titles)] as const,
    ),
  );
  const ofAssociations = Object.values(rulebook.associations).map(
    (overlay) => [`associations/${overlay.id}.md`, associationPage(rulebook, overlay, titles)] as const,
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

const paragraph = (...lines: readonly string[]) => `${lines.join("\n")}\n`;
const bullets = ({ text, below = [] }: Lines, depth = 0): string[] => [
  `${"  ".repeat(depth)}- ${text}`,
  ...below.flatMap((one) => bullets(one, depth + 1)),
];

function daysWords({ from, to }: InForce = {}): string {
  if (from === undefined && to === undefined) return "at all times";
  if (to === undefined) return `from ${from} on`;
  return from === undefined ? `until ${to}` : `from ${from} until ${to}`;
}

/** Numbers the documents of a page in the order in which they are cited. */
class Footnotes {
  private readonly numbers = new Map<string, number>();

  constructor(private readonly rulebook: Rulebook) {}

  cite(sources: readonly Citation[]): string {
    return sources
      .map(({ source, note }) => `[${this.number(source)}](#sources)${note ? ` (${note})` : ""}`)
      .join(", ");
  }

  private number(source: string): number {
    const known = this.numbers.get(source);
    if (known !== undefined) return known;
    this.numbers.set(source, this.numbers.size + 1);
    return this.numbers.size;
  }

  list(): string {
    const lines = [...this.numbers].map(([id, number]) => {
      const source = this.rulebook.sources.find((one) => one.id === id);
      if (source === undefined) return `${number}. ${id}`;
      return `${number}. ${source.publisher}, <${source.url}>, text of ${source.vintage} (\`${id}\`)`;
    });
    return paragraph("## Sources", "", ...lines);
  }
}

const UNOFFICIAL =
  "This page is made from the rules of this package. It is unofficial; only the association decides. It may lag behind.";

function pathwayPage(rulebook: Rulebook, file: PathwayFile, pathway: Pathway, titles: Titles): string {
  const notes = new Footnotes(rulebook);
  const own = file.requirements.filter(({ pathways }) => pathways?.includes(pathway.id) ?? true);
  const ids = byId(own, ({ id }) => id);
  const offered = pathway.offered.map((span) => `- Offered ${daysWords(span.inForce)} ${notes.cite(span.sources)}`);
  const current = [...ids].map(([, editions]) => requirementSection(editions, notes, titles, rulebook));
  const changes = own.flatMap(({ inForce, title, id }) =>
    [inForce.from, inForce.to && `after ${inForce.to}`].flatMap((day) =>
      day === undefined
        ? []
        : [{ day, text: day.startsWith("after") ? `\`${id}\` ends: ${title}` : `\`${id}\`: ${title}` }],
    ),
  );
  const timeline = [...changes].sort((a, b) => (a.day.replace("after ", "") < b.day.replace("after ", "") ? -1 : 1));
  return [
    paragraph(`# ${pathway.name} (${pathway.label ?? pathway.id})`, "", UNOFFICIAL),
    paragraph(
      `- Endorsement: ${pathway.endorsement === undefined ? "IMH-E® and ECMH-E®" : `${pathway.endorsement}®`}`,
      `- Scope: ${file.title}`,
      `- Ages of the children: ${ageWords(pathway)}`,
      ...offered,
      ...(pathway.replacedBy ? [`- Replaced by: ${pathway.replacedBy.join(" and ")}`] : []),
    ),
    paragraph("## What is asked for", "", "Years mean 12 months of 365 days; every day counts once."),
    ...current,
    ...(timeline.length === 0
      ? []
      : [paragraph("## What changed when", "", ...timeline.map(({ day, text }) => `- **${day}** ${text}`))]),
    notes.list(),
  ].join("\n");
}

function ageWords({ ageBand }: Pathway): string {
  if (!("readings" in ageBand)) return `${ageBand[0]} to ${ageBand[1]} months`;
  const readings = ageBand.readings.map(
    ({ title, ageBand: [from, to] }) => `${from} to ${to} months (${title.toLowerCase()})`,
  );
  return `${readings.join(" or ")} – ${ageBand.question.text}`;
}

const obligations = {
  required: "required",
  recommended: "recommended, never blocks",
  reviewed: "judged by a reviewer, never blocks",
} as const;
const stageWords = {
  experience: "before applying",
  application: "while applying",
  exam: "only after approval",
} as const;

function requirementSection(
  editions: readonly Requirement[],
  notes: Footnotes,
  titles: Titles,
  rulebook: Rulebook,
): string {
  return [...editions]
    .map((one, at) => {
      const next = editions[at + 1]?.inForce.from;
      const when = next === undefined ? daysWords(one.inForce) : untilWords(one.inForce, next);
      return editionText(one, next === undefined ? undefined : when, when, notes, titles, rulebook);
    })
    .reverse()
    .join("\n");
}

function untilWords({ from }: InForce, next: string): string {
  return from === undefined ? `before ${next}` : `from ${from}, before ${next}`;
}

function editionText(
  one: Requirement,
  past: string | undefined,
  when: string,
  notes: Footnotes,
  titles: Titles,
  rulebook: Rulebook,
): string {
  const { title, id, obligation = "required", stage = "experience", inForce, routes = [], confidence } = one;
  const ended = inForce.to === undefined ? "" : ` (until ${inForce.to})`;
  const heading = past === undefined ? `### ${title}${ended}` : `#### ${past}: ${title}`;
  const questions = [...(one.questions ?? []), ...questionsIn(routes)];
  return [
    paragraph(heading),
    paragraph(
      `\`${id}\` · ${obligations[obligation]} · ${stageWords[stage]} · ${when} · ${confidence} confidence · ${notes.cite(one.sources)}`,
    ),
    ...(routes.length > 1 ? [paragraph("Any one of these routes:")] : []),
    ...(routes.length === 0 ? [paragraph("What exactly is asked for is not published, or a reviewer judges it.")] : []),
    ...routes.map((route) => {
      const confidenceWords = route.confidence ? ` (${route.confidence} confidence)` : "";
      const cited = route.sources ? ` ${notes.cite(route.sources)}` : "";
      return paragraph(
        `- **${route.title}**${confidenceWords}${cited}`,
        ...bullets(conditionLines(route.conditions, titles), 1),
      );
    }),
    ...namedText(routes, rulebook, titles),
    ...(one.notes ? [paragraph(`*Note:* ${one.notes}`)] : []),
    ...(questions.length > 0 ? [paragraph("Open questions:", "", ...questions.map(({ text }) => `- ${text}`))] : []),
  ].join("\n");
}

function questionsIn(data: unknown): readonly Question[] {
  const found = new Map<string, Question>();
  visit({ data }, "", (node) => {
    if ("readings" in node && "question" in node) {
      const question = node.question as Question;
      found.set(question.id, question);
    }
  });
  return [...found.values()];
}

/** Explains the named conditions that routes use, each once, those that they use included. */
function namedText(data: unknown, rulebook: Rulebook, titles: Titles): readonly string[] {
  const names = new Map<string, NamedCondition>();
  const look = (part: unknown): void =>
    visit({ part }, "", (node) => {
      if (!("condition" in node && typeof node.condition === "string") || names.has(node.condition)) return;
      const named = rulebook.conditions.find(({ id }) => id === node.condition);
      if (named === undefined) return;
      names.set(named.id, named);
      look(named.conditions);
    });
  look(data);
  if (names.size === 0) return [];
  const lines = [...names.values()].map(({ title, conditions }) => `- *${title}*: ${entryWords(conditions, titles)}`);
  return [paragraph("<details><summary>What the words mean</summary>", "", ...lines, "", "</details>")];
}

/** A named condition is about one entry, or about a requirement. */
function entryWords(condition: Condition, titles: Titles): string {
  if ("fact" in condition && condition.params !== undefined) return conditionLines(condition, titles).text;
  return phrase(condition, titles);
}

function associationPage(rulebook: Rulebook, overlay: Overlay, titles: Titles): string {
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
      const body = "replace" in change ? change.replace : "add" in change ? change.add : undefined;
      if (body?.routes === undefined) return [];
      const lines = body.routes.flatMap((route) => [
        `- **${route.title}**`,
        ...bullets(conditionLines(route.conditions, local), 1),
      ]);
      return [paragraph(`### ${change.pathways.join(", ")}: ${body.title}`, "", ...lines)];
    }),
    ...section(
      "Conditions of its own",
      overlay.conditions,
      (one) => `*${one.title}*: ${entryWords(one.conditions, titles)}${cited(one)}`,
    ),
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
  ["pathway", "something one can be eligible for: a category of endorsement or an add-on"],
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

function glossaryPage({ credentials }: Rulebook): string {
  return [
    paragraph("# Glossary", "", ...words.map(([word, meaning]) => `- **${word}**: ${meaning}`)),
    paragraph(
      "## Categories",
      "",
      ...credentials.map(
        ({ id, name, olderNames }) => `- **${id}**: ${name}${olderNames ? `; earlier ${olderNames.join(", ")}` : ""}`,
      ),
    ),
  ].join("\n");
}

function differencesPage(): string {
  const rows = differences.map(
    ({
      id,
      kind,
      forms,
      example,
      because,
    }: {
      id: number;
      kind: string;
      forms: string[];
      example?: string;
      because?: string;
    }) =>
      `| ${id} | ${kind} | ${forms.map((form) => `\`${form}\``).join(", ")} | ${example ? `[${example}](associations/${example}.md)` : ""} | ${because ?? ""} |`,
  );
  return paragraph(
    "# How associations differ, and the form of each difference",
    "",
    "| | Kind of difference | Key of the overlay | Example | Remark |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
  );
}

function indexPage({ pathways, associations, order }: Rulebook): string {
  const all = Object.values(pathways).flatMap((file) => file.pathways);
  const find = (id: string) => all.find((one) => one.id === id) as Pathway;
  return [
    paragraph("# The rules, for readers", "", UNOFFICIAL),
    paragraph(
      "## Pathways",
      "",
      ...order.map((id) => `- [${find(id).name} (${find(id).label ?? id})](pathways/${id}.md)`),
    ),
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
