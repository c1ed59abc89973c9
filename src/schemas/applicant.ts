/**
 * The shape of an applicant in zod, made from the fields of the collections.
 */
import * as z from "zod";
import { firstDay } from "../base/calendar";
import { isPlace } from "../base/known-places";
import type { Field } from "../evidence/field";
import {
  ASSOCIATION,
  absenceFields,
  applicantFields,
  collectionNames,
  fields,
  PLACE,
  standingFields,
} from "../evidence/fields";
import type { Applicant, CollectionName } from "../model/applicant";
import { named } from "./registry";

const day = z
  .string()
  .regex(new RegExp(`^(?:${z.regexes.date.source.slice(1, -1)}|\\d{4}(?:-(?:0[1-9]|1[0-2]))?)$`), { abort: true })
  .refine((text) => !Number.isNaN(firstDay(text)));
const place = z.string().regex(PLACE, { abort: true }).refine(isPlace);
const months = z.int().min(0);
const range = z.tuple([months, months]).refine(([from, to]) => from <= to);
const ages = z.union([range, z.array(range).min(1)]);

function numberOf({ least, most, above, whole }: Field): z.ZodType {
  let schema = whole ? z.int() : z.number();
  if (least !== undefined) schema = above ? schema.gt(least) : schema.min(least);
  return most === undefined ? schema : schema.max(most);
}

function schemaOf(field: Field): z.ZodType {
  switch (field.type) {
    case "day":
      return day;
    case "number":
      return numberOf(field);
    case "boolean":
      return z.boolean();
    case "word":
      return z.enum(field.words ?? []);
    case "words":
      return z.array(z.enum(field.words ?? []));
    case "ages":
      return ages;
    case "association":
      return z.string().regex(ASSOCIATION);
    case "place":
      return place;
    case "texts":
      return z.array(z.string().min(1));
    case "standings":
      return z.array(entrySchema("Standing", standingFields));
    case "absences":
      return z.array(entrySchema("Absence", absenceFields));
    case "person":
    case "text":
      return z.string().min(1);
  }
}

function shapeOf(all: Readonly<Record<string, Field>>): Readonly<Record<string, z.ZodType>> {
  return Object.fromEntries(
    Object.entries(all).map(([key, field]) => {
      const schema = schemaOf(field);
      return [key, field.needed ? schema : schema.exactOptional()];
    }),
  );
}

const entrySchema = (name: string, all: Readonly<Record<string, Field>>): z.ZodType =>
  named(name, z.strictObject(shapeOf(all)));

/** The interface of the entries of each collection, which is their name in the JSON Schemas. */
export const entryNames: Readonly<Record<CollectionName, string>> = {
  people: "Person",
  education: "Education",
  credentials: "Credential",
  work: "Work",
  training: "Training",
  supervisionReceived: "Supervision",
  supervisionProvided: "SupervisionProvided",
  leadership: "Leadership",
  references: "Reference",
  exams: "Exam",
  memberships: "Membership",
  attestations: "Attestation",
  applications: "Application",
  decisions: "Decision",
};

const collections = Object.fromEntries(
  collectionNames.map((name) => [name, z.array(entrySchema(entryNames[name], fields[name])).exactOptional()]),
);

/** The schema of an applicant. */
export const applicantSchema = named(
  "Applicant",
  z.strictObject({
    $schema: z.string().exactOptional(),
    ...shapeOf(applicantFields),
    ...collections,
  }),
) as unknown as z.ZodType<Applicant>;
