/** The files for warehouses, as they were built, in the sandboxes in which they run. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env } from "node:process";
import { createContext, runInContext } from "node:vm";
import { DuckDBInstance } from "@duckdb/node-api";
import { getQuickJS } from "quickjs-emscripten";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { registerEndorsementStatus } from "../../examples/duckdb";
import { evaluate } from "../../src/index";
import type { Applicant } from "../../src/model/applicant";
import { BIGQUERY_BYTES, SNOWFLAKE_BYTES } from "../../src/warehouse/write-function";
import { goldenCases } from "../generate/golden-cases";

const folder = mkdtempSync(join(tmpdir(), "warehouse-"));
afterAll(() => rmSync(folder, { recursive: true }));
const read = (name: string) => readFileSync(join(folder, name), "utf8");

const asOf = "2026-11-23";
const options = { asOf, association: "us-wa", pathways: ["IFS", "IMHS"] } as const;
const build = (...args: readonly string[]) =>
  spawnSync(process.execPath, ["dist/cli.js", "build-udf", "--output", folder, ...args], { encoding: "utf8" });

const applicants = goldenCases()
  .filter(({ expected }) => "IFS" in expected || "IMHS" in expected)
  .map(({ applicant }) => applicant)
  .filter((_, index) => index % 4 === 0);

function statesOf(applicant: Applicant): unknown {
  const { pathways } = evaluate(applicant, { ...options, detail: "status" });
  return Object.fromEntries(
    pathways.map(({ pathway, status, stages, requirements }) => [
      pathway,
      { status, stages, requirements: Object.fromEntries(requirements.map((one) => [one.id, one.status])) },
    ]),
  );
}

const expected = applicants.map(statesOf);
const asWarehousesDo = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

beforeAll(() => {
  const { status, stderr } = build("--association", "us-wa", "--pathways", "IFS,IMHS", "--detail", "status");
  expect(stderr).toContain("of source");
  expect(status).toBe(0);
});

describe("the sizes that warehouses take", () => {
  test("are kept", () => {
    expect(statSync(join(folder, "endorsement-status.js")).size).toBeLessThanOrEqual(SNOWFLAKE_BYTES);
    expect(statSync(join(folder, "snowflake.sql")).size).toBeLessThanOrEqual(SNOWFLAKE_BYTES);
    expect(statSync("dist/endorsement-pathways.global.js").size).toBeLessThanOrEqual(BIGQUERY_BYTES);
  });

  test("are told where the source is longer", () => {
    const { status, stderr } = build("--pathways", "IFS", "--detail", "account", "--output", join(folder, "long"));
    expect(status).toBe(0);
    expect(stderr.replaceAll(/\s+/g, " ")).toContain("Snowflake recommends at most 100 kB");
  });
});

describe("a bare context, as BigQuery has", () => {
  test("judges each row by the library in storage and the body in SQL", () => {
    const context = createContext({});
    runInContext(read("endorsement-status.js"), context);
    const body = /r"""\n([\s\S]*?)"""/.exec(read("bigquery.sql"))?.[1] ?? "";
    const judge = runInContext(`(function (applicant, as_of) {${body}})`, context) as (...args: unknown[]) => unknown;
    expect(applicants.map((one) => asWarehousesDo(judge(one, asOf)))).toEqual(expected);
    expect(Object.keys(context)).toEqual(["endorsementStatus"]);
  });

  test("holds the whole library, which gives the same verdicts", () => {
    const context = createContext({});
    runInContext(readFileSync("dist/endorsement-pathways.global.js", "utf8"), context);
    const run = runInContext(
      `(function (text, options) {
        const { evaluate, parseApplicant } = endorsementPathways;
        return JSON.stringify(evaluate(parseApplicant(JSON.parse(text)), JSON.parse(options)));
      })`,
      context,
    ) as (text: string, options: string) => string;
    for (const applicant of applicants.slice(0, 40)) {
      const verdict = JSON.parse(run(JSON.stringify(applicant), JSON.stringify(options)));
      expect(verdict).toEqual(asWarehousesDo(evaluate(applicant, options)));
    }
  });
});

describe("a worker of Snowflake", () => {
  test("sets the function up once, and judges each row", () => {
    const body = /\$\$\n([\s\S]*)\$\$;/.exec(read("snowflake.sql"))?.[1] ?? "";
    // the body is read anew for each row
    const rows = createContext({ body });
    const judge = runInContext(
      "(function (APPLICANT, AS_OF) { return new Function('APPLICANT', 'AS_OF', body)(APPLICANT, AS_OF); })",
      rows,
    ) as (applicant: unknown, asOf: string) => unknown;
    const some = applicants.slice(0, 40);
    expect(asWarehousesDo(judge(some[0], asOf))).toEqual(expected[0]);
    const setUp = runInContext("globalThis.endorsementStatus", rows) as unknown;
    expect(some.map((one) => asWarehousesDo(judge(one, asOf)))).toEqual(expected.slice(0, 40));
    expect(runInContext("globalThis.endorsementStatus", rows)).toBe(setUp);
  });
});

describe("QuickJS, another engine with little memory and a small stack", () => {
  test("judges each row", async () => {
    const runtime = (await getQuickJS()).newRuntime();
    runtime.setMemoryLimit(32 * 1024 * 1024);
    runtime.setMaxStackSize(256 * 1024);
    const context = runtime.newContext();
    context.unwrapResult(context.evalCode(read("endorsement-status.js"))).dispose();
    const some = applicants.slice(0, 60);
    for (const [index, applicant] of some.entries()) {
      const call = `JSON.stringify(endorsementStatus(${JSON.stringify(applicant)}, "${asOf}"))`;
      const result = context.unwrapResult(context.evalCode(call));
      expect(JSON.parse(context.getString(result))).toEqual(expected[index]);
      result.dispose();
    }
    context.dispose();
    runtime.dispose();
  });
});

describe("DuckDB", () => {
  // 100,000 rows take half a minute of a machine that has nothing else to do
  const ROWS = Number(env["WAREHOUSE_ROWS"] ?? 5000);

  test(`judges ${ROWS} rows by SQL, and counts what the library counts`, async () => {
    const file = join(folder, "applicants.jsonl");
    const some = applicants.slice(0, 200);
    const lines = some.map((applicant) => JSON.stringify(applicant));
    writeFileSync(file, Array.from({ length: ROWS }, (_, index) => lines[index % lines.length]).join("\n"));
    const connection = await (await DuckDBInstance.create()).connect();
    registerEndorsementStatus(connection, read("endorsement-status.js"));
    const counted = await connection.runAndReadAll(
      `SELECT states->>'$.IFS.status' AS ifs, states->>'$.IMHS.requirements.rsc' AS rsc, count(*)::INTEGER AS rows
       FROM (SELECT endorsement_status(json::VARCHAR, $asOf) AS states FROM read_json_objects($file))
       GROUP BY ALL ORDER BY ALL`,
      { asOf, file },
    );
    const counts = new Map<string, number>();
    for (let row = 0; row < ROWS; row++) {
      const states = expected[row % some.length] as Record<string, { status: string; requirements: { rsc: string } }>;
      const name = `${states["IFS"]?.status} ${states["IMHS"]?.requirements.rsc}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const rows = counted.getRowObjects();
    expect(rows.reduce((sum, row) => sum + Number(row["rows"]), 0)).toBe(ROWS);
    expect(new Map(rows.map((row) => [`${row["ifs"]} ${row["rsc"]}`, Number(row["rows"])]))).toEqual(counts);
    expect(counts.size).toBeGreaterThan(2);
  }, 900_000);

  test("a row that cannot be judged does not end the query", async () => {
    const connection = await (await DuckDBInstance.create()).connect();
    registerEndorsementStatus(connection, read("endorsement-status.js"));
    const result = await connection.runAndReadAll(
      `SELECT endorsement_status(row, '${asOf}') AS states FROM (VALUES ('{"work":3}'), ('{'), ('{}')) AS rows(row)`,
    );
    const [wrong, none, right] = result.getRows().map(([states]) => JSON.parse(String(states)) as object);
    expect(wrong).toMatchObject({ issues: [{ pointer: "/work" }] });
    expect(none).toMatchObject({ issues: [{ code: "no-json" }] });
    expect(right).toEqual(statesOf({}));
  });
});
