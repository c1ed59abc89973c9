/**
 * The events of the engine's rules: what was judged, and what came of it.
 */
import type { Engine, Event, EventHandler } from "json-rules-engine";
import type { Obligation, PathwayId, Stage } from "../model/rulebook";
import type { PathwayStatus, Truth } from "../model/verdict";

/** The event of a requirement: a success where it is met, else a failure that says how. */
export interface RequirementEvent extends Event {
  /** `requirement-met`, `requirement-unmet` or `requirement-unknown`, after the prefix. */
  type: string;
  /** What was judged. */
  params: {
    /** The pathway. */
    pathway: PathwayId;
    /** The requirement. */
    requirement: string;
    /** How firmly it binds. */
    obligation: Obligation;
    /** When it is due. */
    stage: Stage;
    /** What came of it. */
    status: Truth;
  };
}

/** The event of a pathway: a success where the applicant is eligible, else a failure that says how. */
export interface PathwayEvent extends Event {
  /** `pathway-eligible`, `pathway-not-yet`, `pathway-undetermined` and so on, after the prefix. */
  type: string;
  /** What was judged. */
  params: {
    /** The pathway. */
    pathway: PathwayId;
    /** What came of it. */
    status: PathwayStatus;
  };
}

/**
 * Makes what a rule does when it fails: its event says the status, and those who listen for that event hear it, too.
 *
 * An engine has one event a rule, which is worded for its success, and tells only those who listen for any failure.
 *
 * @param name - What stands before the status in the type of the event.
 * @param status - Finds the status.
 */
export function failing(engine: Engine, name: string, status: () => Truth | PathwayStatus | undefined): EventHandler {
  const emitter = engine as Engine & Emitter;
  return (event, almanac, result) => {
    const found = status();
    // the event is a copy that belongs to this run
    event.type = `${name}-${found}`;
    event.params = { ...event.params, status: found };
    return emitter.emitAsync(event.type, event.params, almanac, result);
  };
}

/** What an engine is beside what its types tell. */
interface Emitter {
  readonly emitAsync: (type: string, ...args: unknown[]) => Promise<unknown>;
}
