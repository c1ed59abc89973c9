/**
 * Writing files: what goes wrong is told in a sentence.
 */
import { messageOf } from "../../base/errors";
import { InputError } from "../problem";

/** Says why a file cannot be written; what was written before stays, and a batch can go on with it. */
export async function writing<T>(file: string, write: () => Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await write();
  } catch (error) {
    throw new InputError(`${file} cannot be written: ${messageOf(error)}`);
  }
}
