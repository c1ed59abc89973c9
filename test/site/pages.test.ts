import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { phone, type SiteBrowser, startSite, violationsOf } from "./browser";

let site: SiteBrowser;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site?.close());
afterEach(() => expect(site.complaints()).toEqual([]));

/** What a phone shows without scrolling. */
async function firstScreen(page: Awaited<ReturnType<SiteBrowser["open"]>>): Promise<string> {
  return page.evaluate((height) => {
    const shown: string[] = [];
    const walker = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      const box = parent?.getBoundingClientRect();
      const visible = parent?.checkVisibility() && box && box.height > 0 && box.top >= 0 && box.bottom <= height;
      if (visible) shown.push(walker.currentNode.textContent ?? "");
    }
    return shown.join(" ").replaceAll(/\s+/g, " ");
  }, phone.height);
}

describe("a child-care teacher in Washington, on a phone", () => {
  it("finds which one fits, and what it asks, in two clicks", async () => {
    const page = await site.open();
    await page.goto(site.url);
    await page.getByRole("radio", { name: /child care/ }).check();
    await page.getByRole("link", { name: "Infant Family Associate (IFA)" }).click();
    await page.getByRole("heading", { level: 1, name: "Infant Family Associate (IFA)" }).waitFor();
    const screen = await firstScreen(page);
    expect(screen).toContain("What it asks");
    expect(screen).toContain("CDA");
    expect(screen).toContain("30 clock hours");
  });

  it("finds what is missing, in a click and what she tells", async () => {
    const page = await site.open();
    await page.goto(site.url);
    await page.getByRole("link", { name: "What am I missing?" }).click();
    await page.locator("[data-question]").waitFor();
    const screen = await firstScreen(page);
    expect(screen).toContain("Nothing you enter leaves this browser");
    expect(screen).toMatch(/Question|\?/);
    expect(screen).toContain("I don't know");
  });

  it.each([
    ["What does it cost?", "#costs", "$80"],
    ["Until when can I apply?", "#deadlines", "first Friday of each month"],
    ["How is it renewed?", "#renewal", "31 December"],
    ["Is there help with the costs?", "#scholarships", "King County"],
  ])("%s is answered in two clicks", async (question, anchor, answer) => {
    const page = await site.open();
    await page.goto(site.url);
    await page.getByLabel("Where do you live?").selectOption({ label: "Washington" });
    await page.getByRole("link", { name: question }).click();
    await page.waitForURL(`**/associations/us-wa.html${anchor}`);
    await page.waitForFunction((to) => {
      const { top = -1 } = document.querySelector(to)?.getBoundingClientRect() ?? {};
      return top >= 0 && top < 300;
    }, anchor);
    expect(await firstScreen(page)).toContain(answer);
  });

  it("sees what Washington does otherwise, and the choice stays", async () => {
    const page = await site.open();
    await page.goto(`${site.url}costs.html`);
    await page.getByLabel("Show").selectOption({ label: "Washington" });
    expect(await page.locator("details[data-association]:visible").count()).toBe(1);
    expect(await firstScreen(page)).toContain("$80");
    await page.goto(`${site.url}deadlines.html`);
    await page.getByText("earlyrelationalhealth", { exact: false }).or(page.getByText("CERH")).first().waitFor();
    expect(await page.locator("details[data-association]:visible").count()).toBe(1);
  });

  it("reads it in Spanish", async () => {
    const page = await site.open();
    await page.goto(`${site.url}es/`);
    await page.getByRole("radio", { name: /guardería/ }).check();
    await page.getByRole("link", { name: /\(IFA\)/ }).click();
    await page.getByRole("heading", { level: 1, name: /\(IFA\)/ }).waitFor();
    const screen = await firstScreen(page);
    expect(screen).toContain("Qué pide");
    expect(screen).toContain("30 horas");
  });
});

