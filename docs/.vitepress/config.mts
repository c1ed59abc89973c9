import { fileURLToPath } from "node:url";
import { defineConfig } from "vitepress";
import { digestOf } from "../../src/rules/digest";
import { embeddedRulebook } from "../../src/rules/embedded";
import { notesApart, rulesApart, spanishApart, stylesApart } from "./apart";
import { withPolicy } from "./csp";
import { findFirst, withFirst } from "./first";
import { writeServiceWorker } from "./offline";
import { knownPage } from "./pages/search";
import { searchWords, themeWords } from "./theme-words";
import { type Language, languages, words } from "./words";

/** Where the site is served from: a sub-path by default, as project pages are. */
const base = process.env["DOCS_BASE"] ?? "/endorsement-pathways/";

const root = fileURLToPath(new URL("../../", import.meta.url));
const source = `${root}src/`;

const prefixes: Readonly<Record<Language, string>> = { en: "", es: "/es" };

function navOf(language: Language) {
  const { nav } = words[language];
  const at = (path: string) => `${prefixes[language]}${path}`;
  return [
    { text: nav.check, link: at("/check") },
    { text: nav.pathways, link: at("/pathways") },
    { text: nav.associations, link: at("/associations") },
    { text: nav.costs, link: at("/costs") },
    {
      text: nav.more,
      items: [
        { text: nav.staff, link: at("/staff/") },
        { text: nav.developers, link: "/developers/" },
      ],
    },
  ];
}

/** The headings of a page of the package, without those of its fields. */
const headingsOf = (markdown: string): string =>
  markdown
    .split("\n")
    .filter((line) => /^#{1,3} /.test(line))
    .join("\n\n");

export default defineConfig({
  base,
  srcDir: "site",
  title: words.en.title,
  description: words.en.description,
  // every page is a file, so that it opens without a server's help
  cleanUrls: false,
  metaChunk: true,
  lastUpdated: false,
  head: [
    ["meta", { name: "theme-color", content: "#2f6f5e" }],
    ["meta", { name: "referrer", content: "no-referrer" }],
    ["link", { rel: "icon", href: `${base}icon.svg`, type: "image/svg+xml" }],
  ],
  locales: Object.fromEntries(
    languages.map((language) => [
      language === "en" ? "root" : language,
      {
        label: { en: "English", es: "Español" }[language],
        lang: language,
        title: words[language].title,
        description: words[language].description,
        themeConfig: { nav: navOf(language), footer: { message: words[language].unofficial }, ...themeWords[language] },
      },
    ]),
  ),
  // colors that can be read by everybody
  markdown: { theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" } },
  themeConfig: {
    // not every page is there in every language: the switch leads to the start
    i18nRouting: false,
    search: {
      provider: "local",
      options: {
        locales: { es: { translations: searchWords } },
        miniSearch: {
          // the place of an association and the topic of a page tell as much as its title
          searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 4, titles: 6, text: 2 } },
          // what is made from the rules has no file to look into, and what one fills in no text
          _splitIntoSections: (file, html) => {
            const found = knownPage(file.slice(`${root}docs/site`.length).replace(/\.md$/, ""));
            return (found !== undefined || html === "" ? [found] : undefined) as never;
          },
        },
        // whoever searches for a rule does not look for the shapes of the package: of these, only names are found
        _render: (source, env, md) => {
          const text = env.relativePath.startsWith("developers/api/") ? headingsOf(source) : source;
          return md.render(text, env);
        },
      },
    },
    outline: { level: [2, 3] },
  },
  transformHtml: (html) => withPolicy(withFirst(html, base)),
  buildEnd: ({ outDir }) => writeServiceWorker(outDir, base),
  vite: {
    plugins: [spanishApart(), notesApart(), rulesApart(), stylesApart(), findFirst()],
    // the pages import the package by its name, as its users do
    resolve: {
      alias: [
        // the words of the package name no shapes of numbers and days
        { find: "@formatjs/icu-skeleton-parser", replacement: `${root}docs/.vitepress/no-skeletons.ts` },
        { find: /^endorsement-pathways\/(rules\/.+)$/, replacement: `${root}$1` },
        { find: /^endorsement-pathways\/(.+)$/, replacement: `${source}$1.ts` },
        { find: /^endorsement-pathways$/, replacement: `${source}index.ts` },
      ],
    },
    define: {
      EMBEDDED_DIGEST: JSON.stringify(digestOf(embeddedRulebook(), undefined)),
      // no component uses it, and every page loads it
      __VUE_OPTIONS_API__: "false",
    },
    // a text is read faster than an object that is written in code
    json: { stringify: true },
    build: { chunkSizeWarningLimit: 2000 },
  },
});
