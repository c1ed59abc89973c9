/** What a page does before it is made ready to answer: it draws the first verdict. */
import type { Plugin } from "vitepress";
import { ASSOCIATION_KEY } from "./theme/kept-association";

const FIRST = "/theme/check/first-verdict.ts";
const ASSOCIATION = /\/rules\/associations\/([^/]+)\.json\?brief$/;
const APP = /<script type="module" src="[^"]*\/assets\/app\.[^"]*"><\/script>/;

let first: string | undefined;
/** The file of the build that holds the rules of an association, by id. */
const associations: Record<string, string> = {};

/** Notes which files of the build draw the first verdict. */
export const findFirst = (): Plugin => ({
  name: "find-first",
  apply: (_, { isSsrBuild }) => isSsrBuild !== true,
  generateBundle(_, bundle) {
    for (const one of Object.values(bundle)) {
      if (one.type !== "chunk" || one.facadeModuleId === null) continue;
      if (one.facadeModuleId.endsWith(FIRST)) first = one.fileName;
      const [, id] = ASSOCIATION.exec(one.facadeModuleId) ?? [];
      if (id !== undefined) associations[id] = one.fileName;
    }
  },
});

/** Lets a page that has a place for a verdict draw it before everything else. */
export function withFirst(html: string, base: string): string {
  if (!html.includes('id="verdict"')) return html;
  if (first === undefined) throw new Error(`no file of the build was made from ${FIRST}`);
  const scripts = `<script>${preload(base)}</script>\n    <script type="module" src="${base}${first}"></script>`;
  return html.replace(APP, (app) => `${scripts}\n    ${app}`);
}

/** Fetches the rules of the association that was chosen while the code that judges by them still loads. */
const preload = (base: string): string => `(() => {
  const files = ${JSON.stringify(associations)};
  let id = new URLSearchParams(location.search).get("association");
  try { id ??= localStorage.getItem(${JSON.stringify(ASSOCIATION_KEY)}); } catch {}
  if (!Object.hasOwn(files, id)) return;
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.href = ${JSON.stringify(base)} + files[id];
  document.head.append(link);
})()`;
