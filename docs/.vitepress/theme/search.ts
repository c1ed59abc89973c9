/** The search of VitePress: what it finds first, and what it is for whoever hears it: a dialog with links. */
import type { SiteData } from "vitepress";
import type { Ref } from "vue";

/** Pages for people come before those for developers and associations, and a category before what pays for it. */
const lessWanted: readonly (readonly [pages: RegExp, weight: number])[] = [
  [/\/(?:developers|staff|details)\//, 0.1],
  [/\/pathways\/[a-z]{2}-/, 0.3],
  [/\/pathways\/(?:IFRS|ECFRS)/, 0.3],
  [/\/pathways\/(?:EC|ERS-)/, 0.7],
];

/** How much a page counts among what is found. */
const weightOf = (page: string): number => lessWanted.find(([pages]) => pages.test(page))?.[1] ?? 1;

/** Tells the search how much each page counts; the configuration of a site cannot hold a function without `eval`. */
export function weighSearch(site: Ref<SiteData>): void {
  const { themeConfig } = site.value;
  const { miniSearch } = themeConfig.search.options;
  const searchOptions = { ...miniSearch.searchOptions, boostDocument: weightOf };
  const options = { ...themeConfig.search.options, miniSearch: { ...miniSearch, searchOptions } };
  site.value = { ...site.value, themeConfig: { ...themeConfig, search: { ...themeConfig.search, options } } };
}

const WRONG = ["aria-expanded", "aria-haspopup", "aria-owns"] as const;

/** Mends the search whenever it is opened. */
export function mendSearch(): void {
  // it is put beside the page when it is opened
  new MutationObserver(() => {
    const box = document.querySelector<HTMLElement>(".VPLocalSearchBox[role=button]");
    if (box === null) return;
    box.setAttribute("role", "dialog");
    for (const name of WRONG) box.removeAttribute(name);
    mendList(box);
    new MutationObserver(() => mendList(box)).observe(box, { childList: true, subtree: true });
  }).observe(document.body, { childList: true });
}

function mendList(box: HTMLElement): void {
  for (const part of box.querySelectorAll("[role=listbox], [role=option]")) {
    part.removeAttribute("role");
    part.removeAttribute("aria-selected");
    part.removeAttribute("aria-labelledby");
  }
  for (const input of box.querySelectorAll("input")) input.removeAttribute("aria-activedescendant");
  // what is read aloud is what stands there
  for (const link of box.querySelectorAll("a.result[aria-label]")) link.removeAttribute("aria-label");
}
