/**
 * An applicant as read for one day of judgment, as far as it was asked for.
 */

import { wrong } from "../base/errors";
import { isObject } from "../base/records";
import type { Applicant, CollectionName } from "../model/applicant";
import type { Entry } from "./entry";

/** A collection as read. */
export interface Entries {
  /** The collection. */
  readonly name: CollectionName;
  /** Its entries; none where it was not told. */
  readonly list: readonly Entry[];
  /** Whether there is nothing beyond the entries. */
  readonly complete: boolean;
}

/** The entries of a collection in the order of their days. */
export interface EntryOrder {
  /** By first day. */
  readonly byFrom: readonly Entry[];
  /** By last day. */
  readonly byTo: readonly Entry[];
}

/** An applicant as read for one day of judgment. */
export interface Evidence {
  /** The applicant. */
  readonly applicant: Applicant;
  /** The day of judgment. */
  readonly asOf: number;
  /** Collections read so far. */
  readonly read: Partial<Record<CollectionName, Entries>>;
  /** Collections put in order so far. */
  readonly orders: Partial<Record<CollectionName, EntryOrder>>;
  /** The people by id, once read. */
  people: ReadonlyMap<string, Entry> | undefined;
  /** What was presumed so far: of each field, `true` at the index of each entry. */
  readonly presumed: Map<PresumedField, boolean[]>;
}

/** A field that is presumed where it was not told. */
export interface PresumedField {
  readonly of: CollectionName;
  readonly name: string;
  /** What is presumed. */
  readonly value: string | number | boolean;
}

/** Begins to read an applicant. */
export function readEvidence(applicant: Applicant, asOf: number): Evidence {
  if (!isObject(applicant)) throw wrong("wrong-type", "", "an object", applicant);
  return { applicant, asOf, read: {}, orders: {}, people: undefined, presumed: new Map() };
}

/** Notes that the verdict leans on a default. */
export function presume({ presumed }: Evidence, field: PresumedField, index: number): void {
  let at = presumed.get(field);
  if (at === undefined) presumed.set(field, (at = []));
  at[index] = true;
}
