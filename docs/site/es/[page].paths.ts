import { listPages } from "../../.vitepress/pages/lists";

// VitePress takes the pages of a folder as the default export
export default { paths: () => listPages("es") };
