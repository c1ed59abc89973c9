/**
 * The shape of a verdict in zod, for its JSON Schema and for tests: `evaluate` needs no schema.
 */
import * as z from "zod";
import { collectionNames } from "../evidence/fields";
import { operators } from "../model/operators";
import { endorsements, obligations, pathwayKinds, stages } from "../model/rulebook";
import { pathwayStatuses, reasonCodes, type Trace, truths, type Verdict } from "../model/verdict";
import { named } from "./registry";
import {
  association,
  confidence,
  day,
  dictionary,
  elsewhere,
  id,
  impreciseDay,
  inForce,
  list,
  question,
  some,
  spelledSources as sources,
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
  }),
);

const counted = named(
  "Counted",
  z.strictObject({
    evidence: text,
    amount,
    equivalence: id.exactOptional(),
    slot: id.exactOptional(),
    capped: z.literal(true).exactOptional(),
  }),
);

const uncounted = named("Uncounted", z.strictObject({ evidence: text, status: notMet, because: reason }));

const slotFilled = named(
  "SlotFilled",
  z.strictObject({ id, title: text.exactOptional(), atLeast: amount, have: amount }),
);

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
    fact: z.enum(["hours", "months", "sum", "count", "filled"]),
    of: collection,
    unit: text,
    have: amount,
    possible: amount.nullable(),
    counted: list(counted),
    uncounted: list(uncounted),
    slots: list(slotFilled).exactOptional(),
    spread: spread.exactOptional(),
  }),
);

const dayDrawn = named(
  "DayDrawn",
  z.strictObject({
    fact: z.enum(["earliest", "latest"]),
    of: collection,
    unit: z.literal("day"),
    from: day.nullable(),
    to: day.nullable(),
    exists: truth,
  }),
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

const readingTrace = named("ReadingTrace", z.strictObject({ status: truth, id, title: text, of: trace }));

const traceSchema = named(
  "Trace",
  z.union([
    z.strictObject({ status: truth, all: list(trace) }),
    z.strictObject({ status: truth, any: list(trace) }),
    z.strictObject({ status: truth, not: trace }),
    z.strictObject({ status: truth, condition: id, title: text, of: trace }),
    z.strictObject({ status: truth, question: text, readings: list(readingTrace) }),
    leafTrace,
  ]),
) satisfies z.ZodType<Trace>;

const routeVerdict = named(
  "RouteVerdict",
  z.strictObject({
    id,
    title: text,
    status: truth,
    trace,
    sources: sources.exactOptional(),
    confidence: confidence.exactOptional(),
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

const requirementVerdict = named(
  "RequirementVerdict",
  z.strictObject({
    id,
    title: text,
    status: truth,
    obligation: z.enum(obligations),
    stage: z.enum(stages),
    route: id.exactOptional(),
    routes: list(routeVerdict),
    origin: association,
    since: impreciseDay.exactOptional(),
    confidence,
    sources,
    decisions: some(decisionApplied).exactOptional(),
  }),
);

const blocking = named(
  "Blocking",
  z.strictObject({
    requirement: id,
    route: id.exactOptional(),
    at: z.string().exactOptional(),
    status: notMet,
    fact: text.exactOptional(),
    measure: text.exactOptional(),
    question: text.exactOptional(),
  }),
);

const gap = named(
  "Gap",
  z.strictObject({
    requirement: id,
    route: id,
    measure: text,
    status: notMet,
    amount: z.number().gt(0),
    unit: text,
    slot: id.exactOptional(),
  }),
);

const openQuestion = named(
  "OpenQuestion",
  z.strictObject({ ...question.shape, requirement: id.exactOptional(), bears: z.boolean() }),
);

const processNote = named("ProcessNote", z.strictObject({ kind: text, text, sources, confidence }));

const stageTruths = named("StageTruths", z.strictObject({ experience: truth, application: truth, exam: truth }));

const pathwayVerdict = named(
  "PathwayVerdict",
  z.strictObject({
    pathway: id,
    name: text,
    kind: z.enum(pathwayKinds),
    endorsement: z.enum(endorsements).exactOptional(),
    status: z.enum(pathwayStatuses),
    stages: stageTruths,
    requirements: list(requirementVerdict),
    blocking: list(blocking),
    gaps: list(gap),
    questions: list(openQuestion),
    due: day.exactOptional(),
    offered: list(inForce).exactOptional(),
    replacedBy: list(id).exactOptional(),
    elsewhere: list(elsewhere).exactOptional(),
    process: list(processNote),
  }),
);

const presumption = named(
  "Presumption",
  z.strictObject({ field: text, value: z.union([z.string(), z.number(), z.boolean()]), evidence: list(text) }),
);

const unusedDecision = named(
  "UnusedDecision",
  z.strictObject({
    decision: text,
    because: z.enum(["unknown-pathway", "unknown-requirement", "other-association", "not-in-force", "not-judged"]),
  }),
);

/** A verdict. */
export const verdictSchema = named(
  "Verdict",
  z.strictObject({
    asOf: day,
    association: association.exactOptional(),
    rulebook: z.strictObject({ id, version: day, digest: z.string().regex(/^[0-9a-f]{64}$/) }),
    pathways: list(pathwayVerdict),
    measures: dictionary(z.union([amountDrawn, dayDrawn])),
    presumed: list(presumption),
    unusedDecisions: list(unusedDecision),
  }),
) satisfies z.ZodType<Verdict>;
