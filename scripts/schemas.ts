/**
 * Writes the JSON Schemas in `rules/schema/`: `npm run schemas`. With `--check` it writes nothing and fails if one is stale.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import * as z from "zod";
import { BASE_LANGUAGE, translations } from "../src/rules/translations";
import { applicantSchema } from "../src/schemas/applicant";
import { goldenFileSchema } from "../src/schemas/cases";
import { registry } from "../src/schemas/registry";
import { overlaySchema, pathwayFileSchema, rulebookSchema } from "../src/schemas/rulebook";
import { translationSchema } from "../src/schemas/translation";
import { verdictSchema } from "../src/schemas/verdict";
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
  "cases/golden",
].map((name) => `src/${name}.ts`);

/** The files, each with its schema and the interface that it is the schema of. */
const FILES = {
  applicant: { schema: applicantSchema, of: "Applicant" },
  rulebook: { schema: rulebookSchema, of: "Rulebook" },
  "pathway-file": { schema: pathwayFileSchema, of: "PathwayFile" },
  overlay: { schema: overlaySchema, of: "Overlay" },
  verdict: { schema: verdictSchema, of: "Verdict" },
  cases: { schema: goldenFileSchema, of: "GoldenFile" },
  translation: { schema: translationSchema, of: "Translation" },
} as const;

/** The JSON Schemas by the name of their file. */
export function jsonSchemas(): ReadonlyMap<string, JsonSchema> {
  const documentation = readDocumentation(MODULES);
  const files = new Map(
    Object.entries(FILES).map(([name, { schema, of }]) => [
      `${name}.schema.json`,
      jsonSchema(documentation, name, schema, of),
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

function main(check: boolean): void {
  const stale: string[] = [];
  mkdirSync(FOLDER, { recursive: true });
  for (const [file, schema] of jsonSchemas()) {
    const path = `${FOLDER}/${file}`;
    const text = `${JSON.stringify(schema, null, 2)}\n`;
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
