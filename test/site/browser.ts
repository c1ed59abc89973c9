/** A real browser for the built site: what it complains about fails the test that looks. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { BASE, DIST, type SiteServer, serveSite } from "./server";

/** Debian's package, or what the environment names. */
const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** What Playwright says where it blocks what works without a network. */
const BLOCKED = "Service Worker registration blocked by Playwright";

/** A browser with the site, and everything that went wrong in its pages. */
export interface SiteBrowser {
  readonly url: string;
  readonly browser: Browser;
  /** Opens an empty browser, of a phone where nothing else is said. */
  readonly open: (options?: BrowserContextOptions) => Promise<Page>;
  /** What pages complained about since it was last asked: errors, policy reports, requests that failed or left the site. */
  readonly complaints: () => string[];
  readonly close: () => Promise<void>;
}

/** What files of the site weigh together, compressed as a server sends them. */
export const gzipped = (paths: readonly string[]): number =>
  paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(DIST, path.slice(BASE.length)))).length, 0);

/** What axe finds wrong in a page: everything in its theme, and the contrasts in the other one. */
export async function violationsOf(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).analyze();
  await page.emulateMedia({ colorScheme: "dark" });
  await page.locator("html.dark").waitFor();
  // colors change slowly
  await page.waitForTimeout(600);
  const inTheDark = await new AxeBuilder({ page }).withRules("color-contrast").analyze();
  return [...found.violations, ...inTheDark.violations].map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join("\n")}`,
  );
}

/** The screen of a small phone. */
export const phone = { width: 390, height: 844 } as const;

/** Starts the browser and the server. */
export async function startSite(): Promise<SiteBrowser> {
  const server: SiteServer = await serveSite();
  // as root, Chromium has no sandbox
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  const found: string[] = [];
  const contexts: BrowserContext[] = [];
  return {
    url: server.url,
    browser,
    async open(options = {}) {
      // what works without a network stores the whole site: one test looks at that
      const context = await browser.newContext({ viewport: phone, serviceWorkers: "block", ...options });
      context.setDefaultTimeout(20_000);
      contexts.push(context);
      const page = await context.newPage();
      page.on("console", (message) => {
        const isComplaint = message.type() === "error" || message.type() === "warning";
        if (isComplaint && !message.text().includes(BLOCKED)) found.push(`${page.url()}: ${message.text()}`);
      });
      page.on("pageerror", (error) => found.push(`${page.url()}: ${error.message}`));
      page.on("requestfailed", (request) => {
        const because = request.failure()?.errorText;
        // a page that is left or loaded again gives up what it still fetches
        if (because !== "net::ERR_ABORTED") found.push(`${page.url()}: ${request.url()} failed, ${because}`);
      });
      page.on("request", (request) => {
        const url = request.url();
        if (!url.startsWith(server.url) && !/^(?:data|blob):/.test(url)) found.push(`${page.url()} asked for ${url}`);
      });
      return page;
    },
    complaints: () => found.splice(0),
    async close() {
      for (const context of contexts) await context.close();
      await browser.close();
      await server.close();
    },
  };
}
