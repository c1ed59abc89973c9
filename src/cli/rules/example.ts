/**
 * How a part of an association's own file is written.
 */
import stringify from "json-stringify-pretty-compact";
import {
  type ExampleName,
  exampleNames,
  type OverlayExample,
  overlayExamples,
  overlayKeys,
} from "../../explain/overlay-examples";
import type { InputIssue } from "../problem";
import { type Page, wrapped } from "../terminal";

/** Lists what there is an example of, and what each says. */
export const namesText = (page: Page): string =>
  [
    ...exampleNames.map((name) => wrapped(`${page.colors.bold(name)}: ${exampleOf(name).says}`, page, "  ", "    ")),
    "",
    "One of them by example:",
    "  endorsement-pathways rules example labels",
    "",
  ].join("\n");

/** Shows one. */
export function exampleText(name: ExampleName, page: Page): string {
  const { says, written, elsewhere } = exampleOf(name);
  return [
    wrapped(`${page.colors.bold(name)}: ${says}.`, page),
    "",
    layout(written, page),
    ...(elsewhere === undefined ? [] : ["", `In ${elsewhere.file}:`, "", layout(elsewhere.written, page)]),
    "",
  ].join("\n");
}

/** Shows how that is written which was written wrongly; as much as is read at once. */
export function advice(issues: readonly InputIssue[], page: Page): string {
  const names = [...new Set(issues.flatMap(meantBy))];
  const [first, ...rest] = names;
  if (first === undefined) return "";
  const others = rest.map((name) => `  endorsement-pathways rules example ${name}`);
  const more = others.length === 0 ? [] : ["How the others are written:", ...others, ""];
  return ["How it is written", "", exampleText(first, page), ...more].join("\n");
}

/** What an issue is about, of what there is an example. */
function meantBy({ at, code, message }: InputIssue): readonly ExampleName[] {
  if (code === "unknown-word" && /\/value(?:\/|$)/.test(at)) return ["word"];
  const parts = at.split("/").slice(1);
  if (parts.includes("otherwise")) return ["otherwise"];
  if (parts.length === 1 && /scholarship|pathways/.test(parts[0] ?? "")) return ["scholarship"];
  const isShape = code !== undefined && ["wrong-shape", "missing", "unknown-key", "unknown-word"].includes(code);
  const key = overlayKeys.find((one) => one === parts[0]);
  return key !== undefined && isShape && message !== "" ? [key] : [];
}

const exampleOf = (name: ExampleName): OverlayExample => overlayExamples[name];

const layout = (data: object, { width }: Page) => stringify(data, { maxLength: width - 2, indent: 2 });
