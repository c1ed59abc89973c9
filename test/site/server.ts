/** Serves the built site from a sub-path, as a host of static files does. */
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

/** Where the built site lies. */
export const DIST = "docs/.vitepress/dist";
/** The sub-path from which it is served. */
export const BASE = "/endorsement-pathways/";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

/** A running server. */
export interface SiteServer {
  /** Where it answers, with the sub-path. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Starts a server for the built site. */
export async function serveSite(): Promise<SiteServer> {
  const server: Server = createServer(async ({ url = "/" }, response) => {
    const path = decodeURIComponent(new URL(url, "http://site").pathname);
    const file = path.endsWith("/") ? `${path}index.html` : path;
    try {
      if (!file.startsWith(BASE)) throw new Error(`${file} lies outside of the site`);
      const body = await readFile(join(DIST, normalize(file.slice(BASE.length))));
      response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404).end("not found");
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${BASE}`,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
