/** The site without a network: what a first visit stores, so that the answers and the self-check stay at hand. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Pages for those who read on paper-long lines, and what belongs to them: stored once they are read. */
const RARELY =
  /^(?:es\/)?(?:details|developers|staff)\/|^assets\/(?:es_)?(?:details|developers|staff)_|^assets\/chunks\/(?:OverlayEditor|RulePlayground)|^sw\.js$/;

/** Writes the service worker of a built site. */
export function writeServiceWorker(outDir: string, base: string): void {
  const files = readdirSync(outDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(outDir.length + 1)
        .replaceAll("\\", "/"),
    )
    .filter((path) => /\.(?:html|js|css|json|svg)$/.test(path) && !RARELY.test(path))
    .sort();
  const hash = createHash("sha256");
  for (const path of files) hash.update(path).update(readFileSync(join(outDir, path)));
  const name = `endorsement-pathways-${hash.digest("hex").slice(0, 16)}`;
  writeFileSync(
    join(outDir, "sw.js"),
    workerCode(
      name,
      files.map((path) => `${base}${path}`),
    ),
  );
}

/** The code of the worker: pages come from the network while there is one, everything else from the store. */
const workerCode = (name: string, files: readonly string[]): string => `const NAME = ${JSON.stringify(name)};
const FILES = ${JSON.stringify(files)};
self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => {
  const drop = (names) => Promise.all(names.filter((name) => name.startsWith("endorsement-pathways-") && name !== NAME).map((name) => caches.delete(name)));
  event.waitUntil(caches.keys().then(drop).then(() => self.clients.claim()));
});
const stored = (request) => caches.match(request, { ignoreSearch: true });
const fetched = async (request) => {
  const response = await fetch(request);
  if (response.ok) (await caches.open(NAME)).put(request, response.clone());
  return response;
};
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  const answer = request.mode === "navigate"
    ? fetched(request).catch(async () => (await stored(request)) ?? (await stored(request.url.replace(/\\/(\\?.*)?$/, "/index.html"))) ?? Response.error())
    : stored(request).then((response) => response ?? fetched(request));
  event.respondWith(answer);
});
`;
