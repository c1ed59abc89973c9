import { defineConfig } from "vitest/config";

const unit = (TZ: string) => ({
  test: {
    name: TZ,
    include: ["test/**/*.test.ts"],
    exclude: ["test/package/**"],
    setupFiles: ["test/setup.ts"],
    env: { TZ },
  },
});

export default defineConfig({
  test: {
    projects: [unit("UTC"), unit("America/New_York"), unit("Pacific/Apia")],
  },
});
