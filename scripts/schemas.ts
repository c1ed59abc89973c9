/**
 * Writes the JSON Schemas in `rules/schema/`, and the ids of what ships as types: `npm run schemas`. With `--check` it writes nothing and fails if one is stale.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import * as z from "zod";
import { embeddedRulebook } from "../src/rules/embedded";
import { BASE_LANGUAGE, translations } from "../src/rules/translations";
import { applicantSchema } from "../src/schemas/applicant";
import { goldenFileSchema } from "../src/schemas/cases";
import { registry } from "../src/schemas/registry";
import {
  credentialTypeSchema,
  equivalenceSchema,
  ID,
  namedConditionSchema,
  overlayFileSchema,
  pathwayFileSchema,
  placeRuleSchema,
  renamingSchema,
  routeSchema,
  rulebookFileSchema,
  rulebookSchema,
  sharedRequirementSchema,
  sourceSchema,
  writtenQuestion,
} from "../src/schemas/rulebook";
import { translationSchema } from "../src/schemas/translation";
import { verdictSchema } from "../src/schemas/verdict";
import { differenceSchema, headingsSchema, registeredSchema } from "./author-schemas";
import { type Documentation, describe, readDocumentation } from "./documented";
import { addWords } from "./schema-words";

type JsonSchema = z.core.JSONSchema.JSONSchema;

const FOLDER = "rules/schema";

const MODULES = [
  "model/applicant",
  "model/language",
  "model/rulebook",
  "model/overlay",
  "model/verdict",
  "model/translation",
  "model/headings",
  "cases/golden",
]
  .map((name) => `src/${name}.ts`)
  .concat("scripts/author-schemas.ts");

/** The files, each with its schema and the interface that it is the schema of. */
const FILES = {
  applicant: { schema: applicantSchema, of: "Applicant" },
  rulebook: { schema: rulebookSchema, of: "Rulebook" },
  "pathway-file": { schema: pathwayFileSchema, of: "PathwayFile" },
  overlay: { schema: overlayFileSchema, of: "OverlayFile" },
  verdict: { schema: verdictSchema, of: "AnyVerdict" },
  cases: { schema: goldenFileSchema, of: "GoldenFile" },
  translation: { schema: translationSchema, of: "Translation" },
  "rulebook-file": { schema: rulebookFileSchema, of: "RulebookFile" },
  requirements: { schema: sharedRequirementSchema, of: "SharedRequirement", as: "names" },
  routes: { schema: routeSchema, of: "WrittenRoute", as: "names" },
  questions: { schema: writtenQuestion, of: "WrittenQuestion", as: "list" },
  conditions: { schema: namedConditionSchema, of: "NamedCondition", as: "list" },
  equivalences: { schema: equivalenceSchema, of: "Equivalence", as: "list" },
  credentials: { schema: credentialTypeSchema, of: "CredentialType", as: "list" },
  sources: { schema: sourceSchema, of: "WrittenSource", as: "list" },
  places: { schema: placeRuleSchema, of: "PlaceRule", as: "list" },
  renamed: { schema: renamingSchema, of: "Renaming", as: "list" },
  register: { schema: registeredSchema, of: "Registered", as: "list" },
  differences: { schema: differenceSchema, of: "Difference", as: "list" },
  headings: { schema: headingsSchema, of: "Headings" },
} as const satisfies Readonly<Record<string, SchemaFile>>;

/** A schema file: of one thing, of a list of them, or of them by name. */
interface SchemaFile {
  readonly schema: z.ZodType;
  /** The interface that it is the schema of. */
  readonly of: string;
  readonly as?: "list" | "names";
}

/** The JSON Schemas by the name of their file. */
export function jsonSchemas(): ReadonlyMap<string, JsonSchema> {
  const documentation = readDocumentation(MODULES);
  const files = new Map(
    Object.entries<SchemaFile>(FILES).map(([name, { schema, of, as }]) => [
      `${name}.schema.json`,
      many(jsonSchema(documentation, name, schema, of), as),
    ]),
  );
  addWords(files.get("applicant.schema.json") as JsonSchema, BASE_LANGUAGE);
  for (const language of Object.keys(translations)) {
    if (language !== BASE_LANGUAGE) files.set(`applicant.${language}.schema.json`, inLanguage(documentation, language));
  }
  return files;
}

