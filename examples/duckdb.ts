/**
 * Judges applicants by SQL on one machine: DuckDB calls the function that `build-udf` wrote for a warehouse.
 *
 * Run it: `npx endorsement-pathways build-udf --pathways IFS,IMHS --for bigquery --output udf`, then
 * `npx tsx examples/duckdb.ts udf/endorsement-status.js applicants.jsonl 2026-11-23`
 */
import { readFileSync } from "node:fs";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { type DuckDBConnection, DuckDBInstance, DuckDBScalarFunction, VARCHAR } from "@duckdb/node-api";

/** Makes `endorsement_status(applicant, as_of)` known to SQL: an applicant and what it is given, both as JSON in a text. */
export function registerEndorsementStatus(connection: DuckDBConnection, source: string): void {
  const judge = runInContext(`${source};endorsementStatus`, createContext({})) as (
    applicant: unknown,
    asOf: unknown,
  ) => unknown;
  const endorsementStatus = DuckDBScalarFunction.create({
    name: "endorsement_status",
    parameterTypes: [VARCHAR, VARCHAR],
    returnType: VARCHAR,
    mainFunction: (_info, rows, output) => {
      const applicants = rows.getColumnVector(0);
      const days = rows.getColumnVector(1);
      for (let row = 0; row < rows.rowCount; row++) {
        output.setItem(row, JSON.stringify(judge(applicants.getItem(row), days.getItem(row))));
      }
      output.flush();
    },
  });
  connection.registerScalarFunction(endorsementStatus);
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const [, , source = "", applicants = "", asOf = ""] = argv;
  const connection = await (await DuckDBInstance.create()).connect();
  registerEndorsementStatus(connection, readFileSync(source, "utf8"));
  const counted = await connection.runAndReadAll(
    `SELECT states->>'$.IFS.status' AS ifs, count(*)::INTEGER AS applicants
     FROM (SELECT endorsement_status(json::VARCHAR, $asOf) AS states FROM read_json_objects($applicants))
     GROUP BY ifs ORDER BY ifs`,
    { applicants, asOf },
  );
  console.table(counted.getRowObjects());
}
