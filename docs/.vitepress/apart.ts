/** What the pages load only where it is needed, though the package has it at once. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vitepress";
import type { Rulebook } from "../../src/index";
import { embeddedRulebook } from "../../src/rules/embedded";
import { basePart } from "../../src/rules/parts";
import { citations } from "../../src/rules/written";

/** Whoever reads English need not load Spanish: the pages in Spanish load it, and hand it to the package. */
export const spanishApart = (): Plugin => ({
  name: "spanish-apart",
  enforce: "pre",
  load: (id) => (id.endsWith("/rules/translations/es.json") ? '{ "language": "es" }' : undefined),
});

const BRIEF = /^(.*\/rules\/associations\/[^/]+\.json)\?brief$/;

/** The rules of an association as one is judged by them: without what authors write for each other. */
export const notesApart = (): Plugin => ({
  name: "notes-apart",
  enforce: "pre",
  load(id) {
    const [, file] = BRIEF.exec(id) ?? [];
    return file === undefined ? undefined : JSON.stringify(withoutNotes(JSON.parse(readFileSync(file, "utf8"))));
  },
});

/** What the theme draws on pages that this site does not have, and what another search than its own would look like. */
const FOREIGN =
  /@docsearch\/css\/.*\.css|\/theme-default\/(?:styles\/components\/(?:vp-sponsor|vp-code-group|custom-block)\.css|components\/VP(?:Team|Sponsors|DocAsideSponsors|DocAsideCarbonAds|Home|Hero|Feature|Sidebar)\w*\.vue\?.*type=style)/;

/** Every page loads the styles of the whole theme: those of what no page shows are left out. */
export const stylesApart = (): Plugin => ({
  name: "styles-apart",
  enforce: "pre",
  load: (id) => (FOREIGN.test(id) ? "" : undefined),
});

const RULES = "virtual:rules";
const inPages = fileURLToPath(new URL("theme/rules.ts", import.meta.url));

/** The package finds the rules of the pages in place of its own: they are the same, in pieces. */
export const rulesApart = (): Plugin => ({
  name: "rules-apart",
  enforce: "pre",
  resolveId: (id) => (id === RULES ? `\0${RULES}` : /(?:^|\/)rules\/embedded$/.test(id) ? inPages : undefined),
  load(id) {
    if (id !== `\0${RULES}`) return undefined;
    // a text is read faster than an object that is written in code
    const text = JSON.stringify(JSON.stringify(withoutNotes(atOnce(embeddedRulebook()))));
    return `export default JSON.parse(${text});`;
  },
});

/** What everybody is judged by, and of the associations and documents what that needs. */
function atOnce(rulebook: Rulebook): Rulebook {
  const cited = new Set(costSources(rulebook));
  const documents = rulebook.sources.filter(({ id }) => cited.has(id));
  return {
    ...rulebook,
    associations: basePart(rulebook, "").associations,
    // costs tell when they were last seen
    sources: documents.map(({ id, seen }) => ({ id, vintage: "", url: "", ...(seen !== undefined && { seen }) })),
  };
}

/** The documents that tell of costs and deadlines. */
function costSources({ associations, fees, process }: Rulebook): string[] {
  const all = [{ fees, process }, ...Object.values(associations)];
  const told = all.flatMap((one) => [...(one.fees ?? []), ...(one.process ?? [])]);
  return told.flatMap(({ sources }) => citations(sources).map(({ source }) => source));
}

/** Keys that authors write for each other. */
const NOTES: readonly string[] = ["$schema", "notes", "register"];

function withoutNotes(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutNotes);
  if (typeof part !== "object" || part === null) return part;
  const told = Object.entries(part).filter(([key]) => !NOTES.includes(key));
  return Object.fromEntries(told.map(([key, value]) => [key, withoutNotes(value)]));
}
