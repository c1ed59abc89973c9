/**
 * The shape of a rulebook and of an overlay in zod. What shapes cannot say is checked in `check.ts`.
 */
import * as z from "zod";
import { dayNumber, firstDay } from "../base/calendar";
import { ASSOCIATION, collectionNames, PLACE } from "../evidence/fields";
import { type AssociationId, categories, membershipKinds, standingStatuses } from "../model/applicant";
import { dayFacts, pathwayFacts } from "../model/facts";
import { type Condition, confidences } from "../model/language";
import { operators } from "../model/operators";
import {
  feeKinds,
  membershipIssuers,
  noteReasons,
  type Overlay,
  type OverlayExtension,
  processKinds,
} from "../model/overlay";
import {
  endorsements,
  obligations,
  type PathwayId,
  paidCosts,
  pathwayKinds,
  type Rulebook,
  type RulebookFile,
  stages,
} from "../model/rulebook";
import { named } from "./registry";

/** A list. */
export const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
/** A list that is not empty. */
export const some = <T extends z.ZodType>(item: T) => z.array(item).min(1).readonly();
/** Items by name. */
export const dictionary = <T extends z.ZodType>(item: T) => z.record(z.string(), item).readonly();

/** A text that is not empty. */
export const text = z.string().min(1);
/** How an id is written. */
export const ID: RegExp = /^[A-Za-z0-9][A-Za-z0-9-]*$/;
/** An id. */
export const id = z.string().regex(ID, "write an id of letters, digits and hyphens, such as clock-hours");
const AS_DAY = "write the day as YYYY-MM-DD, such as 2025-01-01";
/** A day of the calendar. */
export const day = z.iso.date({ abort: true, error: AS_DAY }).refine((one) => !Number.isNaN(dayNumber(one)), AS_DAY);
const AS_SPAN = "write a day, a month or a year: 2025-01-01, 2025-01 or 2025";
/** A day, a month or a year. */
export const impreciseDay = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { abort: true, error: AS_SPAN })
  .refine((one) => !Number.isNaN(firstDay(one)), AS_SPAN);
