/** The language of the page that is shown. */
import { useData } from "vitepress";
import { computed } from "vue";
import { type Language, words } from "../words";

/** Finds the words of the language of the page, and the paths of its pages. */
export function useLanguage() {
  const { lang } = useData();
  const language = computed<Language>(() => (lang.value === "es" ? "es" : "en"));
  const say = computed(() => words[language.value]);
  const path = (to: string) => `${language.value === "en" ? "" : `/${language.value}`}${to}`;
  return { language, say, path };
}
