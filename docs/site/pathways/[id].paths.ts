import { pathwayPages } from "../../.vitepress/pages/pathway";

// VitePress takes the pages of a folder as the default export
export default { paths: () => pathwayPages("en") };
