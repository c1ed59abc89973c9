/** The form of `examples/form.ts`, made of the JSON Schema alone, filled in with a real browser. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { build } from "tsup";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fields } from "../../src/forms";
import { type Applicant, evaluate } from "../../src/index";

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const schemaIn = (language: string) =>
  JSON.parse(readFileSync(`rules/schema/applicant${language === "en" ? "" : `.${language}`}.schema.json`, "utf8"));

let folder: string;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "form-"));
  await build({
    entry: { form: "examples/form.ts" },
    config: false,
    silent: true,
    outDir: folder,
    format: "iife",
    globalName: "example",
    platform: "browser",
    noExternal: [/./],
    define: { "process.env.NODE_ENV": '"production"' },
  });
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** Opens the form in a page of its own. */
async function open(language: string): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(20_000);
  await page.setContent("<main></main>");
  await page.addScriptTag({ path: join(folder, "form.global.js") });
  const start = "example.showForm(document.querySelector('main'), (one) => { globalThis.sent = one; }, schema)";
  await page.evaluate(`{ const schema = ${JSON.stringify(schemaIn(language))}; ${start}; }`);
  await page.waitForSelector("form");
  return page;
}

const inEntry = (page: Page, collection: string, field: string) => page.locator(`#root_${collection}_0_${field}`);
const add = (page: Page, list: string) =>
  page.locator(`#root_${list}__add, [name="root_${list}__add"]`).first().click();

/** Chooses from a list by what people read. */
const choose = (page: Page, id: string, label: string) => page.locator(`#root_${id}`).selectOption({ label });

describe("a form made of the schema", () => {
  test("is filled in and sent: an applicant that is judged; what nobody touched is not told", async () => {
    const page = await open("en");
    await add(page, "training");
    await inEntry(page, "training", "date").fill("2025-03");
    await inEntry(page, "training", "hours").fill("12.5");
    await choose(page, "training_0_kind", "Webinar");
    await add(page, "training_0_topics");
    await choose(page, "training_0_topics_0", "Diversity, equity and inclusion");
    await page.locator("button[type=submit]").click();
    await page.waitForFunction("globalThis.sent !== undefined");
    const applicant = (await page.evaluate("globalThis.sent")) as Applicant;
    expect(applicant).toEqual({
      training: [{ date: "2025-03", hours: 12.5, kind: "webinar", topics: ["diversity-equity-inclusion"] }],
    });
    const verdict = evaluate(applicant, { asOf: "2026-11-23", pathways: ["IFA"] });
    expect(verdict.pathways[0]?.status).toBe("not-yet");
    await page.close();
  });

  test("refuses what is no day, in words beside the field", async () => {
    const page = await open("en");
    await add(page, "training");
    await inEntry(page, "training", "date").fill("3/14/2025");
    await page.locator("button[type=submit]").click();
    await page.getByText('write "2025-03-14"').first().waitFor();
    expect(await page.evaluate("globalThis.sent === undefined")).toBe(true);
    await page.close();
  });

  test.for(["en", "es"])("shows every label, help and word in %s, and no name of the data", async (language) => {
    const page = await open(language);
    const all = fields({ language });
    const collections = [...new Set(all.flatMap(({ collection }) => (collection ? [collection.name] : [])))];
    for (const name of collections) await add(page, name);
    const shown = (await page.locator("form").textContent()) ?? "";
    const words = all.flatMap(({ label, help, words: vocabulary = [], type }) => [
      label,
      help,
      // the words of a list come once an item is added
      ...(type === "word" ? vocabulary.map((word) => word.label) : []),
    ]);
    expect(words.length).toBeGreaterThan(200);
    expect(words.filter((word) => !shown.includes(word))).toEqual([]);
    const names = (await page.locator("legend, label").allTextContents()).map((text) => text.replace(/[*\s-]+$/, ""));
    expect(names.filter((name) => all.some((field) => field.name === name && field.label !== name))).toEqual([]);
    await page.close();
  });
});
