/**
 * The shape of the words for people in one language.
 */
import * as z from "zod";
import { collectionNames } from "../evidence/fields";
import { named } from "./registry";

const text = z.string().min(1);
const wording = { label: text.exactOptional(), help: text.exactOptional() };
const grouped = { ...wording, group: text.exactOptional() };

const field = named(
  "FieldWording",
  z.strictObject({ ...grouped, unit: text.exactOptional(), example: text.exactOptional() }),
);
const fields = z.record(text, field).exactOptional();
const collection = named("CollectionWording", z.strictObject({ ...grouped, entry: text.exactOptional(), fields }));
const word = z.union([text, named("Wording", z.strictObject(wording))]);
const answers = z.partialRecord(z.enum(["yes", "no", "none"]), text);
const collections = z.partialRecord(z.enum(collectionNames), collection);

/** The words of one language. */
export const translationSchema = named(
  "Translation",
  z.strictObject({
    $schema: z.string().exactOptional(),
    language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, "write the language by its code, such as es"),
    name: text,
    locale: text.exactOptional(),
    groups: z.record(text, text).exactOptional(),
    applicant: fields,
    collections: collections.exactOptional(),
    endorsement: collection.exactOptional(),
    absence: collection.exactOptional(),
    words: z.record(text, z.record(text, word)).exactOptional(),
    answers: answers.exactOptional(),
    messages: z.record(text, text).exactOptional(),
    rules: z.record(text, text).exactOptional(),
  }),
);
