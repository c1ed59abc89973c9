/**
 * A pool of threads that judge.
 */
import { fileURLToPath } from "node:url";
import { Tinypool } from "tinypool";
import type { LineOptions } from "./judge-lines";

/** Starts threads; `destroy` ends them. */
export function startPool(workers: number, options: LineOptions): Tinypool {
  const file = import.meta.url.endsWith(".ts") ? "./worker-from-source.mjs" : "./batch-worker.js";
  return new Tinypool({
    filename: fileURLToPath(new URL(file, import.meta.url)),
    minThreads: workers,
    maxThreads: workers,
    // threads live as long as the pool
    isolateWorkers: false,
    workerData: options,
  });
}
