/** What the search finds of the pages that are made from the rules or filled in: each is found as a whole. */
import { type Language, languages, words } from "../words";
import { associationPages } from "./association";
import { factsByPlace, placeName } from "./facts";
import { listPages, topics } from "./lists";
import { pathIn } from "./markdown";
import { pathwayPages } from "./pathway";

/** A page as the search knows it. */
interface Found {
  readonly anchor: string;
  readonly titles: string[];
  readonly text: string;
}

let known: ReadonlyMap<string, Found> | undefined;

/** Finds such a page, by its path from the root of the site, without `.md`. */
export function knownPage(path: string): Found | undefined {
  known ??= new Map(languages.flatMap(made));
  return known.get(path);
}

function made(language: Language): [string, Found][] {
  const at = (folder: string, id: string) => pathIn(language, `${folder}/${id}`);
  const found = (content: string, ...under: readonly string[]): Found => {
    const [heading = "", ...lines] = content.split("\n");
    return { anchor: "", titles: [...under, heading.replace(/^# /, "")], text: textOf(lines.join("\n")) };
  };
  const { start, ...say } = words[language];
  const topicOf = (page: string) => topics.flatMap((topic) => (topic === page ? say[topic] : []));
  // people look for the place where they live, not for the name of its association
  const places = new Map<string, string[]>(
    factsByPlace(language).map((facts) => [facts.id, facts.place === undefined ? [] : [placeName(facts, language)]]),
  );
  return [
    [at("", "check"), found(`# ${say.nav.check}\n${say.checkYourself}`, start.missing)] as const,
    ...listPages(language).map(({ params: { page = "" }, content }) => {
      const under = page === "index" ? [start.which] : topicOf(page);
      return [at("", page), found(content, ...under)] as const;
    }),
    ...pathwayPages(language).map(
      ({ params, content }) => [at("/pathways", params["id"] ?? ""), found(content)] as const,
    ),
    ...associationPages(language).map(
      ({ params: { id = "" }, content }) =>
        [at("/associations", id), found(content, ...(places.get(id) ?? []))] as const,
    ),
  ].map(([path, page]) => [path, page]);
}

/** The words of a page, without what marks them. */
const textOf = (markdown: string): string =>
  markdown
    .replaceAll(/<[^>]+>|\{[^}]*\}|\]\([^)]*\)/g, " ")
    .replaceAll(/[#*[\]\\|>-]+/g, " ")
    .replaceAll(/\s+/g, " ");
