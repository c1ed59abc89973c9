import { defineConfig } from "vitest/config";

/** What does not depend on the time zone of the process runs in one only. */
const anywhere = [
  "test/cli/{input,output,rules}.test.ts",
  "test/docs/**",
  "test/project/**",
  "test/properties/caution.test.ts",
  "test/refusal/**",
  "test/rules/{checks,coverage,coverage-fixture,hunt,pages,readme,register,sources,words}.test.ts",
  "test/schemas/**",
];
/** What needs the built package: `vitest.package.config.ts`. */
const built = ["test/package/**"];

const unit = (TZ: string, exclude: readonly string[] = []) => ({
  test: {
    name: TZ,
    include: ["test/**/*.test.ts"],
    exclude: [...built, ...exclude],
    setupFiles: ["test/setup.ts"],
    env: { TZ },
    // properties judge thousands of applicants
    testTimeout: 240_000,
  },
});

export default defineConfig({
  test: {
    projects: [unit("UTC"), unit("America/New_York", anywhere), unit("Pacific/Apia", anywhere)],
  },
});
