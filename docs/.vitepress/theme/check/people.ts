/** The people whom a form names. */
import type { Applicant } from "endorsement-pathways";
import { withPerson } from "../../../../src/explain/told";

/** Finds a person by name, or adds one. */
export function withNamed(applicant: Applicant, name: string): ReturnType<typeof withPerson> {
  const known = applicant.people?.find((person) => person.name === name || person.id === name);
  return known === undefined ? withPerson(applicant, name) : { applicant, id: known.id };
}
