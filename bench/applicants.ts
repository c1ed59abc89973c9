/** Many applicants of whom no two are alike, as a pipeline meets them: what is warm for one is not for the next. */
import type { Applicant } from "../src/model/applicant";
import { standardApplicant } from "./standard-applicant";

/** Makes applicants like the standard one, each with other hours, providers, gaps and jobs. */
export const manyApplicants = (count: number): readonly Applicant[] =>
  Array.from({ length: count }, (_, at) => variant(at));

function variant(at: number): Applicant {
  const { work = [], training = [], supervisionReceived = [], references = [], ...rest } = standardApplicant;
  return {
    ...rest,
    work: work.map((job, index) => ({ ...job, paid: (at + index) % 7 !== 0, families: (at + index) % 6 })),
    training: training.slice(at % 5).map((one, index) => ({ ...one, hours: 1 + ((at * 7 + index) % 4) })),
    supervisionReceived: supervisionReceived.map((one, index) => ({
      ...one,
      hours: 0.5 + ((at + index) % 3) / 2,
      provider: (at + index) % 11 === 0 ? "specialist" : "mentor",
    })),
    references: references.slice(at % 4 === 0 ? 1 : 0),
  };
}
