import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type SiteBrowser, startSite } from "./browser";

let site: SiteBrowser;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site?.close());
afterEach(() => expect(site.complaints()).toEqual([]));

describe("the editors", () => {
  it("check an association's file, and show what it changes", async () => {
    const page = await site.open();
    await page.goto(`${site.url}staff/index.html`);
    const file = page.getByLabel("The file (JSON)");
    await file.waitFor();
    await page.getByRole("button", { name: /Check/ }).click();
    await page.getByText("It can be used").waitFor();
    // every golden case is judged twice
    await page.getByText(/changes, of \d+ cases/).waitFor({ timeout: 50_000 });
    expect(await page.locator(".editor-result").innerText()).toMatch(/→/);
    await file.fill('{"id": "us-wa", "nonsense": 1}');
    await page.getByRole("button", { name: /Check/ }).click();
    await page.getByText("It cannot be used").waitFor();
    expect(await page.locator(".editor-result").innerText()).toContain("nonsense");
  });

  it("judge what is edited, and say what is wrong with it", async () => {
    const page = await site.open();
    await page.goto(`${site.url}developers/playground.html`);
    await page.getByText("Verdict: not-yet").waitFor();
    await page.getByLabel("Applicant (JSON)").fill('{"training": [{"hours": -6}]}');
    await page.getByText(/training\/0\/hours/).waitFor();
    await page.getByLabel("Applicant (JSON)").fill("{}");
    await page.getByText("Verdict: undetermined").waitFor();
  });
});
