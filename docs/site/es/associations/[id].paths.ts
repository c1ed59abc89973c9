import { associationPages } from "../../../.vitepress/pages/association";

// VitePress takes the pages of a folder as the default export
export default { paths: () => associationPages("es") };
