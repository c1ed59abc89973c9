/** The theme: that of VitePress, with the components that pages name. */
import type { Theme } from "vitepress";
import DefaultTheme from "vitepress/theme-without-fonts";
import AssociationFilter from "./components/AssociationFilter.vue";
import StartPage from "./components/StartPage.vue";
import "./style.css";

// VitePress takes the theme as the default export
export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component("AssociationFilter", AssociationFilter);
    app.component("StartPage", StartPage);
  },
} satisfies Theme;
