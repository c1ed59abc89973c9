/**
 * The shape of a verdict in zod, for its JSON Schema and for tests: `evaluate` needs no schema.
 */
import * as z from "zod";
import { collectionNames } from "../evidence/fields";
import { factsGiving } from "../model/facts";
import { operators } from "../model/operators";
import { endorsements, obligations, paidCosts, pathwayKinds, stages } from "../model/rulebook";
import {
  type AccountVerdict,
  type AnyVerdict,
  applyKinds,
  pathwayStatuses,
  reasonCodes,
  type StatusVerdict,
  type Trace,
  truths,
  type Verdict,
} from "../model/verdict";
import { named } from "./registry";
import {
  association,
  associationId,
  citationSchema,
  confidence,
  day,
  dictionary,
  id,
  impreciseDay,
  inForce,
  list,
  pathwayId,
  some,
  text,
} from "./rulebook";

const truth = z.enum(truths);
const notMet = z.enum(["unmet", "unknown"]);
const amount = z.number().min(0);
const collection = z.enum(collectionNames);

const reason = named(
  "Reason",
  z.strictObject({
    code: z.enum(reasonCodes),
    fact: text.exactOptional(),
    operator: z.enum(operators).exactOptional(),
    value: z.unknown().exactOptional(),
    condition: id.exactOptional(),
    negated: z.literal(true).exactOptional(),
    question: text.exactOptional(),
    equivalence: id.exactOptional(),
    since: day.exactOptional(),
  }),
);

const entryKey = z.union([z.string(), z.int().min(0)]);

const counted = named(
  "Counted",
  z.strictObject({
    evidence: some(entryKey),
    amount,
    equivalence: id.exactOptional(),
    slot: id.exactOptional(),
    capped: z.literal(true).exactOptional(),
  }),
);

const uncounted = named("Uncounted", z.strictObject({ status: notMet, because: reason, evidence: some(entryKey) }));

const slotFilled = named("SlotFilled", z.strictObject({ id, atLeast: amount, have: amount }));
const slotAccount = named("SlotAccount", z.strictObject({ ...slotFilled.shape, title: text.exactOptional() }));

const spread = named(
  "Spread",
  z.strictObject({
    months: amount,
    atLeastMonths: z.int().min(1).exactOptional(),
    atMostMonths: z.int().min(1),
    hours: amount,
  }),
);

const amountDrawn = named(
  "Amount",
  z.strictObject({
    kind: z.literal("amount"),
    of: collection,
    unit: text,
    evidence: list(entryKey),
    slots: list(slotFilled).exactOptional(),
    spread: spread.exactOptional(),
  }),
);

const amountAccount = named(
  "AmountAccount",
  z.strictObject({
    ...amountDrawn.shape,
    fact: z.enum(factsGiving("amount")),
    have: amount,
    possible: amount.nullable(),
    counted: list(counted),
    slots: list(slotAccount).exactOptional(),
    uncounted: list(uncounted),
  }),
);

const drawnDay = named(
  "DrawnDay",
  z.strictObject({ kind: z.literal("day"), of: collection, from: day.nullable(), to: day.nullable(), exists: truth }),
);

const drawnDayAccount = named(
  "DrawnDayAccount",
  z.strictObject({ ...drawnDay.shape, fact: z.enum(factsGiving("day")) }),
);

const trace: z.ZodType<Trace> = z.lazy(() => traceSchema);

const leafTrace = named(
  "LeafTrace",
  z.strictObject({
    status: truth,
    fact: text,
    operator: z.enum(operators),
    value: z.unknown(),
    measure: text.exactOptional(),
  }),
);

const readingTrace = named("ReadingTrace", z.strictObject({ status: truth, id, of: trace }));

const traceSchema = named(
  "Trace",
  z.union([
    z.strictObject({ status: truth, all: list(trace) }),
    z.strictObject({ status: truth, any: list(trace) }),
    z.strictObject({ status: truth, not: trace }),
    z.strictObject({ status: truth, condition: id, of: trace }),
    z.strictObject({ status: truth, question: text, readings: list(readingTrace) }),
    leafTrace,
  ]),
) satisfies z.ZodType<Trace>;

const blocking = named(
  "Blocking",
  z.strictObject({
    requirement: id,
    measure: text.exactOptional(),
    fact: text.exactOptional(),
    operator: z.enum(operators).exactOptional(),
    value: z.unknown().exactOptional(),
    question: text.exactOptional(),
  }),
);

const blockingAccount = named("BlockingAccount", z.strictObject({ ...blocking.shape, at: z.string().exactOptional() }));

const gap = named(
  "Gap",
  z.strictObject({
    requirement: id,
    measure: text,
    amount: z.number().gt(0),
    unit: text,
    slot: id.exactOptional(),
    question: text.exactOptional(),
    alsoFills: some(text).exactOptional(),
  }),
);

