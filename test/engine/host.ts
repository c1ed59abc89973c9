/** What tests of the engine share. */
import type { CreateEngineOptions } from "../../src/json-rules-engine";
import type { Applicant } from "../../src/model/applicant";

export const applicant: Applicant = {
  attestations: [{ kind: "code-of-ethics", signed: "2025-01-01" }],
  training: [
    { date: "2025-01-01", hours: 30, topics: [] },
    { date: "2025-02-01", hours: 3, topics: ["diversity-equity-inclusion"] },
  ],
};
export const options = { asOf: "2026-01-01", pathways: ["IFA"] } as const satisfies CreateEngineOptions;
