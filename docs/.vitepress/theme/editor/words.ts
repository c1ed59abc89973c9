/** The words of the editor for associations, by language; what rules say in it is English, as files of rules are. */
import type { Language } from "../../words";

const en = {
  begin: "Begin with the file of",
  file: "The file (JSON)",
  check: "Check, and show what it changes",
  download: "Download",
  cannot: "It cannot be used",
  can: "It can be used",
  again: "Look at these again:",
  lost: "What is lost of the rules that stand here",
  lostWhy: (id: string) =>
    `Your file takes the place of all that is known of ${id}. To keep the rest, write "extends": "${id}" into the file.`,
  noLonger: "What no longer holds as it stands here",
  changes: "What it changes against the rules of the Alliance",
  changesHere: "What it changes against the rules that stand here",
  nothing: "Nothing.",
  cases: "Golden cases that change their verdict",
  counted: (changes: number, cases: number) => `${changes} changes, of ${cases} cases:`,
  judging: "Judging the golden cases …",
  pathway: "the pathway",
  notAsked: "not asked for",
  inCases: (count: number) => `in ${count} cases`,
};

const es: typeof en = {
  begin: "Empezar con el archivo de",
  file: "El archivo (JSON)",
  check: "Revisar y mostrar qué cambia",
  download: "Descargar",
  cannot: "No se puede usar",
  can: "Se puede usar",
  again: "Vuelva a mirar esto:",
  lost: "Qué se pierde de las reglas que están aquí",
  lostWhy: (id) =>
    `Su archivo reemplaza todo lo que se sabe de ${id}. Para conservar el resto, escriba "extends": "${id}" en el archivo.`,
  noLonger: "Qué ya no vale como está aquí",
  changes: "Qué cambia frente a las reglas de la Alianza",
  changesHere: "Qué cambia frente a las reglas que están aquí",
  nothing: "Nada.",
  cases: "Casos de prueba cuyo resultado cambia",
  counted: (changes, cases) => `${changes} cambios, de ${cases} casos:`,
  judging: "Evaluando los casos de prueba …",
  pathway: "la acreditación",
  notAsked: "no se pide",
  inCases: (count) => `en ${count} casos`,
};

/** The words by language. */
export const editorWords: Readonly<Record<Language, typeof en>> = { en, es };
