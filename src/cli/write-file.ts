/**
 * Writes files whole or not at all.
 */
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { messageOf } from "../base/errors";
import { InputError } from "./problem";

/** Writes a file; one that was there is replaced only when the new one is complete. */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const draft = join(dirname(file), `.${process.pid}-${Math.random().toString(36).slice(2)}.tmp`);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(draft, content);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw new InputError(`${file} cannot be written: ${messageOf(error)}`);
  }
}

/** Writes data as JSON, as people read it. */
export const writeJson = (file: string, data: unknown): Promise<void> =>
  writeWhole(file, `${JSON.stringify(data, null, 2)}\n`);
