/** The words for people: English has all of them, no language has words for what is not there, and none is empty. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { applicantFields, collectionNames, fields, standingFields } from "../../src/evidence/fields";
import * as vocabularies from "../../src/model/applicant";
import type { FieldWording, Translation, Wording } from "../../src/model/translation";
import { BASE_LANGUAGE, translations } from "../../src/rules/translations";
import { translationSchema } from "../../src/schemas/translation";

const FOLDER = "rules/translations";
const english = translations[BASE_LANGUAGE] as Translation;

/** Every place that can be worded. */
const places: ReadonlySet<string> = new Set([
  ...Object.keys(applicantFields).map((name) => `applicant.${name}`),
  ...collectionNames.flatMap((name) => [
    `collections.${name}`,
    ...Object.keys(fields[name]).map((field) => `collections.${name}.${field}`),
  ]),
  "endorsement",
  ...Object.keys(standingFields).map((name) => `endorsement.${name}`),
  ...Object.entries(vocabularies).flatMap(([name, words]) => words.map((word) => `words.${name}.${word}`)),
]);

/** What a language words, by place. */
function wordings({ applicant = {}, collections = {}, endorsement, words = {} }: Translation): Map<string, Wording> {
  const all = new Map<string, Wording>();
  const addFields = (at: string, own: Readonly<Record<string, FieldWording>> = {}) => {
    for (const [name, wording] of Object.entries(own)) all.set(`${at}.${name}`, wording);
  };
  addFields("applicant", applicant);
  for (const [name, collection] of Object.entries(collections)) {
    all.set(`collections.${name}`, collection);
    addFields(`collections.${name}`, collection.fields);
  }
  if (endorsement) all.set("endorsement", endorsement);
  addFields("endorsement", endorsement?.fields);
  for (const [name, list] of Object.entries(words)) {
    for (const [word, wording] of Object.entries(list)) {
      all.set(`words.${name}.${word}`, typeof wording === "string" ? { label: wording } : wording);
    }
  }
  return all;
}

test("every file is a language, under its code", () => {
  const files = readdirSync(FOLDER).map((file) => file.replace(".json", ""));
  expect(Object.keys(translations).sort()).toEqual(files.sort());
  for (const [code, { language }] of Object.entries(translations)) expect(language).toBe(code);
});

describe.for(Object.entries(translations))("%s", ([code, translation]) => {
  test("has the shape of its schema", () => {
    const json: unknown = JSON.parse(readFileSync(`${FOLDER}/${code}.json`, "utf8"));
    expect(translationSchema.safeParse(json).error?.issues ?? []).toEqual([]);
  });

  test("words nothing that is not there", () => {
    expect([...wordings(translation).keys()].filter((at) => !places.has(at))).toEqual([]);
  });

  test("explains in sentences, and names without a full stop", () => {
    for (const [at, { label, help }] of wordings(translation)) {
      if (label !== undefined) expect(label, at).toMatch(/^[^\s].*[^\s.:]$/);
      if (help !== undefined) expect(help, at).toMatch(/^[A-ZÁÉÍÓÚÑ¿¡0-9].*[.?!]$/);
    }
  });

  test("gives no two words of a vocabulary one name", () => {
    for (const [name, words] of Object.entries(translation.words ?? {})) {
      const labels = Object.values(words).map((word) => (typeof word === "string" ? word : word.label));
      expect(new Set(labels).size, name).toBe(labels.length);
    }
  });
});

describe("English", () => {
  const all = wordings(english);

  test("names whatever can be named", () => {
    expect([...places].filter((at) => !all.get(at)?.label)).toEqual([]);
  });

  test("explains every collection and field", () => {
    const unexplained = [...places].filter((at) => !at.startsWith("words.") && !all.get(at)?.help);
    expect(unexplained).toEqual([]);
  });

  test("puts every collection into a group that is named, and uses every group", () => {
    const groups = Object.keys(english.groups ?? {});
    const used = new Set([...all.values()].flatMap((wording) => ("group" in wording ? [wording.group] : [])));
    expect([...used].sort()).toEqual([...groups].sort());
    for (const name of collectionNames) expect(english.collections?.[name]?.group, name).toBeDefined();
  });

  test("says what numbers are numbers of", () => {
    const numbers = collectionNames.flatMap((name) =>
      Object.entries(fields[name]).flatMap(([field, { type }]) => (type === "number" ? [`${name}.${field}`] : [])),
    );
    const bare = numbers.filter((at) => !("unit" in (all.get(`collections.${at}`) ?? {})));
    expect(bare).toEqual(["exams.part"]);
  });
});
