/** What the search finds of the pages that are made from the rules: each is found as a whole. */
import { type Language, languages } from "../words";
import { associationPages } from "./association";
import { listPages } from "./lists";
import { pathIn } from "./markdown";
import { pathwayPages } from "./pathway";

/** A page as the search knows it. */
interface Found {
  readonly anchor: string;
  readonly titles: string[];
  readonly text: string;
}

let known: ReadonlyMap<string, Found> | undefined;

/** Finds a page that is made from the rules, by its path from the root of the site, without `.md`. */
export function madePage(path: string): Found | undefined {
  known ??= new Map(languages.flatMap(made));
  return known.get(path);
}

function made(language: Language): [string, Found][] {
  const at = (folder: string, id: string) => pathIn(language, `${folder}/${id}`);
  const found = (content: string): Found => {
    const [heading = "", ...lines] = content.split("\n");
    return { anchor: "", titles: [heading.replace(/^# /, "")], text: textOf(lines.join("\n")) };
  };
  return [
    ...listPages(language).map(({ params, content }) => [at("", params["page"] ?? ""), found(content)] as const),
    ...pathwayPages(language).map(
      ({ params, content }) => [at("/pathways", params["id"] ?? ""), found(content)] as const,
    ),
    ...associationPages(language).map(
      ({ params, content }) => [at("/associations", params["id"] ?? ""), found(content)] as const,
    ),
  ].map(([path, page]) => [path, page]);
}

/** The words of a page, without what marks them. */
const textOf = (markdown: string): string =>
  markdown
    .replaceAll(/<[^>]+>|\{[^}]*\}|\]\([^)]*\)/g, " ")
    .replaceAll(/[#*[\]\\|>-]+/g, " ")
    .replaceAll(/\s+/g, " ");
