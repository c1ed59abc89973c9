import { defineConfig } from "vitest/config";

/** The built site in a real browser: `npm run docs:build` first. */
export default defineConfig({
  test: {
    include: ["test/site/**/*.test.ts"],
    // one browser at a time
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
