/**
 * The state of one run: everything is judged, drawn or looked up once, and then found here.
 */
import type { Level } from "../base/truth";
import type { Entry } from "../evidence/entry";
import type { Evidence } from "../evidence/evidence";
import { personOf } from "../evidence/read";
import type { AllHeld, Held } from "../evidence/standing";
import type { CollectionName } from "../model/applicant";
import type { Reason, Trace, Uncounted } from "../model/verdict";
import type { Bits, Memory, Vector } from "./bits";
import type { CompiledMeasure, Compiler, CountedEntry, DayRange, Drawn } from "./compiled";
import type { Shortfall } from "./obstacle";

/** The state of one run. */
export interface Run {
  /** The applicant. */
  readonly evidence: Evidence;
  /** Entries that a coordinator accepted for the requirement at hand. */
  readonly accepted: ReadonlySet<string> | undefined;
  /** What sets the names of its measures apart from those of the main run. */
  readonly label: string;
  /** What was compiled. */
  readonly compiler: Compiler;
  /** What is judged of the entries of each collection. */
  readonly bits: Partial<Record<CollectionName, Bits>>;
  /** Where these bits are kept. */
  memory: Memory | undefined;
  /** What became of the entries, by source. */
  readonly vectors: (Vector | undefined)[];
  /** How many distinct vectors there are. */
  vectorCount: number;
  /** What measures came to, by measure. */
  readonly results: (Drawn | undefined)[];
  /** Measures that the verdict lists already, by measure. */
  readonly listed: (true | undefined)[];
  /** Measures that were drawn, in order. */
  readonly measures: CompiledMeasure[];
  /** What was drawn, by how and of which vectors. */
  readonly drawn: Map<string, Drawn>;
  /** Levels of conditions of requirements, by node. */
  readonly levels: (Level | undefined)[];
  /** How far conditions are from what they should be, by node. */
  readonly distances: (number | undefined)[];
  /** What amounts are missing, by node. */
  readonly missing: (readonly Shortfall[] | undefined)[];
  /** Days looked up. */
  readonly days: (DayRange | undefined)[];
  /** The people whom entries name, by field. */
  readonly named: ((Entry | null | undefined)[] | undefined)[];
  /** All that people hold. */
  readonly standings: (AllHeld | undefined)[];
  /** What people hold, by list of words and person. */
  readonly held: ((Held | undefined)[] | undefined)[];
  /** What an account is made of, as far as it was asked for. */
  readonly account: Account;
}

/** What an account is made of. */
interface Account {
  /** Traces, by node. */
  readonly traces: (Trace | undefined)[];
  /** Why entries do not count, by source. */
  readonly why: ((Reason | undefined)[] | undefined)[];
  /** Entries that do not count, gathered by source. */
  readonly gathered: (readonly Uncounted[] | undefined)[];
  /** Entries whose hours count, by collection. */
  readonly hours: Partial<Record<CollectionName, CountedEntry[]>>;
  /** Reasons that were made of others, by what made them. */
  readonly reasons: Map<string, Map<unknown, Reason>>;
  /** Reasons by number, in the order in which they came up. */
  readonly numbers: Map<Reason, number>;
}

/** A field that names a person. */
export interface PersonField {
  /** Its place in `Run.named`. */
  readonly index: number;
  readonly field: string;
}

/** Finds the person whom a field of an entry names, once a run. */
export function personIn(run: Run, { index, field }: PersonField, entry: Entry): Entry | undefined {
  const known = (run.named[index] ??= []);
  const found = known[entry.index];
  if (found !== undefined) return found ?? undefined;
  const person = personOf(run.evidence, entry, field);
  known[entry.index] = person ?? null;
  return person;
}

/** Names a measure, or what became of a condition, of a run. */
export const nameIn = ({ label }: Run, { name }: { readonly name: string }): string =>
  label === "" ? name : `${name}${label}`;

/** Starts a run. */
export const startRun = (compiler: Compiler, evidence: Evidence): Run => runWith(compiler, evidence, undefined, "");

/** Starts a run in which entries are accepted for a requirement, as `IFS/work`. */
export const startAccepting = ({ compiler, evidence }: Run, requirement: string, accepted: readonly string[]): Run =>
  runWith(compiler, evidence, new Set(accepted), `/for/${requirement}`);

function runWith(compiler: Compiler, evidence: Evidence, accepted: Run["accepted"], label: string): Run {
  const { counts } = compiler;
  return {
    evidence,
    accepted,
    label,
    compiler,
    bits: {},
    memory: undefined,
    vectors: placesFor(counts.source),
    vectorCount: 0,
    results: placesFor(counts.measure),
    listed: placesFor(counts.measure),
    measures: [],
    drawn: new Map(),
    levels: placesFor(counts.node),
    distances: [],
    missing: [],
    days: placesFor(counts.day),
    named: [],
    standings: [],
    held: placesFor(counts.held),
    account: { traces: [], why: [], gathered: [], hours: {}, reasons: new Map(), numbers: new Map() },
  };
}

/** A list that need not grow while its places are taken in any order. */
const placesFor = <T>(count: number): (T | undefined)[] => new Array<T | undefined>(count);
