/** What the pages load only where it is needed, though the package has it at once. */
import type { Plugin } from "vitepress";

/** Whoever reads English need not load Spanish: the pages in Spanish load it, and hand it to the package. */
export const spanishApart = (): Plugin => ({
  name: "spanish-apart",
  enforce: "pre",
  load: (id) => (id.endsWith("/rules/translations/es.json") ? '{ "language": "es" }' : undefined),
});
