/**
 * The options that say in which language a command speaks, and how it prints.
 */
import { type Command, Option } from "commander";
import type { ExplainedDocument } from "../explain/document";
import { BASE_LANGUAGE, translations } from "../rules/translations";
import { documentText, type Shown } from "./document";
import type { Io } from "./io";
import { pageFor, print, printJson } from "./terminal";

/** In which language, and how. */
export interface WordsFlags {
  readonly language: string;
  readonly format: "text" | "json";
}

/** Adds the language. */
export const addLanguage = (command: Command): Command =>
  command.addOption(
    new Option("--language <language>", "the language of the words")
      .choices(Object.keys(translations))
      .default(BASE_LANGUAGE),
  );

/** Adds the language, and whether to print words or data. */
export const addWordsOptions = (command: Command): Command =>
  addLanguage(command).addOption(
    new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"),
  );

/** Prints words, or the data that they were made of. */
export function printWords(
  io: Io,
  { format }: WordsFlags,
  data: unknown,
  document: () => ExplainedDocument,
  shown?: Shown,
): void {
  if (format === "json") printJson(io.stdout, data);
  else print(io.stdout, documentText(document(), pageFor(io.stdout, io), shown));
}