// a day of every year, so not 29 February
const monthAndDay = z
  .string()
  .regex(
    /^((0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)$/,
    "write the day as MM-DD, a day that every year has, such as 06-30",
  );
/** The id of an association. */
export const association = z
  .string()
  .regex(ASSOCIATION, "write the id of the association: its country and state in small letters, such as us-wa");
const place = z.string().regex(PLACE, "write the place by its code of ISO 3166, such as US-NV or IE");
const url = z.url("write the whole address, such as https://example.org/rules");
const collection = z.enum(collectionNames);
const ageBand = z.tuple([z.int().min(0), z.int().min(0)]).readonly();
/** How sure something is. */
export const confidence = z.enum(confidences);

// that an id is known is checked by who reads it
/** The id of a pathway. */
export const pathwayId = id as unknown as z.ZodType<PathwayId, string>;
/** The id of an association whose rules are known. */
export const associationId = association as unknown as z.ZodType<AssociationId, string>;

/** The days on which something holds. */
export const inForce = named(
  "InForce",
  z.strictObject({ from: impreciseDay.exactOptional(), to: impreciseDay.exactOptional() }),
);
/** A cited document. */
export const citationSchema = named("Citation", z.strictObject({ source: id, note: text.exactOptional() }));
/** At least one cited document, each as it is written. */
export const sources = some(z.union([id, citationSchema]));
const cited = { sources, confidence: confidence.exactOptional() };
const reading = named("Reading", z.strictObject({ id, title: text, ...cited }));
/** A question as it is written. */
export const writtenQuestion = named(
  "WrittenQuestion",
  z.strictObject({
    id,
    text,
    sources: sources.exactOptional(),
    readings: z.array(reading).min(2).readonly().exactOptional(),
    because: text.exactOptional(),
  }),
);
const inEachReading = <T extends z.ZodType>(part: T) =>
  z.strictObject({ question: id, readings: z.record(id, part).readonly() });
const varying = <T extends z.ZodType>(part: T) => z.union([part, inEachReading(z.union([part, z.null()]))]);
const register = list(text).exactOptional();

const condition: z.ZodType<Condition> = z.lazy(() => conditionSchema);
const where = named("Where", z.union([id, condition]));

const shift = named("Shift", z.strictObject({ plusMonths: z.int().exactOptional() }));

const slot = named(
  "Slot",
  z.strictObject({
    id,
    title: text.exactOptional(),
    where: where.exactOptional(),
    atLeast: z.number().gt(0).exactOptional(),
  }),
);

const window = named(
  "Window",
  z.strictObject({ atLeastMonths: z.int().min(1).exactOptional(), atMostMonths: z.int().min(1) }),
);

const among = named("Among", z.strictObject({ title: text, where }));

const measure = {
  of: collection,
  where: where.exactOptional(),
  equivalences: some(id).exactOptional(),
  largest: z.strictObject({ by: text, groups: z.int().min(1) }).exactOptional(),
  field: text.exactOptional(),
  unit: z.literal("hours").exactOptional(),
  distinct: text.exactOptional(),
};

const measureParams = named(
  "MeasureParams",
  z.strictObject({
    ...measure,
    get during() {
      return z.union([during, z.literal("cycle")]).exactOptional();
    },
    fullTimeEquivalent: z.boolean().exactOptional(),
    within: window.exactOptional(),
    slots: some(slot).exactOptional(),
    among: among.exactOptional(),
  }),
);

const writtenParams = named(
  "WrittenParams",
  z.strictObject({
    ...measure,
    get during() {
      return varying(z.union([during, z.literal("cycle")])).exactOptional();
    },
    fullTimeEquivalent: varying(z.boolean()).exactOptional(),
    within: varying(window).exactOptional(),
    slots: varying(some(slot)).exactOptional(),
    among: varying(among).exactOptional(),
  }),
);

const factValue = named(
  "FactValue",
  z.strictObject({
    fact: z.enum([...dayFacts, ...pathwayFacts, "earliest", "latest"]),
    get params() {
      return params.exactOptional();
    },
  }),
);

// exclusive: a union would take wrong params of a measure for a shift, which has no key that it needs
const params = z.xor([measureParams, shift]);

const during = named(
  "During",
  z.strictObject({
    get from() {
      return z.union([day, factValue]).exactOptional();
    },
    get to() {
      return z.union([day, factValue]).exactOptional();
    },
  }),
);

const value = z.union([z.string(), z.number(), z.boolean(), list(z.string()), ageBand, factValue]);

/** A leaf of a condition whose parameters depend on no reading. */
export const leafSchema = named(
  "Leaf",
  z.strictObject({ fact: text, operator: z.enum(operators), value, params: params.exactOptional() }),
);

const writtenLeaf = named(
  "WrittenLeaf",
  z.strictObject({
    fact: text,
    operator: z.enum(operators),
    value: z.union([value, inEachReading(value)]),
    params: z.xor([writtenParams, shift]).exactOptional(),
  }),
);

const conditionSchema = named(
  "Condition",
  z.union([
    z.strictObject({ all: some(condition) }),
    z.strictObject({ any: some(condition) }),
    z.strictObject({ not: condition }),
    z.strictObject({ condition: id }),
    inEachReading(condition),
    writtenLeaf,
  ]),
);

const ownCited = { sources: sources.exactOptional(), confidence: confidence.exactOptional() };

/** A route as it is written. */
export const routeSchema = named(
  "WrittenRoute",
  z.strictObject({ id, title: text, conditions: condition, ...ownCited, register }),
);

const routeUse = named(
  "RouteUse",
  z.strictObject({
    as: id,
    id: id.exactOptional(),
    title: text.exactOptional(),
    conditions: condition.exactOptional(),
    ...ownCited,
    register,
  }),
);

const requirementBody = {
  obligation: z.enum(obligations).exactOptional(),
  stage: z.enum(stages).exactOptional(),
  routes: some(z.union([routeSchema, id, routeUse])).exactOptional(),
  questions: some(id).exactOptional(),
  register,
  notes: text.exactOptional(),
};

const dated = { inForce: inForce.exactOptional(), ...cited };
const placed = { pathways: some(pathwayId).exactOptional(), inForce: inForce.exactOptional() };

/** A requirement in one edition. */
export const requirementSchema = named(
  "WrittenRequirement",
  z.strictObject({ id, title: text, ...requirementBody, ...placed, ...cited }),
);

const requirementUse = named(
  "RequirementUse",
  z.strictObject({
    as: id,
    id: id.exactOptional(),
    title: text.exactOptional(),
    ...requirementBody,
    ...placed,
    ...ownCited,
  }),
);

/** A requirement that several places share. */
export const sharedRequirementSchema = named(
  "SharedRequirement",
  z.strictObject({ id, title: text, ...requirementBody, ...placed, ...ownCited }),
);

const offered = named("Offered", z.strictObject(dated));
const filing = named("Filing", z.strictObject({ due: monthAndDay.exactOptional(), until: monthAndDay }));
const cycle = { months: z.int().min(1), ends: day, filing: filing.exactOptional() };

const pathway = named(
  "Pathway",
  z.strictObject({
    id: pathwayId,
    kind: z.enum(pathwayKinds),
    endorsement: z.enum(endorsements).exactOptional(),
    name: text,
    label: text.exactOptional(),
    ageBand: z.union([ageBand, inEachReading(ageBand)]),
    sources,
    offered: some(offered),
    replacedBy: some(pathwayId).exactOptional(),
    pays: some(z.enum(paidCosts)).exactOptional(),
    toward: some(pathwayId).exactOptional(),
    cycle: some(named("CycleEdition", z.strictObject({ ...cycle, ...dated }))).exactOptional(),
  }),
);

/** A pathway file. */
export const pathwayFileSchema = named(
  "PathwayFile",
  z.strictObject({
    $schema: z.string().exactOptional(),
    title: text,
    pathways: some(pathway),
    requirements: list(z.union([requirementSchema, id, requirementUse])),
  }),
);

const namedCondition = { id, title: text, conditions: condition, ...dated, register };
const equivalence = {
  id,
  title: text,
  where,
  atMost: z.number().gt(0).exactOptional(),
  fullTimeEquivalent: z.boolean().exactOptional(),
  ...dated,
  register,
};
const over = { over: impreciseDay.exactOptional() };

/** A named condition. */
export const namedConditionSchema = named("NamedCondition", z.strictObject(namedCondition));

/** An equivalence. */
export const equivalenceSchema = named("Equivalence", z.strictObject(equivalence));

const conversion = named(
  "Conversion",
  z.strictObject({ status: z.enum(standingStatuses), on: impreciseDay, becomes: some(text), ...cited }),
);

/** A credential of the system. */
export const credentialTypeSchema = named(
  "CredentialType",
  z.strictObject({
    id: z.enum(categories),
    name: text,
    olderNames: some(text).exactOptional(),
    emergingMonths: z.int().min(1).exactOptional(),
    conversions: some(conversion).exactOptional(),
    ...cited,
  }),
);

/** A cited document. */
export const sourceSchema = named(
  "WrittenSource",
  z.strictObject({
    id,
    url,
    association: associationId.exactOptional(),
    publisher: text.exactOptional(),
    vintage: text,
    seen: impreciseDay.exactOptional(),
    note: text.exactOptional(),
  }),
);

/** A renamed id. */
export const renamingSchema = named("Renaming", z.strictObject({ from: text, to: text }));

/** What is known of applying from places that no association serves. */
export const placeRuleSchema = named(
  "PlaceRule",
  z.strictObject({
    places: some(place).exactOptional(),
    kind: z.enum(["alliance", "unknown"]),
    text,
    ...dated,
  }),
);

const pathwayIds = some(pathwayId);
const changeBase = { ...dated, pathways: pathwayIds, ...over };
const overlayRequirement = named(
  "OverlayRequirement",
  z.strictObject({ id, as: id.exactOptional(), title: text.exactOptional(), ...requirementBody }),
);

const requirementChange = named(
  "RequirementChange",
  z.union([
    z.strictObject({ ...changeBase, replace: overlayRequirement }),
    z.strictObject({ ...changeBase, add: overlayRequirement }),
    z.strictObject({ ...changeBase, remove: id }),
    z.strictObject({ ...changeBase, requirement: id, obligation: z.enum(obligations) }),
    z.strictObject({ ...changeBase, requirement: id, asOn: day }),
  ]),
);

const feeRule = named(
  "FeeRule",
  z.strictObject({
    kind: z.enum(feeKinds),
    pathways: pathwayIds.exactOptional(),
    amount: z.number().min(0).nullable(),
    currency: z.string().regex(/^[A-Z]{3}$/, "write the currency by its code of ISO 4217, such as USD"),
    note: text.exactOptional(),
    ...dated,
  }),
);

const processRule = named(
  "ProcessRule",
  z.strictObject({ kind: z.enum(processKinds), text, pathways: pathwayIds.exactOptional(), ...dated }),
);

const choice = named("Choice", z.strictObject({ reading: id, ...dated }));
const language = z.string().regex(/^[a-z]{2}$/, "write the language by its code of ISO 639-1, such as en");

const statements = {
  short: text.exactOptional(),
  documents: list(sourceSchema).exactOptional(),
  questions: list(writtenQuestion).exactOptional(),
  offers: list(
    named("Offer", z.strictObject({ pathways: pathwayIds, offered: z.boolean().exactOptional(), ...dated })),
  ).exactOptional(),
  labels: list(
    named(
      "WrittenLabels",
      z.strictObject({
        names: z.record(id, z.record(language, text).readonly()).readonly(),
        short: z.record(id, text).readonly().exactOptional(),
        ...dated,
      }),
    ),
  ).exactOptional(),
  aliases: list(named("Alias", z.strictObject({ name: text, short: text.exactOptional(), ...dated }))).exactOptional(),
  languages: list(named("LanguageOffered", z.strictObject({ language, what: text, ...dated }))).exactOptional(),
  residency: list(
    named("Residency", z.strictObject({ accepts: z.union([some(place), z.literal("unserved")]), ...dated })),
  ).exactOptional(),
  membership: list(
    named(
      "MembershipRule",
      z.strictObject({
        accepts: some(z.enum(membershipIssuers)).exactOptional(),
        kinds: some(z.enum(membershipKinds)).exactOptional(),
        obligation: z.enum(obligations).exactOptional(),
        pathways: pathwayIds.exactOptional(),
        year: z.strictObject({ ends: monthAndDay, cutOff: monthAndDay.exactOptional() }).exactOptional(),
        ...dated,
      }),
    ),
  ).exactOptional(),
  cycle: list(
    named("CycleRule", z.strictObject({ ...cycle, pathways: pathwayIds.exactOptional(), ...dated })),
  ).exactOptional(),
  fees: list(feeRule).exactOptional(),
  process: list(processRule).exactOptional(),
  notes: list(named("Note", z.strictObject({ text, reason: z.enum(noteReasons), ...dated }))).exactOptional(),
  choose: dictionary(z.union([id, some(choice)])).exactOptional(),
  conditions: list(named("OverlayCondition", z.strictObject({ ...namedCondition, ...over }))).exactOptional(),
  equivalences: list(named("OverlayEquivalence", z.strictObject({ ...equivalence, ...over }))).exactOptional(),
  requirements: list(requirementChange).exactOptional(),
};

/** An overlay. */
export const overlaySchema = named(
  "Overlay",
  z.strictObject({
    $schema: z.string().exactOptional(),
    id: associationId,
    name: text,
    jurisdiction: place.exactOptional(),
    site: url,
    sources,
    ...statements,
  }),
) satisfies z.ZodType<Overlay>;

/** An overlay that keeps what a shipped one says. */
export const overlayExtensionSchema = named(
  "OverlayExtension",
  z.strictObject({
    $schema: z.string().exactOptional(),
    id: associationId,
    extends: associationId,
    name: text.exactOptional(),
    jurisdiction: place.exactOptional(),
    site: url.exactOptional(),
    sources: sources.exactOptional(),
    ...statements,
  }),
) satisfies z.ZodType<OverlayExtension>;

/** The file of an association. */
export const overlayFileSchema = named("OverlayFile", z.union([overlaySchema, overlayExtensionSchema]));

const rulebookHead = {
  $schema: z.string().exactOptional(),
  id,
  version: day,
  title: text,
  order: some(pathwayId),
  fees: list(feeRule).exactOptional(),
  process: list(processRule).exactOptional(),
  otherSystems: list(
    named("OtherSystem", z.strictObject({ associations: some(association), ...cited })),
  ).exactOptional(),
};

/** The file `rulebook.json`. */
export const rulebookFileSchema = named("RulebookFile", z.strictObject(rulebookHead)) satisfies z.ZodType<RulebookFile>;

/** A rulebook. */
export const rulebookSchema = named(
  "Rulebook",
  z.strictObject({
    ...rulebookHead,
    pathways: dictionary(pathwayFileSchema),
    requirements: z.record(id, sharedRequirementSchema).readonly(),
    routes: z.record(id, routeSchema).readonly(),
    questions: list(writtenQuestion),
    conditions: list(namedConditionSchema),
    equivalences: list(equivalenceSchema),
    credentials: list(credentialTypeSchema),
    sources: list(sourceSchema),
    renamed: list(renamingSchema),
    places: list(placeRuleSchema),
    associations: dictionary(overlaySchema),
  }),
) satisfies z.ZodType<Rulebook>;
