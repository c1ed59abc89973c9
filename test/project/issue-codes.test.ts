/** Codes of issues are a promise: none is listed that nothing reports. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { applicantIssueCodes, rulebookIssueCodes } from "../../src/base/errors";

const source = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && name.replaceAll("\\", "/") !== "base/errors.ts")
  .map((name) => readFileSync(`src/${name}`, "utf8"))
  .join("\n");

test.for([...Object.keys(applicantIssueCodes), ...Object.keys(rulebookIssueCodes)])("%s is reported", (code) => {
  expect(source.includes(`"${code}"`)).toBe(true);
});
