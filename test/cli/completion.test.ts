/** Shells complete commands, options, and the ids of pathways and associations. */
import { describe, expect, test, vi } from "vitest";
import { rulebook } from "../../src/index";
import { cli } from "./terminal";

/** What is offered in the place of the last word, and whether a file may stand there. */
async function offered(...words: readonly string[]) {
  const { code, out, err } = await cli(["complete", "--", ...words]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const lines = out.trimEnd().split("\n");
  const directive = lines.pop();
  return { words: lines.map((line) => line.split("\t")[0]), isFile: directive === ":0", text: out };
}

test("commands, with what they do", async () => {
  const { words, text } = await offered("");
  const help = (await cli(["--help"])).out;
  for (const word of words) expect(help).toContain(`  ${word} `);
  expect(words).toEqual(expect.arrayContaining(["evaluate", "interview", "rules", "completion", "help"]));
  expect(words).not.toContain("complete");
  expect(text).toContain("plan\t");
  expect((await offered("ex")).words).toEqual(["explain"]);
  expect((await offered("rules", "")).words).toEqual(expect.arrayContaining(["check", "example"]));
});

test("options of the command", async () => {
  expect((await offered("evaluate", "me.json", "--so")).words).toEqual(["--sources"]);
  expect((await offered("plan", "--")).words).toEqual(expect.arrayContaining(["--rsc-hours", "--until", "--help"]));
  expect((await offered("init", "--pa")).words).toEqual([]);
});

describe("what an option takes", () => {
  const { order, associations } = rulebook();

  test("pathways", async () => {
    expect((await offered("evaluate", "me.json", "--pathway", "")).words).toEqual(order);
    expect((await offered("plan", "--pathway=IF")).words).toEqual(
      order.filter((id) => id.startsWith("IF")).map((id) => `--pathway=${id}`),
    );
  });

  test("associations, with their names", async () => {
    const { words, text } = await offered("rank", "--association", "us-w");
    expect(words).toEqual(Object.keys(associations).filter((id) => id.startsWith("us-w")));
    expect(text).toContain(`us-wa\t${associations["us-wa"]?.name}`);
    expect((await offered("compare", "--then-association", "")).words).toEqual(Object.keys(associations));
  });

  test("choices, lists and places", async () => {
    expect((await offered("explain", "--language", "")).words).toEqual(["en", "es"]);
    expect((await offered("import", "log.csv", "--as", "tr")).words).toEqual(["training"]);
    expect((await offered("where", "US-W")).words).toContain("US-WA");
    expect((await offered("rules", "example", "la")).words).toEqual(["labels", "languages"]);
  });

  test("files where a file stands, and nowhere else", async () => {
    expect(await offered("evaluate", "")).toMatchObject({ words: [], isFile: true });
    expect(await offered("evaluate", "--overlay", "")).toMatchObject({ words: [], isFile: true });
    expect(await offered("evaluate", "--as-of", "")).toMatchObject({ words: [], isFile: false });
    expect(await offered("evaluate", "me.json", "")).toMatchObject({ words: [], isFile: false });
  });
});

test.for(["bash", "zsh", "fish", "powershell"])("there is a script for %s, which asks the program", async (shell) => {
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const { code } = await cli(["completion", shell]);
  expect(code).toBe(0);
  const [[written]] = log.mock.calls as [[string]];
  expect(written).toContain("endorsement-pathways complete");
});

test("no other shell", async () => {
  const { code, err } = await cli(["completion", "tcsh"]);
  expect(code).toBe(2);
  expect(err).toContain("bash");
});
