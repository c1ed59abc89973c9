declare module "*.vue" {
  import type { DefineComponent } from "vue";

  const component: DefineComponent;
  export default component;
}

declare module "*/es.json?apart" {
  import type { Translation } from "endorsement-pathways/forms";

  const translation: Translation;
  export default translation;
}

declare module "virtual:rules" {
  import type { Rulebook } from "endorsement-pathways";

  const rules: Rulebook;
  export default rules;
}
