/**
 * Writes files whole or not at all.
 */
import { constants } from "node:fs";
import { access, mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { messageOf } from "../base/errors";
import { InputError } from "./problem";
import { codeOf } from "./read-json";

/** Writes a file; one that was there is replaced only when the new one is complete. Folders that lack are made. */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const draft = join(dirname(file), `.${process.pid}-${Math.random().toString(36).slice(2)}.tmp`);
  await writing(file, async () => {
    await makeFolder(dirname(file));
    try {
      await writeFile(draft, content);
      await rename(draft, file);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  });
}

/** Makes a folder and those above it, one by one: Node tries for ever where a file system has no room for folders. */
async function makeFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return;
  if (found === undefined) {
    await makeFolder(dirname(folder));
    await mkdir(folder).catch(async (error: unknown) => {
      // somebody else may have made it meanwhile
      if (!(await stat(folder).catch(() => undefined))?.isDirectory()) throw error;
    });
    return;
  }
  throw Object.assign(new Error(), { code: "ENOTDIR" });
}

/** Writes data as JSON, as people read it. */
export const writeJson = (file: string, data: unknown): Promise<void> =>
  writeWhole(file, `${JSON.stringify(data, null, 2)}\n`);

/** Makes the folder of a file, and says in a sentence why the file could not be written. */
export async function checkWritable(file: string): Promise<void> {
  await writing(file, async () => {
    await makeFolder(dirname(file));
    const found = await stat(file).catch(() => undefined);
    if (found?.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    await access(found === undefined ? dirname(file) : file, constants.W_OK);
  });
}

/** Writes, and says in a sentence why that cannot be done; what was written before stays. */
export async function writing<T>(file: string, write: () => Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await write();
  } catch (error) {
    throw new InputError(writeProblem(file, error));
  }
}

/** Says why a file cannot be written. */
export function writeProblem(file: string, error: unknown): string {
  switch (codeOf(error)) {
    case "EISDIR":
      return `${file} is a folder; name a file in it`;
    case "ENOTDIR":
    case "EEXIST":
      return `${file} cannot be written, for a file stands where its folder would be; name another folder`;
    case "ENOENT":
      return `${file} cannot be written, for its folder cannot be made; check the name`;
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return `${file} may not be written; name a file in a folder of your own, or ask for the permission`;
    case "ENOSPC":
      return `${file} cannot be written, for the disk is full; make room, or name another disk`;
    default:
      return `${file} cannot be written: ${messageOf(error)}`;
  }
}
