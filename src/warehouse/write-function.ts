/**
 * Writes a function for a warehouse: the code, the rules of a few pathways, and the SQL around it.
 */
import type { AssociationId } from "../model/applicant";
import type { PathwayId, Rulebook } from "../model/rulebook";
import { digestOf } from "../rules/digest";
import { literal } from "./literal";
import type { RowOptions } from "./row";
import { slimRulebook } from "./slim";

/** What to write. */
export interface FunctionOptions {
  readonly association?: AssociationId;
  readonly pathways: readonly PathwayId[];
  readonly detail: RowOptions["detail"];
}

/** The name of the function in JavaScript. */
export const NAME = "endorsementStatus";

/**
 * Writes the function in JavaScript: `endorsementStatus(applicant, asOf)`.
 *
 * @param core - The code that judges, as it was built.
 * @param version - The version of the package.
 */
export function functionSource(core: string, rulebook: Rulebook, options: FunctionOptions, version: string): string {
  const { association, pathways, detail } = options;
  const whole = digestOf(rulebook, undefined);
  const rules = { ...(detail === "status" ? slimRulebook(rulebook, options) : rulebook), digest: whole };
  const how = { pathways, detail, ...(association !== undefined && { association }) };
  const source = [
    `/* endorsement-pathways ${version}, rules of ${rulebook.version} (${whole.slice(0, 12)}): ${pathways.join(", ")}${association === undefined ? "" : ` in ${association}`}. Advice: only the association decides. */`,
    `var ${NAME}=(function(){"use strict";`,
    core.trim(),
    `return ${CORE}.makeFunction(${literal(JSON.parse(JSON.stringify(rules)))},${JSON.stringify(how)});})();`,
  ].join("\n");
  if (source.includes("$$")) throw new TypeError("the source holds $$, which would end it in SQL");
  return `${source}\n`;
}

/** The name under which the code that judges was built. */
export const CORE = "endorsementCore";

/** How many bytes of source BigQuery takes from storage in one file. */
export const BIGQUERY_BYTES = 1_000_000;

/** The SQL that makes the function in BigQuery, of a file in storage. */
export const bigquerySql = (
  file: string,
): string => `-- Put ${file} into a bucket, and write its address and your data set below.
CREATE OR REPLACE FUNCTION \`PROJECT.DATASET.endorsement_status\`(applicant JSON, as_of STRING)
RETURNS JSON
DETERMINISTIC
LANGUAGE js
OPTIONS (library = ["gs://BUCKET/${file}"])
AS r"""
return ${NAME}(applicant, as_of);
""";

-- What each row is given, and who is eligible:
-- SELECT id, JSON_VALUE(states, "$.IFS.status") AS ifs
-- FROM (SELECT id, \`PROJECT.DATASET.endorsement_status\`(applicant, CAST(CURRENT_DATE() AS STRING)) AS states FROM applicants);
`;

/** How many bytes of source Snowflake recommends at most. */
export const SNOWFLAKE_BYTES = 100_000;

/** The SQL that makes the function in Snowflake, with its source in it; a worker sets it up once. */
export const snowflakeSql = (
  source: string,
): string => `CREATE OR REPLACE FUNCTION endorsement_status(APPLICANT VARIANT, AS_OF VARCHAR)
RETURNS VARIANT
LANGUAGE JAVASCRIPT
IMMUTABLE
AS $$
if (typeof globalThis.${NAME} === "undefined") {
${source.trim()}
globalThis.${NAME} = ${NAME};
}
return globalThis.${NAME}(APPLICANT, AS_OF);
$$;

-- What each row is given, and who is eligible:
-- SELECT id, states:IFS.status::VARCHAR AS ifs
-- FROM (SELECT id, endorsement_status(applicant, TO_VARCHAR(CURRENT_DATE(), 'YYYY-MM-DD')) AS states FROM applicants);
`;
