/**
 * Checks credentials and renamed ids at load.
 */

import { heldWords } from "../evidence/entry-fact";
import type { Rulebook } from "../model/rulebook";
import { baseRequirements } from "../rules/in-force";
import { checkUnique } from "./editions";
import { quote, type Report, suggest } from "./report";

/** Checks what credentials become. */
export function checkCredentials({ credentials }: Rulebook, report: Report): void {
  checkUnique(
    credentials.map(({ id }, index) => ({ id, pointer: `/credentials/${index}/id` })),
    report,
  );
  const next = new Map<string, readonly string[]>();
  credentials.forEach(({ id, conversions = [] }, index) => {
    conversions.forEach(({ status, becomes }, at) => {
      const word = status === "full" ? id : `${id}:emerging`;
      next.set(word, [...(next.get(word) ?? []), ...becomes]);
      becomes.forEach((word, place) => {
        if (heldWords.includes(word)) return;
        const pointer = `/credentials/${index}/conversions/${at}/becomes/${place}`;
        report("unknown-word", pointer, `${quote(word)} is no category; write one, or one with ":emerging"`);
      });
    });
  });
  for (const word of next.keys()) {
    if (reaches(next, word, word))
      report("cycle", "/credentials", `${word} becomes, in the end, itself; break the circle`);
  }
}

function reaches(
  next: ReadonlyMap<string, readonly string[]>,
  from: string,
  to: string,
  seen = new Set<string>(),
): boolean {
  return (next.get(from) ?? []).some((word) => {
    if (word === to) return true;
    if (seen.has(word)) return false;
    seen.add(word);
    return reaches(next, word, to, seen);
  });
}

/** Checks that renamed ids lead somewhere. */
export function checkRenamed(rulebook: Rulebook, report: Report): void {
  const { renamed } = rulebook;
  const own = Object.values(rulebook.pathways).flatMap((file) => file.pathways);
  const known = own.flatMap(({ id }) => baseRequirements(rulebook, id).map((one) => `${id}/${one.id}`));
  renamed.forEach(({ from, to }, index) => {
    const onward = renamed.some((one) => one.from === to);
    if (!known.includes(to) && !onward) {
      report(
        "unknown-requirement",
        `/renamed/${index}/to`,
        `there is no requirement ${quote(to)}; ${suggest(to, known, "write pathway/requirement")}`,
      );
    }
    if (known.includes(from)) {
      report(
        "still-used",
        `/renamed/${index}/from`,
        `${quote(from)} is still a requirement; remove this line or rename the requirement`,
      );
    }
  });
  checkUnique(
    renamed.map(({ from }, index) => ({ id: from, pointer: `/renamed/${index}/from` })),
    report,
  );
}
