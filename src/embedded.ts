/**
 * The embedded rulebook: the one importer of `rules/`.
 */
import conditions from "../rules/conditions.json";
import credentials from "../rules/credentials.json";
import equivalences from "../rules/equivalences.json";
import endorsedReflectiveSupervisor from "../rules/pathways/endorsed-reflective-supervisor.json";
import familyAssociate from "../rules/pathways/family-associate.json";
import familyReflectiveSupervisor from "../rules/pathways/family-reflective-supervisor.json";
import familySpecialist from "../rules/pathways/family-specialist.json";
import mentalHealthSpecialist from "../rules/pathways/mental-health-specialist.json";
import mentorClinical from "../rules/pathways/mentor-clinical.json";
import mentorPolicy from "../rules/pathways/mentor-policy.json";
import mentorResearchFaculty from "../rules/pathways/mentor-research-faculty.json";
import renamed from "../rules/renamed.json";
import rulebook from "../rules/rulebook.json";
import sources from "../rules/sources.json";
import { deepFreeze } from "./freeze";
import type { Rulebook } from "./rulebook";

const pathways = {
  "endorsed-reflective-supervisor": endorsedReflectiveSupervisor,
  "family-associate": familyAssociate,
  "family-reflective-supervisor": familyReflectiveSupervisor,
  "family-specialist": familySpecialist,
  "mental-health-specialist": mentalHealthSpecialist,
  "mentor-clinical": mentorClinical,
  "mentor-policy": mentorPolicy,
  "mentor-research-faculty": mentorResearchFaculty,
};

const associations = {};

let embedded: Rulebook | undefined;

/** The rules of this package, frozen. A test parses them; here they are taken as they stand. */
export function embeddedRulebook(): Rulebook {
  // JSON imports know words only as strings
  const data = { ...rulebook, pathways, conditions, equivalences, credentials, sources, renamed, associations };
  return (embedded ??= deepFreeze(data as unknown as Rulebook));
}
