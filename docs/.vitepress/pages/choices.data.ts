/** What the pages' own questions choose among, as VitePress loads it at the build. */
import type { Language } from "../words";
import { type Choices, choicesIn } from "./lists";

/** The choices by language. */
export declare const data: Readonly<Record<Language, Choices>>;

// VitePress takes what it loads as the default export
export default { load: () => ({ en: choicesIn("en"), es: choicesIn("es") }) };
