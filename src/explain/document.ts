/**
 * What is said to people, as a tree of typed parts: an application draws it itself, or has it written as text, Markdown or HTML.
 */
import type { Source } from "../model/rulebook";
import type { Truth } from "../model/verdict";
import { marks } from "./language";

/** Words, some of which may be in another language than was asked for. */
export type Words = readonly WordsPart[];

/** Words in one language. */
export interface WordsPart {
  /** The words. */
  readonly text: string;
  /** Their language, where it is not the one that was asked for. */
  readonly language?: string;
}

/** A document cited, as a numbered link. */
export interface CitedDocument {
  /** Its number. */
  readonly number: number;
  /** The id in `sources.json`. */
  readonly id: string;
  /** Who published it. */
  readonly publisher: string;
  /** When its text was current. */
  readonly vintage: string;
  /** The address. */
  readonly url: string;
}

/** One thing in a list. */
export interface DocumentItem {
  /** Its state, where it has one. */
  readonly mark?: Truth;
  /** What it is. */
  readonly text: Words;
  /** What there is to know about it, a sentence each. */
  readonly details: readonly Words[];
  /** The numbers of the documents that say so. */
  readonly cites: readonly number[];
}

/** One part of a document. */
export type DocumentPart =
  | {
      /** A sentence or a paragraph. */
      readonly kind: "sentence";
      /** What it says. */
      readonly text: Words;
    }
  | {
      /** A heading. */
      readonly kind: "heading";
      /** What it says. */
      readonly text: Words;
    }
  | {
      /** A list under a title. */
      readonly kind: "list";
      /** The title; none where the list stands by itself. */
      readonly title?: Words;
      /** The items. */
      readonly items: readonly DocumentItem[];
      /** Whether it is background, to be opened when wanted. */
      readonly collapsed: boolean;
    }
  | {
      /** A table with one heading row. */
      readonly kind: "table";
      /** What the columns are. */
      readonly columns: readonly Words[];
      /** The cells, row by row. */
      readonly rows: readonly (readonly Words[])[];
    }
  | {
      /** The documents that are cited. */
      readonly kind: "sources";
      /** The title. */
      readonly title: Words;
      /** The documents, in the order of their numbers. */
      readonly sources: readonly CitedDocument[];
    };

/** Something said to people. */
export interface ExplainedDocument {
  /** The language, BCP 47. */
  readonly language: string;
  /** What it says, the answer first. */
  readonly parts: readonly DocumentPart[];
}

/** How to write a document. */
export const explainFormats = ["text", "markdown", "html", "data"] as const;
/** How to write a document: as plain text, Markdown or HTML, or as the tree itself. */
export type ExplainFormat = (typeof explainFormats)[number];

/** Takes words apart by their language. */
export function wordsOf(text: string): Words {
  return text.split(MARKED).flatMap((part): WordsPart[] => {
    if (part === "") return [];
    return part.startsWith(marks.open) ? [{ text: part.slice(1, -1), language: "en" }] : [{ text: part }];
  });
}

/** A sentence of a document. */
export const sentencePart = (text: string): DocumentPart => ({ kind: "sentence", text: wordsOf(text) });

const MARKED = new RegExp(`(${marks.open}[^${marks.close}]*${marks.close})`, "u");

/** Gathers the documents that are cited, each with a number. */
export class Citations {
  private readonly numbers = new Map<string, number>();

  /** Numbers documents, in the order of their first citation. */
  readonly cite = (ids: readonly string[]): readonly number[] =>
    [...new Set(ids)].map((id) => {
      const number = this.numbers.get(id) ?? this.numbers.size + 1;
      this.numbers.set(id, number);
      return number;
    });

  /** The ids by number. */
  get ids(): readonly string[] {
    return [...this.numbers.keys()];
  }
}

/** The documents that are cited, by number. */
export function sourcesPart(
  { ids }: Citations,
  find: (id: string) => Source | undefined,
  title: string,
): DocumentPart[] {
  const sources = ids.flatMap((id, index) => {
    const found = find(id);
    if (found === undefined) return [];
    const { publisher, vintage, url } = found;
    return [{ number: index + 1, id, publisher, vintage, url }];
  });
  return sources.length === 0 ? [] : [{ kind: "sources", title: wordsOf(title), sources }];
}
