/** What a release does to the changelog, and what stops one. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { notesOf, obstaclesTo, versioned } from "../../scripts/release";

const changelog = `# Changelog

## Unreleased

### Added

- A thing.

## 1.0.0 - 2026-01-01

- The first.
`;

test("what is unreleased gets its version, and room for what comes next", () => {
  const released = versioned(changelog, "1.1.0", "2026-11-28");
  expect(released).toContain("## Unreleased\n\n## 1.1.0 - 2026-11-28\n\n### Added\n\n- A thing.\n\n## 1.0.0");
  expect(notesOf(released, "1.1.0")).toBe("### Added\n\n- A thing.");
  expect(notesOf(released, "1.0.0")).toBe("- The first.");
  expect(() => versioned(released, "1.2.0", "2026-11-29")).toThrow("nothing under Unreleased");
});

test("the changelog of the package can be released", () => {
  const released = versioned(readFileSync("CHANGELOG.md", "utf8"), "9.9.9", "2099-01-01");
  expect(notesOf(released, "9.9.9").length).toBeGreaterThan(0);
});

describe("a release is stopped", () => {
  const ready = JSON.stringify({ version: "1.0.0", repository: { url: "git+https://github.com/someone/it.git" } });

  test("by nothing when all agree", () => expect(obstaclesTo("v1.0.0", ready, changelog)).toEqual([]));

  test("by another tag, an owner who is not named, a changelog without it", () => {
    expect(obstaclesTo("v1.0.1", ready, changelog).join()).toContain("the tag is v1.0.1");
    expect(obstaclesTo("v1.0.0", ready.replace("someone", "OWNER"), changelog).join()).toContain("RELEASING.md");
    const ahead = ready.replace("1.0.0", "2.0.0");
    expect(obstaclesTo("v2.0.0", ahead, changelog)).toEqual(["CHANGELOG.md tells nothing of 2.0.0"]);
  });
});

test("what the owner fills in stands where RELEASING.md says, and nowhere else", () => {
  const { repository, homepage, bugs, ...rest } = JSON.parse(readFileSync("package.json", "utf8")) as {
    readonly [field: string]: unknown;
    readonly repository: { readonly url: string };
  };
  const releasing = readFileSync("RELEASING.md", "utf8");
  const isOpen = repository.url.includes("OWNER");
  for (const value of [repository.url, homepage, bugs]) {
    expect(String(value).includes("OWNER")).toBe(isOpen);
    if (isOpen) expect(releasing).toContain(`\`${String(value)}\``);
  }
  expect(JSON.stringify(rest)).not.toContain("OWNER");
});

test("workflows run pinned actions, and only with the rights that they say", () => {
  for (const file of readdirSync(".github/workflows")) {
    const text = readFileSync(`.github/workflows/${file}`, "utf8");
    const actions = [...text.matchAll(/uses: (\S+)/g)].map(([, action]) => action);
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.filter((action = "") => !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
    expect(text).toMatch(/^permissions:\n {2}contents: read\n/m);
  }
});
