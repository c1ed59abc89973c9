/**
 * Words for people in the JSON Schema of an applicant: titles, explanations, examples, and each word of a vocabulary as a
 * `const` with its `title`, so that form libraries and editors show them.
 */
import type * as z from "zod";
import { type FormField, type FormWord, formFields } from "../src/explain/form";
import { entryNames } from "../src/schemas/applicant";

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** Puts the words of a language into a JSON Schema that has an applicant among its definitions, in place. */
export function addWords(schema: JsonSchema, language: string): void {
  for (const field of formFields({ language })) {
    const { collection } = field;
    const owner = definition(schema, collection === undefined ? "Applicant" : entryNames[collection.name]);
    addTo(propertyOf(owner, field.name), field);
    const part = field.type === "absences" ? "Absence" : "Standing";
    for (const own of field.fields ?? []) addTo(propertyOf(definition(schema, part), own.name), own);
    if (collection === undefined) continue;
    const { label, entry, help } = collection;
    Object.assign(owner, { title: entry, description: help });
    Object.assign(propertyOf(definition(schema, "Applicant"), collection.name), { title: label, description: help });
  }
}

function definition({ $defs }: JsonSchema, name: string): JsonSchema {
  const found = $defs?.[name];
  if (found === undefined) throw new Error(`the schema has no definition ${name}`);
  return found;
}

function propertyOf({ properties }: JsonSchema, name: string): JsonSchema {
  const found = properties?.[name];
  if (typeof found !== "object") throw new Error(`the schema has no property ${name}`);
  return found;
}

function addTo(property: JsonSchema, { type, label, help, example, words }: FormField): void {
  const plain = type === "number" || type === "text" || type === "place" || type === "association" || type === "person";
  const examples = example === undefined || !plain ? {} : { examples: [type === "number" ? Number(example) : example] };
  Object.assign(property, { title: label, description: help, ...examples });
  // a form shows the title of the way in which it is told
  for (const way of property.anyOf ?? []) Object.assign(way, { title: label });
  if (words === undefined) return;
  const choice = property.type === "array" ? (property.items as JsonSchema) : property;
  delete choice.enum;
  choice.oneOf = words.map(constant);
}

const constant = ({ value, label, help }: FormWord): JsonSchema => ({
  const: value,
  title: label,
  ...(help !== undefined && { description: help }),
});
