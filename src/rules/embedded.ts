/**
 * The embedded rulebook: the one importer of `rules/`.
 */
import alliance from "../../rules/associations/alliance.json";
import auWa from "../../rules/associations/au-wa.json";
import ie from "../../rules/associations/ie.json";
import usAk from "../../rules/associations/us-ak.json";
import usAl from "../../rules/associations/us-al.json";
import usAz from "../../rules/associations/us-az.json";
import usCo from "../../rules/associations/us-co.json";
import usCt from "../../rules/associations/us-ct.json";
import usFl from "../../rules/associations/us-fl.json";
import usGa from "../../rules/associations/us-ga.json";
import usHi from "../../rules/associations/us-hi.json";
import usIa from "../../rules/associations/us-ia.json";
import usId from "../../rules/associations/us-id.json";
import usIn from "../../rules/associations/us-in.json";
import usKs from "../../rules/associations/us-ks.json";
import usMa from "../../rules/associations/us-ma.json";
import usMi from "../../rules/associations/us-mi.json";
import usMn from "../../rules/associations/us-mn.json";
import usMo from "../../rules/associations/us-mo.json";
import usNc from "../../rules/associations/us-nc.json";
import usNe from "../../rules/associations/us-ne.json";
import usNj from "../../rules/associations/us-nj.json";
import usNm from "../../rules/associations/us-nm.json";
import usNy from "../../rules/associations/us-ny.json";
import usOk from "../../rules/associations/us-ok.json";
import usOr from "../../rules/associations/us-or.json";
import usPa from "../../rules/associations/us-pa.json";
import usRi from "../../rules/associations/us-ri.json";
import usSc from "../../rules/associations/us-sc.json";
import usTn from "../../rules/associations/us-tn.json";
import usTx from "../../rules/associations/us-tx.json";
import usVa from "../../rules/associations/us-va.json";
import usWa from "../../rules/associations/us-wa.json";
import usWi from "../../rules/associations/us-wi.json";
import usWv from "../../rules/associations/us-wv.json";
import conditions from "../../rules/conditions.json";
import credentials from "../../rules/credentials.json";
import equivalences from "../../rules/equivalences.json";
import endorsedReflectiveSupervisor from "../../rules/pathways/endorsed-reflective-supervisor.json";
import familyAssociate from "../../rules/pathways/family-associate.json";
import familyReflectiveSupervisor from "../../rules/pathways/family-reflective-supervisor.json";
import familySpecialist from "../../rules/pathways/family-specialist.json";
import mentalHealthSpecialist from "../../rules/pathways/mental-health-specialist.json";
import mentorClinical from "../../rules/pathways/mentor-clinical.json";
import mentorPolicy from "../../rules/pathways/mentor-policy.json";
import mentorResearchFaculty from "../../rules/pathways/mentor-research-faculty.json";
import reinstatement from "../../rules/pathways/reinstatement.json";
import renewal from "../../rules/pathways/renewal.json";
import scholarship from "../../rules/pathways/scholarship.json";
import transfer from "../../rules/pathways/transfer.json";
import places from "../../rules/places.json";
import questions from "../../rules/questions.json";
import renamed from "../../rules/renamed.json";
import requirements from "../../rules/requirements.json";
import routes from "../../rules/routes.json";
import rulebook from "../../rules/rulebook.json";
import sources from "../../rules/sources.json";
import { deepFreeze } from "../base/freeze";
import type { Overlay } from "../model/overlay";
import type { Rulebook } from "../model/rulebook";
import { knowDigest } from "./digest";
import { sealed } from "./hash";

const pathways = {
  "endorsed-reflective-supervisor": endorsedReflectiveSupervisor,
  "family-associate": familyAssociate,
  "family-reflective-supervisor": familyReflectiveSupervisor,
  "family-specialist": familySpecialist,
  "mental-health-specialist": mentalHealthSpecialist,
  "mentor-clinical": mentorClinical,
  "mentor-policy": mentorPolicy,
  "mentor-research-faculty": mentorResearchFaculty,
  reinstatement,
  renewal,
  scholarship,
  transfer,
};

const associations = {
  alliance,
  "au-wa": auWa,
  ie,
  "us-ak": usAk,
  "us-al": usAl,
  "us-az": usAz,
  "us-co": usCo,
  "us-ct": usCt,
  "us-fl": usFl,
  "us-ga": usGa,
  "us-hi": usHi,
  "us-ia": usIa,
  "us-id": usId,
  "us-in": usIn,
  "us-ks": usKs,
  "us-ma": usMa,
  "us-mi": usMi,
  "us-mn": usMn,
  "us-mo": usMo,
  "us-nc": usNc,
  "us-ne": usNe,
  "us-nj": usNj,
  "us-nm": usNm,
  "us-ny": usNy,
  "us-ok": usOk,
  "us-or": usOr,
  "us-pa": usPa,
  "us-ri": usRi,
  "us-sc": usSc,
  "us-tn": usTn,
  "us-tx": usTx,
  "us-va": usVa,
  "us-wa": usWa,
  "us-wi": usWi,
  "us-wv": usWv,
};

/** The digest of the rules, which the build writes in place of this name; from source it is computed. */
declare const EMBEDDED_DIGEST: string | undefined;

let embedded: Rulebook | undefined;

/** The rules of this package, frozen. A test parses them; here they are taken as they stand. */
export function embeddedRulebook(): Rulebook {
  if (embedded !== undefined) return embedded;
  if (typeof EMBEDDED_DIGEST === "string") knowDigest((embedded = deepFreeze(gather())), EMBEDDED_DIGEST);
  else embedded = sealed(gather());
  return embedded;
}

function gather(): Rulebook {
  const shared = { requirements, routes, questions, conditions, equivalences };
  const own = { ...rulebook, pathways, ...shared, credentials, sources, renamed, places };
  // JSON imports know words only as strings
  return { ...own, associations: readLater(associations) } as unknown as Rulebook;
}

/** Reads what an association does once it is asked for: most who judge ask for none, or for one. */
function readLater(written: Readonly<Record<string, unknown>>): Rulebook["associations"] {
  const all = {};
  for (const [id, one] of Object.entries(written)) {
    let read: Overlay | undefined;
    // the build leaves texts in their places
    const get = () => (read ??= deepFreeze((typeof one === "string" ? JSON.parse(one) : one) as Overlay));
    Object.defineProperty(all, id, { enumerable: true, get });
  }
  return Object.freeze(all);
}
