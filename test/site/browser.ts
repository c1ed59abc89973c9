/** A real browser for the built site: what it complains about fails the test that looks. */
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { type SiteServer, serveSite } from "./server";

/** Debian's package, or what the environment names. */
const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

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
      const context = await browser.newContext({ viewport: phone, ...options });
      context.setDefaultTimeout(8000);
      contexts.push(context);
      const page = await context.newPage();
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") found.push(`${page.url()}: ${message.text()}`);
      });
      page.on("pageerror", (error) => found.push(`${page.url()}: ${error.message}`));
      page.on("requestfailed", (request) => found.push(`${page.url()}: ${request.url()} failed`));
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
