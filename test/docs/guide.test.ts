/** Every program of the guide gives what stands beside it. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as batch from "../../src/batch";
import * as explaining from "../../src/explain";
import * as forms from "../../src/forms";
import * as tables from "../../src/import";
import * as library from "../../src/index";
import * as engine from "../../src/json-rules-engine";
import * as schema from "../../src/schema";
import { claimsOf } from "./example";

const modules = {
  "endorsement-pathways": library,
  "endorsement-pathways/batch": batch,
  "endorsement-pathways/explain": explaining,
  "endorsement-pathways/forms": forms,
  "endorsement-pathways/import": tables,
  "endorsement-pathways/json-rules-engine": engine,
  "endorsement-pathways/schema": schema,
};

describe("the guide", () => {
  const text = readFileSync("docs/site/developers/guide.md", "utf8");
  const blocks = [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(({ 1: language = "", 2: code = "" }) => ({
    language,
    code,
  }));

  test.for(blocks.filter(({ language }) => language === "ts").map(({ code }, at) => [at + 1, code] as const))(
    "program %i",
    async ([, code]) => {
      const claims = await claimsOf(code, modules);
      expect(claims.length).toBeGreaterThan(0);
      for (const { code: what, value, expected } of claims) expect(value, what).toEqual(expected);
    },
  );

  test("has programs, and commands that are no programs", () => {
    expect(new Set(blocks.map(({ language }) => language))).toEqual(new Set(["sh", "ts"]));
  });
});
