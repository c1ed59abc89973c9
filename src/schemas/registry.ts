/**
 * The register of schemas: each by the name of its interface, which becomes its name in the JSON Schemas.
 */
import * as z from "zod";

/** Schemas by the name of their interface. A private register: the global one is shared with the host application. */
export const registry: z.core.$ZodRegistry<{ id: string }> = z.registry<{ id: string }>();

/** Registers a schema. */
export function named<T extends z.ZodType>(id: string, schema: T): T {
  registry.add(schema, { id });
  return schema;
}
