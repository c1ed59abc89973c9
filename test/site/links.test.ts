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

  it("weigh at most 100 kB each, beside what all of them share, which is loaded once", () => {
    const sizes = new Map<string, number>();
    const size = (file: string) => {
      const known = sizes.get(file) ?? gzipSync(readFileSync(join(DIST, file), "utf8")).length;
      sizes.set(file, known);
      return known;
    };
    const isShared = (file: string) => /(?:^|\/)(?:chunks\/|app\.|style\.)/.test(file);
    const loadedBy = (path: string) => {
      const urls = (htmlOf.get(path) ?? "").matchAll(/(?:href|src)="([^"]+\.(?:js|css))"/g);
      return [...new Set([...urls].map(([, url = ""]) => url.slice(BASE.length)))];
    };
    const weighs = (files: readonly string[]) => files.reduce((sum, file) => sum + size(file), 0);
    const heavy = pages.flatMap((path) => {
      const weight = size(path) + weighs(loadedBy(path).filter((file) => !isShared(file)));
      return weight > 100_000 ? [`${path}: ${weight}`] : [];
    });
    expect(heavy).toEqual([]);
    expect(weighs(loadedBy("index.html").filter(isShared))).toBeLessThan(110_000);
  });

  it("answer in at most 200 words what a category asks", () => {
    const counts = pages.flatMap((path) => {
      if (!/^(?:es\/)?pathways\//.test(path)) return [];
      const html = htmlOf.get(path) ?? "";
      const end = html.indexOf('class="action"');
      if (end === -1) return [];
      const text = html.slice(html.indexOf("<h1"), html.lastIndexOf("<a", end)).replaceAll(/<[^>]+>/g, " ");
      return [{ path, count: text.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word)).length }];
    });
    expect(counts.filter(({ count }) => count > 200)).toEqual([]);
    expect(counts.length).toBeGreaterThan(30);
  });

  it("list at most three levels deep, as a phone can show them", () => {
    const deep = pages.flatMap((path) => {
      if (/^developers\//.test(path)) return [];
      const html = htmlOf.get(path) ?? "";
      let depth = 0;
      let most = 0;
      for (const [tag] of html.slice(html.indexOf("<h1")).matchAll(/<\/?[uo]l\b/g)) {
        depth += tag.startsWith("</") ? -1 : 1;
        most = Math.max(most, depth);
      }
      return most > 3 ? [`${path}: ${most}`] : [];
    });
    expect(deep).toEqual([]);
  });

  it("allow nothing but their own files", () => {
    for (const [path, html] of htmlOf) {
      expect(html, path).toContain("default-src 'none'");
      expect(html, path).not.toMatch(/script-src [^;]*unsafe/);
    }
  });
});
