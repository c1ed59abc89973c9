/**
 * Characters that cannot be seen, and that a terminal or a page obeys: controls, escapes, marks of direction, empty marks.
 */

/** Such a character. Joiners are not among them: some scripts need them. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Replaces each such character of a text. */
export const replaceUnseen = (text: string, replace: (char: string) => string): string =>
  text.replaceAll(UNSEEN, replace);

/** Writes a character by its number, as JSON does. */
export const escaped = (char: string): string =>
  Array.from({ length: char.length }, (_, at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, "0")}`).join("");