/** The schema of an applicant with the words of a language. */
function inLanguage(documentation: Documentation, language: string): JsonSchema {
  const { schema, of } = FILES.applicant;
  const whole = jsonSchema(documentation, `applicant:${language}`, schema, of);
  addWords(whole, language);
  return whole;
}

function jsonSchema(documentation: Documentation, name: string, schema: z.ZodType, of: string): JsonSchema {
  const generated = z.toJSONSchema(schema, { metadata: registry, io: "input", override: withoutNoise });
  const { $schema, $ref, $defs } = withoutAliases(generated as JsonSchema);
  const whole = { $schema, $id: `urn:endorsement-pathways:schema:${name}`, title: of, $ref, $defs } as JsonSchema;
  const missing = describe(documentation, whole, of);
  if (missing.length === 0) return whole;
  throw new Error(`without a docstring in its interface: ${missing.join(", ")}; write one`);
}

/** The schema of a list of things, or of things by name. */
function many({ $ref, $defs, ...head }: JsonSchema, as: SchemaFile["as"]): JsonSchema {
  if (as === undefined) return { ...head, $ref, $defs } as JsonSchema;
  const whole = as === "list" ? { type: "array", items: { $ref } } : namesOf($ref);
  return { ...head, ...whole, $defs } as JsonSchema;
}

const namesOf = ($ref: string | undefined) => ({
  type: "object",
  propertyNames: { pattern: ID.source },
  additionalProperties: { $ref },
});

/** `readOnly` is about databases: here it would only say that a type of TypeScript is. */
function withoutNoise({ jsonSchema }: { jsonSchema: JsonSchema }): void {
  delete jsonSchema.readOnly;
}

/** Schemas that refer to themselves have a definition that is only another name: `__schema0` of `Condition`. */
function withoutAliases(schema: JsonSchema): JsonSchema {
  const text = JSON.stringify(schema);
  const aliases = Object.entries(schema.$defs ?? {}).filter(([name]) => name.startsWith("__"));
  const direct = aliases.reduce(
    (all, [name, { $ref = "" }]) => all.replaceAll(`"#/$defs/${name}"`, JSON.stringify($ref)),
    text,
  );
  const whole = JSON.parse(direct) as JsonSchema;
  for (const [name] of aliases) delete whole.$defs?.[name];
  return whole;
}

/** The ids that ship, as types. */
function shippedIds(): string {
  const { order, associations } = embeddedRulebook();
  const union = (ids: readonly string[]) => ids.map((id) => `\n  | "${id}"`).join("");
  return [
    "/**",
    " * The ids of what ships, as types: JSON that is imported knows them only as strings. `npm run schemas` writes this file",
    " * from `rules/`.",
    " */",
    "",
    "/** The id of a pathway that ships. */",
    `export type ShippedPathwayId =${union(order)};`,
    "",
    "/** The id of an association whose rules ship. */",
    `export type ShippedAssociationId =${union(Object.keys(associations))};`,
    "",
  ].join("\n");
}

function main(check: boolean): void {
  const stale: string[] = [];
  mkdirSync(FOLDER, { recursive: true });
  const schemas = [...jsonSchemas()].map(([file, schema]) => ({
    path: `${FOLDER}/${file}`,
    text: `${JSON.stringify(schema, null, 2)}\n`,
  }));
  for (const { path, text } of [...schemas, { path: "src/model/ids.ts", text: shippedIds() }]) {
    if (textOf(path) === text) continue;
    stale.push(path);
    if (!check) writeFileSync(path, text);
  }
  console.log(stale.length === 0 ? "The schemas are fresh." : `${check ? "Stale" : "Written"}: ${stale.join(", ")}`);
  if (check && stale.length > 0) {
    console.log("Run npm run schemas, and commit what it writes.");
    process.exitCode = 1;
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

if (process.argv[1]?.endsWith("schemas.ts")) main(process.argv.includes("--check"));