const routeVerdict = named(
  "RouteVerdict",
  z.strictObject({
    id,
    status: truth,
    confidence: confidence.exactOptional(),
    trace: text,
    blocking: list(blockingAccount.omit({ requirement: true })).exactOptional(),
    gaps: list(gap.omit({ requirement: true })).exactOptional(),
  }),
);

const decisionApplied = named(
  "DecisionApplied",
  z.strictObject({
    decision: text,
    type: z.enum(["waive", "accept"]),
    evidence: list(text).exactOptional(),
    association: association.exactOptional(),
  }),
);

const requirementStatus = named("RequirementStatus", z.strictObject({ id, status: truth }));

const progress = named(
  "AmountProgress",
  z.strictObject({
    measure: text,
    have: amount,
    possible: amount.nullable().exactOptional(),
    need: amount,
  }),
);

const requirementVerdict = named(
  "RequirementVerdict",
  z.strictObject({
    ...requirementStatus.shape,
    obligation: z.enum(obligations).exactOptional(),
    route: id.exactOptional(),
    progress: some(progress).exactOptional(),
    decisions: some(decisionApplied).exactOptional(),
  }),
);

const requirementAccount = named(
  "RequirementAccount",
  z.strictObject({
    ...requirementVerdict.shape,
    title: text,
    obligation: z.enum(obligations),
    stage: z.enum(stages).exactOptional(),
    origin: associationId.exactOptional(),
    since: impreciseDay.exactOptional(),
    confidence: confidence.exactOptional(),
    routes: list(routeVerdict),
  }),
);

const bearingQuestion = named(
  "BearingQuestion",
  z.strictObject({ id: text, text: text.exactOptional(), requirement: id.exactOptional() }),
);

const stageTruths = named("StageTruths", z.strictObject({ experience: truth, application: truth, exam: truth }));

const pathwayStatus = named(
  "PathwayStatuses",
  z.strictObject({
    pathway: pathwayId,
    status: z.enum(pathwayStatuses),
    stages: stageTruths,
    requirements: list(requirementStatus),
  }),
);

const judgedCycle = named("JudgedCycle", z.strictObject({ from: day, to: day }));

const pathwayVerdict = named(
  "PathwayVerdict",
  z.strictObject({
    ...pathwayStatus.shape,
    requirements: list(requirementVerdict),
    blocking: list(blocking),
    gaps: list(gap),
    questions: list(bearingQuestion),
    due: day.exactOptional(),
    cycle: judgedCycle.exactOptional(),
    offered: list(inForce).exactOptional(),
    pays: list(z.enum(paidCosts)).exactOptional(),
    replacedBy: list(pathwayId).exactOptional(),
  }),
);

const pathwayAccount = named(
  "PathwayAccount",
  z.strictObject({
    ...pathwayVerdict.shape,
    name: text,
    kind: z.enum(pathwayKinds),
    endorsement: z.enum(endorsements).exactOptional(),
    requirements: list(requirementAccount),
    blocking: list(blockingAccount),
  }),
);

const presumption = named(
  "Presumption",
  z.strictObject({ field: text, value: z.union([z.string(), z.number(), z.boolean()]), evidence: list(entryKey) }),
);

const unusedDecision = named(
  "UnusedDecision",
  z.strictObject({
    decision: text,
    because: z.enum([
      "unknown-pathway",
      "unknown-requirement",
      "other-association",
      "not-in-force",
      "imprecise",
      "not-judged",
    ]),
  }),
);

const whereToApply = named(
  "WhereToApply",
  z.strictObject({
    kind: z.enum(applyKinds),
    association: associationId.exactOptional(),
    text,
    sources: list(citationSchema),
  }),
);

const judged = {
  asOf: day,
  association: associationId.exactOptional(),
  rulebook: z.strictObject({ id, version: day, digest: z.string().regex(/^[0-9a-f]{64}$/) }),
  whereToApply: whereToApply.exactOptional(),
};

const statusVerdict = named(
  "StatusVerdict",
  z.strictObject({ ...judged, detail: z.literal("status"), pathways: list(pathwayStatus) }),
) satisfies z.ZodType<StatusVerdict>;

const outcomeVerdict = named(
  "Verdict",
  z.strictObject({
    ...judged,
    detail: z.enum(["outcome", "account"]),
    pathways: list(pathwayVerdict),
    measures: dictionary(z.union([amountDrawn, drawnDay])),
    presumed: list(presumption),
    unusedDecisions: list(unusedDecision),
  }),
) satisfies z.ZodType<Verdict>;

const accountVerdict = named(
  "AccountVerdict",
  z.strictObject({
    ...outcomeVerdict.shape,
    detail: z.literal("account"),
    pathways: list(pathwayAccount),
    measures: dictionary(z.union([amountAccount, drawnDayAccount])),
    traces: dictionary(trace),
  }),
) satisfies z.ZodType<AccountVerdict>;

/** A verdict, in any detail. */
export const verdictSchema = named(
  "AnyVerdict",
  z.union([statusVerdict, outcomeVerdict, accountVerdict]),
) satisfies z.ZodType<AnyVerdict>;
