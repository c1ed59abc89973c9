import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { BASE, DIST } from "./server";

const pages = readdirSync(DIST, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".html"));
const htmlOf = new Map(pages.map((path) => [path, readFileSync(join(DIST, path), "utf8")]));
const idsOf = new Map(
  [...htmlOf].map(([path, html]) => [path, new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))]),
);

/** The pages and places to which a page links, inside of the site. */
function linksOf(path: string): { readonly to: string; readonly id: string }[] {
  const html = htmlOf.get(path) ?? "";
  return [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].flatMap(([, href = ""]) => {
    if (/^(?:https?|mailto|data):/.test(href)) return [];
    const [file = "", id = ""] = href.replaceAll("&amp;", "&").split("#");
    const [bare = ""] = file.split("?");
    const to = bare.startsWith(BASE) ? bare.slice(BASE.length) : bare === "" ? path : join(dirname(path), bare);
    const whole = to === "" || to.endsWith("/") ? `${to}index.html` : to;
    return [{ to: normalize(decodeURI(whole)), id: decodeURIComponent(id) }];
  });
}

describe("the built pages", () => {
  it("link to nothing that is not there", () => {
    const dead = pages.flatMap((path) =>
      linksOf(path).flatMap(({ to, id }) => {
        const ids = idsOf.get(to);
        if (ids === undefined) return [`${path} → ${to}`];
        return id === "" || ids.has(id) ? [] : [`${path} → ${to}#${id}`];
      }),
    );
    expect([...new Set(dead)]).toEqual([]);
    expect(pages.length).toBeGreaterThan(100);
  });

  it("weigh at most 100 kB each, with what they load first", () => {
    const heavy = pages.flatMap((path) => {
      const html = htmlOf.get(path) ?? "";
      const loaded = [...html.matchAll(/(?:href|src)="([^"]+\.(?:js|css))"/g)].map(([, url = ""]) =>
        url.slice(BASE.length),
      );
      const all = [html, ...[...new Set(loaded)].map((file) => readFileSync(join(DIST, file), "utf8"))];
      const weight = all.reduce((sum, text) => sum + gzipSync(text).length, 0);
      return weight > 100_000 ? [`${path}: ${weight}`] : [];
    });
    expect(heavy).toEqual([]);
  });

  it("allow nothing but their own files", () => {
    for (const [path, html] of htmlOf) {
      expect(html, path).toContain("default-src 'none'");
      expect(html, path).not.toMatch(/script-src [^;]*unsafe/);
    }
  });
});
