/**
 * Hands in hostile inputs of every kind, and fails where one is answered otherwise than promised.
 *
 * `npm run fuzz -- 1000000 7` hands in a million, shared among the kinds, from seed 7.
 */
import { fuzz, kinds } from "../test/fuzz/fuzz";

const [count = 100_000, seed = 1] = process.argv.slice(2).map(Number);
if (!Number.isInteger(count) || count < kinds.length || !Number.isInteger(seed)) {
  console.error("usage: npm run fuzz -- [how many inputs] [seed], two whole numbers");
  process.exit(2);
}
/** Each slice has a seed of its own, so that one of them can be run again. */
const SLICE = 5000;
let broken = 0;
for (const kind of kinds) {
  const all = { inputs: 0, taken: 0, refused: 0, broken: 0 };
  const most = Math.ceil(count / kinds.length);
  for (let slice = 0; all.inputs < most; slice++) {
    const { first, ...counts } = fuzz(kind, Math.min(SLICE, most - all.inputs), seed + slice);
    for (const [key, number] of Object.entries(counts)) all[key as keyof typeof all] += number;
    if (first !== undefined) console.error(first);
  }
  broken += all.broken;
  console.log(`${kind}: ${all.inputs} inputs, ${all.taken} taken, ${all.refused} refused, ${all.broken} broken`);
}
process.exitCode = broken === 0 ? 0 : 1;
