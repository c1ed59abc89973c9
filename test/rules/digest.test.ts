/** The digest of rules: SHA-256 of UTF-8, which other tools compute alike. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hash } from "../../src/rules/hash";

const nodes = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

test("a text hashes to what Node says, pairs and halves of pairs among it", () => {
  for (const text of ["", "a", "é", "€", "😀", "\ud83d", "\ude00\ud83d", "a\u0000b"])
    expect(hash(text)).toBe(nodes(text));
  fc.assert(
    fc.property(fc.array(fc.nat(0xffff)), (units) => {
      const text = String.fromCharCode(...units);
      return hash(text) === nodes(text);
    }),
    { numRuns: 500, seed: 1 },
  );
});
