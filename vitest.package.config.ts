import { defineConfig } from "vitest/config";

/** Tests of the package as it is published: run `npm run build` first. */
export default defineConfig({
  test: {
    name: "package",
    include: ["test/package/**/*.test.ts"],
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
});
