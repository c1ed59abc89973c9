/** Streams cut into lines, wherever their parts end. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeLines } from "../../src/batch/judge-lines";
import { type LineChunk, lineChunks } from "../../src/batch/lines";

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function cut(parts: readonly Uint8Array[], longest = Infinity): Promise<LineChunk[]> {
  async function* source() {
    yield* parts;
  }
  const chunks = [];
  for await (const chunk of lineChunks(source(), { first: 1, offset: 0 }, longest)) chunks.push(chunk);
  return chunks;
}

const stream = fc.array(fc.constantFrom("a", "bb", "ü", "\n", "\n\n", "\r\n"), { maxLength: 40 });
/** The lengths of the parts in which a stream arrives. */
const lengths = fc.array(fc.nat({ max: 7 }), { maxLength: 40 });

function partsOf(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  let at = 0;
  const parts = sizes.map((size) => bytes.subarray(at, (at += size)));
  return [...parts, bytes.subarray(at)];
}

describe("a stream", () => {
  test("is cut into whole lines, none lost or twice, with their numbers and places", async () => {
    await fc.assert(
      fc.asyncProperty(stream, lengths, async (texts, sizes) => {
        const whole = bytesOf(texts.join(""));
        const chunks = await cut(partsOf(whole, sizes));
        expect(Buffer.concat(chunks.map(({ bytes }) => bytes))).toEqual(Buffer.from(whole));
        let line = 1;
        let end = 0;
        for (const chunk of chunks) {
          expect(chunk.first).toBe(line);
          line += chunk.lines;
          end += chunk.bytes.length;
          expect(chunk.end).toBe(end);
        }
        for (const { bytes } of chunks.slice(0, -1)) expect(bytes.at(-1)).toBe(10);
        const text = texts.join("");
        expect(line - 1).toBe(text === "" ? 0 : text.replace(/\n$/, "").split("\n").length);
      }),
    );
  });

  test("a line that is too long is passed over, and counted", async () => {
    await fc.assert(
      fc.asyncProperty(stream, lengths, async (texts, sizes) => {
        const whole = bytesOf(`${texts.join("")}\n${"x".repeat(20)}\n${texts.join("")}`);
        const chunks = await cut(partsOf(whole, sizes), 15);
        expect(chunks.at(-1)?.end ?? 0).toBe(whole.length);
        for (const { bytes } of chunks) expect(Buffer.from(bytes).toString()).not.toContain("x".repeat(16));
        for (const { bytes, lines } of chunks) if (bytes.length === 0) expect(lines).toBe(1);
      }),
    );
  });
});

describe("lines", () => {
  const judged = (bytes: Uint8Array, first = 1) =>
    judgeLines(bytes, first, { evaluate: { asOf: "2026-11-23", pathways: ["IFA"] }, format: "jsonl", counts: false });

  test("that are empty are passed over, and a byte order mark and CR LF mean nothing", () => {
    const { text, refused } = judged(bytesOf('\uFEFF{"id":"a"}\r\n\r\n  \n{"id":"b"}'), 5);
    const records = text.trim().split("\n");
    expect(records.map((record) => JSON.parse(record))).toMatchObject([
      { line: 5, id: "a", verdict: { asOf: "2026-11-23" } },
      { line: 8, id: "b" },
    ]);
    expect(refused).toEqual([]);
  });

  test("that are no applicant, no JSON or not in UTF-8 are refused, and the others judged", () => {
    const latin = Buffer.concat([bytesOf('{}\n{"work":3}\n{"id":"'), Buffer.from([0xfc]), bytesOf('"}\n{,}\n{}\n')]);
    const { judged: count, refused } = judged(latin);
    expect(count).toBe(2);
    expect(refused).toMatchObject([
      { line: 2, text: '{"work":3}', issues: [{ pointer: "/work" }] },
      { line: 3 },
      { line: 4, text: "{,}" },
    ]);
    expect(refused[1]).toEqual({ line: 3 });
  });
});
