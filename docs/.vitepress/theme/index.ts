/** The theme: that of VitePress, with the components that pages name. */
import { type Theme, withBase } from "vitepress";
import DefaultTheme from "vitepress/theme-without-fonts";
import { defineAsyncComponent, h } from "vue";
import { hasVerdictLine } from "./check/verdict-line";
import AssociationFilter from "./components/AssociationFilter.vue";
import NotFound from "./components/NotFound.vue";
import StartPage from "./components/StartPage.vue";
import { mendSearch, weighSearch } from "./search";
import "./style.css";

// VitePress takes the theme as the default export
export default {
  extends: DefaultTheme,
  Layout: () => h(DefaultTheme.Layout, null, { "not-found": () => h(NotFound) }),
  async enhanceApp({ app, siteData }) {
    app.component("AssociationFilter", AssociationFilter);
    app.component("StartPage", StartPage);
    // only their own pages pay for them
    app.component(
      "OverlayEditor",
      defineAsyncComponent(() => import("./editor/OverlayEditor.vue")),
    );
    app.component(
      "RulePlayground",
      defineAsyncComponent(() => import("./editor/RulePlayground.vue")),
    );
    weighSearch(siteData);
    if (!import.meta.env.SSR) mendSearch();
    if (!import.meta.env.SSR && import.meta.env.PROD) {
      // what is stored for later does not hold up the page
      setTimeout(() => navigator.serviceWorker?.register(withBase("/sw.js")), 1000);
    }
    // the answer comes before what takes the next one
    if (!import.meta.env.SSR && hasVerdictLine()) await (await import("./check/first-verdict")).shown;
  },
} satisfies Theme;