describe("every kind of page", () => {
  const kinds = [
    "index.html",
    "pathways.html",
    "pathways/IFA.html",
    "associations.html",
    "associations/us-wa.html",
    "costs.html",
    "details/wa-act.html",
    "details/IFA.html",
    "details/us-wa.html",
    "details/where-to-apply.html",
    "developers/index.html",
    "developers/guide.html",
    "developers/language.html",
    "developers/playground.html",
    "developers/api/entries.html",
    "developers/api/index.html",
    "developers/api/know-the-rules-and-the-associations.html",
    "developers/api/forms.html",
    "staff/index.html",
    "404.html",
    "es/index.html",
    "es/pathways/IMHS.html",
    "es/scholarships.html",
    "es/associations/us-wa.html",
    "es/check.html",
    "es/staff/index.html",
  ];
  it.each(kinds)("%s is accessible in both themes and fits a phone", async (path) => {
    const page = await site.open();
    await page.goto(site.url + path);
    if (/playground|staff|check/.test(path)) await page.locator("textarea, [data-question]").first().waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(phone.width);
    expect(await violationsOf(page)).toEqual([]);
    await page.context().close();
  });

  it("what a search finds is accessible", async () => {
    const page = await site.open();
    await page.goto(site.url);
    await page.getByRole("button", { name: "Search" }).first().click();
    await page.locator(".search-input").fill("renewal");
    await page.locator(".results .result", { hasText: "Renewal of an endorsement" }).first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });
});

/** What people type, and the page that answers it. */
const searches = {
  "index.html": [
    ["which one fits me", "Which endorsement fits you?"],
    ["what am I missing", "Check yourself"],
    ["what does it cost", "What does it cost?"],
    ["until when can I apply", "Until when can I apply?"],
    ["how is it renewed", "How is it renewed?"],
    ["help with the costs", "Is there help with the costs?"],
    ["CDA", "Infant Family Associate (IFA)"],
    ["reflective supervision", "Endorsed Reflective Supervisor (ERS)"],
    ["Washington", "Center for Early Relational Health"],
    ["reflectve supervsor", "Endorsed Reflective Supervisor (ERS)"],
    ["deadlines", "Until when can I apply?"],
    ["scholarships", "Is there help with the costs?"],
    ["child care teacher", "Infant Family Associate (IFA)"],
    ["home visiting", "Infant Family Specialist (IFS)"],
    ["therapist", "Infant Mental Health Specialist (IMHS)"],
    ["renewal", "How is it renewed?"],
    ["Michigan", "Michigan Association for Infant Mental Health"],
  ],
  "es/index.html": [
    ["cuánto cuesta", "¿Cuánto cuesta?"],
    ["supervision reflexiva", "Supervisor o Supervisora Reflexiva con Acreditación (ERS)"],
    ["Carolina del Norte", "North Carolina Infant and Early Childhood Mental Health Association"],
    ["CDA", "Asociado o Asociada Familiar, Primera Infancia (0 a 3) (IFA)"],
    ["renovacion", "¿Cómo se renueva?"],
  ],
} as const;

describe("what people search for", () => {
  it.each(Object.entries(searches))("is found first, from %s", async (start, queries) => {
    const page = await site.open();
    await page.goto(site.url + start, { waitUntil: "networkidle" });
    await page
      .getByRole("button", { name: /^(Search|Buscar)$/ })
      .first()
      .click();
    const input = page.locator(".search-input");
    const results = page.locator(".results .result");
    const wrong: string[] = [];
    for (const [query, title] of queries) {
      // what was found before is gone, so that it is not taken for what is found now
      await input.fill("qqqq");
      await page.locator(".no-results").waitFor();
      await input.fill(query);
      await results.first().waitFor();
      const [first = ""] = await results.allInnerTexts();
      if (!first.includes(title)) wrong.push(`${query}: ${first}`);
      const links = await results.evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
      const lastForPeople = links.findLastIndex((to) => !/\/(?:developers|staff|details)\//.test(to));
      const firstOther = links.findIndex((to) => /\/(?:developers|staff|details)\//.test(to));
      if (firstOther !== -1 && firstOther < lastForPeople && firstOther < 3)
        wrong.push(`${query}: ${links[firstOther]}`);
    }
    expect(wrong).toEqual([]);
  });
});
