/** Work for when the page has drawn what is more urgent: piece after piece, so that it answers in between. */

/** What is worked out later, the most urgent first. */
const order = ["question", "plan", "costs", "others"] as const;
type Work = (typeof order)[number];
type Piece = () => void;

const waiting = new Map<Work, Piece[]>();
let isRunning = false;

/** Does pieces of work later, one at a time; what was not done of the same work is dropped. */
export function later(work: Work, pieces: readonly Piece[]): void {
  waiting.set(work, [...pieces]);
  if (isRunning) return;
  isRunning = true;
  setTimeout(next);
}

function next(): void {
  const work = order.find((one) => (waiting.get(one)?.length ?? 0) > 0);
  isRunning = work !== undefined;
  if (work === undefined) return;
  setTimeout(next);
  waiting.get(work)?.shift()?.();
}
