/**
 * The shape of golden cases in zod, for their JSON Schema and for tests.
 */
import * as z from "zod";
import type { GoldenFile } from "../cases/golden";
import { stages } from "../model/rulebook";
import { pathwayStatuses, truths } from "../model/verdict";
import { applicantSchema } from "./applicant";
import { named } from "./registry";
import { association, associationId, day, dictionary, id, list, pathwayId, some, sources, text } from "./rulebook";

const truth = z.enum(truths);

const expectedGap = named(
  "ExpectedGap",
  z.strictObject({ amount: z.number().gt(0), unit: text, slot: id.exactOptional() }),
);

const expectedRequirement = named(
  "ExpectedRequirement",
  z.strictObject({
    status: truth,
    route: id.exactOptional(),
    equivalences: list(id).exactOptional(),
    gaps: list(expectedGap).exactOptional(),
    origin: association.exactOptional(),
  }),
);

const expectedPathway = named(
  "ExpectedPathway",
  z.strictObject({
    status: z.enum(pathwayStatuses).exactOptional(),
    name: text.exactOptional(),
    stages: z.partialRecord(z.enum(stages), truth).readonly().exactOptional(),
    requirements: dictionary(z.union([truth, expectedRequirement, z.null()])).exactOptional(),
    questions: list(text).exactOptional(),
    replacedBy: list(pathwayId).exactOptional(),
    due: day.exactOptional(),
    cycleEnds: day.exactOptional(),
  }),
);

const goldenCase = named(
  "GoldenCase",
  z.strictObject({
    id,
    description: text,
    sources,
    applicant: applicantSchema,
    options: z.strictObject({ asOf: day, association: associationId.exactOptional() }),
    expected: dictionary(expectedPathway),
  }),
);

/** A file of golden cases. */
export const goldenFileSchema = named(
  "GoldenFile",
  z.strictObject({ $schema: z.string().exactOptional(), title: text, cases: some(goldenCase) }),
) satisfies z.ZodType<GoldenFile>;
