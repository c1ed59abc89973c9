/**
 * The text of a file: UTF-8, UTF-16 with its mark, or Windows-1252, in which older spreadsheets save.
 */

import { givenBytes } from "../base/given";

/** The letters of Windows-1252 from 0x80 to 0x9F; the rest is Latin 1. Decoders of some runtimes do not know them. */
const UPPER = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * Reads the text of a CSV file, whichever encoding it is saved in.
 *
 * @category Read and write tables
 * @param bytes - The content of the file.
 * @returns The text, without a byte order mark.
 * @example
 * decodeTable(new Uint8Array([67, 97, 102, 0xe9])); //=> "Café"
 */
export function decodeTable(bytes: Uint8Array): string {
  givenBytes(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return windows1252(bytes);
  }
}

const PIECE = 8192;

function windows1252(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return text.replace(/[\u0080-\u009f]/g, (letter) => UPPER[letter.charCodeAt(0) - 0x80] ?? letter);
}
