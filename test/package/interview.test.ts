/** The interview in a real terminal: keys are typed, it is left and taken up again, in both languages. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { hasTerminal, typed } from "./terminal";

const folder = mkdtempSync(join(tmpdir(), "interview-"));
afterAll(() => rmSync(folder, { recursive: true }));

const DOWN = "\u001b[B";
const ENTER = "\r";
const CONTROL_C = "\u0003";

describe.skipIf(!hasTerminal).for([
  {
    language: "en",
    where: /Where do you live\?/,
    category: /Which category is it about\?/,
    signed: /Signed statements: what do you have\?/,
    which: /Signed statement 1: Which statement\?/,
    whole: /Signed statements: is that all\?/,
    stopped: "Stopped. What you told is saved in",
    going: /Stop here, and go on later/,
  },
  {
    language: "es",
    where: /¿Dónde vive usted\?/,
    category: /¿De qué categoría se trata\?/,
    signed: /Declaraciones firmadas: ¿qué tiene\?/,
    which: /Declaración firmada 1: ¿/,
    whole: /Declaraciones firmadas: ¿es todo\?/,
    stopped: "En pausa. Lo que indicó está guardado en",
    going: /Parar aquí y seguir más tarde/,
  },
])("in $language", ({ language, where, category, signed, which, whole, stopped, going }) => {
  const file = join(folder, `${language}.json`);
  const command = `${process.execPath} ${process.env["CLI"] ?? "dist/cli.js"} interview ${file} --as-of 2026-11-23 --language ${language}`;
  const saved = () => JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, unknown>>;

  test("is left by Ctrl+C, taken up, gone back in, stopped and taken up to its end", async () => {
    // of nothing else is there anything to ask, but of ratings
    writeFileSync(file, '{"education": [], "credentials": [], "work": [], "training": [], "memberships": []}');
    const left = await typed(command, [
      [where, `Washington${ENTER}`],
      [category, ENTER],
      [signed, ENTER],
      [which, CONTROL_C],
    ]);
    expect(left.code).toBe(130);
    expect(left.text.replace(/\s+/g, " ")).toContain(stopped);
    expect(saved()).toMatchObject({ residence: "US-WA", attestations: [{}], unfinished: ["attestations"] });

    const back = await typed(command, [
      [which, ENTER],
      // back to the statement, and another one
      [whole, `${DOWN.repeat(3)}${ENTER}`],
      [which, `${DOWN}${ENTER}`],
      [whole, `${DOWN.repeat(4)}${ENTER}`],
    ]);
    expect(back.code).toBe(0);
    expect(back.screens.at(-1)).toMatch(going);
    expect(saved()["attestations"]).toEqual([{ kind: "endorsement-agreement" }]);

    // that is all, and the ratings are not known: then the explanation comes
    const last = await typed(command, [
      [whole, `${DOWN}${ENTER}`],
      [going, `${DOWN.repeat(2)}${ENTER}`],
    ]);
    expect(last.code).toBe(0);
    expect(last.text.replace(/\s+/g, " ")).toContain(
      language === "en" ? "You meet 1 of 6 requirements for Infant Family Associate" : "Usted cumple 1 de 6 requisitos",
    );
    expect(saved()).toMatchObject({ residence: "US-WA", attestations: [{ kind: "endorsement-agreement" }] });
  });
});

describe("without a terminal", () => {
  test("has what to do instead", () => {
    const { status, stderr } = spawnSync(process.execPath, ["dist/cli.js", "interview"], { encoding: "utf8" });
    expect([status, stderr.replace(/\s+/g, " ")]).toEqual([
      2,
      expect.stringContaining("an interview needs a terminal"),
    ]);
  });
});
