import { beforeEach, vi } from "vitest";

/** Nothing here writes to the console; a call is a mistake. */
beforeEach(() => {
  for (const method of ["log", "info", "warn", "error", "debug"] as const) {
    vi.spyOn(console, method).mockImplementation((...args) => {
      throw new Error(`console.${method} was called: ${args.join(" ")}`);
    });
  }
});
