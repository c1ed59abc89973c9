/**
 * Objects while they are made.
 */

/** Something that is made field by field: spreading optional fields costs more than judging. */
export type Draft<T> = { -readonly [Key in keyof T]: T[Key] };
