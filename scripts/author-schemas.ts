/** The register of flexible rules, the kinds of difference between associations, the headings of tables: what only authors read. */
import * as z from "zod";
import type { Answers, Headings, HeadingsByTarget } from "../src/model/headings";
import type { Cited } from "../src/model/rulebook";
import { named } from "../src/schemas/registry";
import { association, confidence, id, list, sources, text } from "../src/schemas/rulebook";

/** Forms that a flexible rule can have. */
export const forms = ["route", "condition", "equivalence", "conversion", "question", "advice", "process"] as const;
/** The form of a flexible rule; `advice` and `process` never decide. */
export type Form = (typeof forms)[number];

/** A flexible rule. */
export interface Registered extends Cited {
  /** The id by which rules say that they encode it. */
  readonly id: string;
  /** What it says, in our own words. */
  readonly statement: string;
  /** What became of it. */
  readonly form: Form;
  /** Why it is no rule, of advice and process. */
  readonly because?: string;
}

/** The register, an entry. */
export const registeredSchema = named(
  "Registered",
  z.strictObject({
    id,
    statement: text,
    form: z.enum(forms),
    because: text.exactOptional(),
    sources,
    confidence: confidence.exactOptional(),
  }),
) satisfies z.ZodType<Registered>;

/** A kind of difference between associations. */
export interface Difference {
  /** Its number. */
  readonly id: number;
  /** What differs. */
  readonly kind: string;
  /** The keys of an overlay that express it. */
  readonly forms: readonly string[];
  /** An association that shows it. */
  readonly example?: string;
  /** A golden case whose verdict it changes. */
  readonly flips?: string;
  /** Why it changes none. */
  readonly because?: string;
}

/** The kinds of difference, an entry. */
export const differenceSchema = named(
  "Difference",
  z.strictObject({
    id: z.int().min(1),
    kind: text,
    forms: list(text),
    example: association.exactOptional(),
    flips: id.exactOptional(),
    because: text.exactOptional(),
  }),
) satisfies z.ZodType<Difference>;

const headingsByTarget = z.record(z.string(), list(text)) satisfies z.ZodType<HeadingsByTarget>;

const answersSchema = named(
  "Answers",
  z.strictObject({ yes: list(text), no: list(text) }),
) satisfies z.ZodType<Answers>;

/** The headings and words that people use in their own tables. */
export const headingsSchema = named(
  "Headings",
  z.strictObject({
    any: headingsByTarget,
    collections: z.record(z.string(), headingsByTarget),
    words: z.record(z.string(), headingsByTarget),
    answers: z.record(z.string(), answersSchema),
    canceled: list(text),
    totals: list(text),
  }),
) satisfies z.ZodType<Headings>;
