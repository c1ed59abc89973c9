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
    // as it is shipped it changes nothing; every golden case is judged twice
    await page.getByText(/^0 changes, of \d+ cases/).waitFor({ timeout: 50_000 });
    const unchanged = await page.locator(".editor-result").innerText();
    expect(unchanged).toContain("Nothing.");
    expect(unchanged).not.toContain("What is lost");
    // a file that says less takes the place of what is known
    const { id, name, jurisdiction, site: address, sources, documents } = JSON.parse(await file.inputValue());
    await file.fill(JSON.stringify({ id, name, jurisdiction, site: address, sources, documents }));
    await page.getByRole("button", { name: /Check/ }).click();
    await page.getByText("What is lost").waitFor();
    await page.getByText(/^[1-9]\d* changes, of \d+ cases/).waitFor({ timeout: 50_000 });
    expect(await page.locator(".editor-result").innerText()).toMatch(/"extends": "us-wa"[\s\S]+→/);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("us-wa.json");
    await file.fill('{"id": "us-wa", "nonsense": 1}');
    await page.getByRole("button", { name: /Check/ }).click();
    await page.getByText("It cannot be used").waitFor();
    expect(await page.locator(".editor-result").innerText()).toContain("nonsense");
  });

  it("speak Spanish to associations", async () => {
    const page = await site.open();
    await page.goto(`${site.url}es/staff/index.html`);
    await page.getByLabel("El archivo (JSON)").waitFor();
    await page.getByRole("button", { name: /Revisar/ }).click();
    await page.getByText("Se puede usar", { exact: true }).waitFor();
    await page.getByText(/cambios, de \d+ casos/).waitFor({ timeout: 50_000 });
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
