/**
 * Makes the pages of the API that TypeDoc wrote readable: the long page of the package becomes a page for each thing one wants
 * to do and for each kind of shape, every link follows, and a page bears the name by which its module is imported.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = "docs/site/developers/api";
const PACKAGE = "endorsement-pathways";
/** The page that is divided, and its section of which there is most. */
const LONG = "index";
const SHAPES = "Shapes and words of the data";

/** The shapes by what they are of: where each is written tells. */
const kinds: readonly (readonly [title: string, files: readonly string[]])[] = [
  ["Shapes of an applicant", ["applicant"]],
  ["Shapes of a verdict", ["verdict"]],
  ["Shapes of the rules", ["rulebook", "language"]],
  ["Shapes of what an association does", ["overlay"]],
];
const OTHER = "Other shapes, and words";

interface Section {
  readonly title: string;
  /** What stands in it, each under a heading of its own. */
  readonly members: readonly string[];
}

/** Parts a text before each line that begins so; what stands before the first is the head. */
function partedAt(text: string, start: RegExp): { readonly head: string; readonly parts: readonly string[] } {
  const [head = "", ...parts] = text.split(new RegExp(`^(?=${start.source})`, "m"));
  return { head, parts };
}

const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, "-")
    .replaceAll(/^-|-$/g, "");

/** Which shapes a file of the model exports. */
function exportedBy(file: string): string[] {
  const source = readFileSync(`src/model/${file}.ts`, "utf8");
  return [...source.matchAll(/^export (?:interface|type|const|function) (\w+)/gm)].map(([, name = ""]) => name);
}

const nameOf = (member: string): string => /^### (\w+)/m.exec(member)?.[1] ?? "";

const idOf = (member: string): string => /^<a id="([^"]+)">/.exec(member)?.[1] ?? "";

/** Finds the sections of a page; the shapes are as many as there are kinds of them. */
function sectionsOf(text: string): Section[] {
  const titleOf = new Map(kinds.flatMap(([title, files]) => files.flatMap(exportedBy).map((name) => [name, title])));
  return partedAt(text, /## /).parts.flatMap((part) => {
    const title = part.slice(3, part.indexOf("\n"));
    const members = partedAt(part, /<a id="[^"]+"><\/a>\n\n### /).parts.map((one) => one.replace(/\n\*{3}\s*$/, "\n"));
    if (title !== SHAPES) return [{ title, members }];
    const kindOf = (member: string) => titleOf.get(nameOf(member)) ?? OTHER;
    return [...kinds.map(([kind]) => kind), OTHER].map((kind) => ({
      title: kind,
      members: members.filter((one) => kindOf(one) === kind),
    }));
  });
}

/** Leads links to where their places went. */
const relinked = (text: string, from: string, pageOf: ReadonlyMap<string, string>): string =>
  text.replaceAll(/\]\((?:([\w-]+)\.md)?#(api-[^)]+)\)/g, (link, page: string = from, id: string) => {
    if (page !== LONG) return link;
    const to = pageOf.get(id);
    if (to === undefined) throw new Error(`${from}: nothing is called ${id} any more`);
    return `](${to}.md#${id})`;
  });

const read = (page: string): string => readFileSync(join(FOLDER, `${page}.md`), "utf8");
const write = (page: string, text: string): void => writeFileSync(join(FOLDER, `${page}.md`), text);

const long = read(LONG);
const sections = sectionsOf(long);
const pageOf = new Map(
  sections.flatMap(({ title, members }) =>
    members.flatMap((one) => [...one.matchAll(/<a id="([^"]+)">/g)].map(([, id = ""]) => [id, slugOf(title)] as const)),
  ),
);

for (const file of readdirSync(FOLDER)) {
  const page = file.replace(/\.md$/, "");
  if (page === LONG || page === "entries") continue;
  write(page, relinked(read(page), page, pageOf).replace(/^# .*/, `# ${PACKAGE}/${page}`));
}
for (const { title, members } of sections) {
  // each is a step higher than it stood
  const text = members.join("\n").replaceAll(/^##(#+ )/gm, "#$1");
  write(slugOf(title), relinked(`# ${title}\n\n${text}`, LONG, pageOf));
}
const list = sections.map(({ title, members }) => {
  const names = members.map((one) => `[\`${nameOf(one)}\`](${slugOf(title)}.md#${idOf(one)})`).join(", ");
  return `- [${title}](${slugOf(title)}.md): ${names}`;
});
write(LONG, `# ${PACKAGE}\n\n${partedAt(long, /## /).head.replace(/^# .*\n+/, "")}${list.join("\n")}\n`);
