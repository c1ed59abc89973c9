/**
 * Things told twice: entries, people, and sessions that are among the hours of a span as well.
 */
import { countUpTo, firstDay, lastDay } from "../../base/calendar";
import { canonical } from "../../base/canonical";
import { collectionNames } from "../../evidence/fields";
import { toldIn } from "../../evidence/told";
import type { Applicant, Supervision } from "../../model/applicant";
import { supervisions, type Warning, warning } from "./warning";

/** Entries that say the same. */
export function sameEntries(applicant: Applicant): Warning[] {
  return collectionNames.flatMap((name) => {
    if (name === "people") return [];
    const texts = toldIn(applicant, name).map(canonical);
    return repeated(texts.map((text) => (text === NOTHING ? "" : text))).map(([index, earlier]) =>
      warning(
        "same-entry-twice",
        `/${name}/${index}`,
        `it says the same as /${name}/${earlier}, and both count`,
        "Remove one, unless it happened twice.",
        { other: `/${name}/${earlier}` },
        [`/${name}/${earlier}`],
      ),
    );
  });
}

/** People who have the same name. */
export function samePeople({ people = [] }: Applicant): Warning[] {
  return repeated(people.map(({ name = "" }) => name.trim().toLowerCase())).map(([index, earlier]) =>
    warning(
      "same-person-twice",
      `/people/${index}/name`,
      `/people/${earlier} has the same name`,
      "If it is the same person, tell the person once, and use one id everywhere.",
      { other: `/people/${earlier}` },
      [`/people/${earlier}/name`],
    ),
  );
}

/** The indexes of texts that stood before, each with the first index; an empty text is none. */
function repeated(texts: readonly string[]): (readonly [index: number, earlier: number])[] {
  const first = new Map<string, number>();
  return texts.flatMap((text, index) => {
    const earlier = first.get(text);
    if (earlier !== undefined) return [[index, earlier] as const];
    if (text !== "") first.set(text, index);
    return [];
  });
}

const NOTHING = "{}";

/** Sessions that lie in a span of sessions with the same provider: their hours may be in the hours of the span. */
export function countedTwice(applicant: Applicant): Warning[] {
  return supervisions.flatMap((name) => {
    const list = applicant[name] ?? [];
    const spans = spansByProvider(list);
    return list.flatMap((entry, index) => {
      const around = entry.date === undefined ? undefined : spanAround(spans.get(providerOf(entry)), entry.date);
      if (around === undefined) return [];
      return warning(
        "counted-twice",
        `/${name}/${index}`,
        `this session lies within the span that /${name}/${around} tells, with the same provider`,
        "If its hours are among the hours of the span, remove one of the two.",
        { other: `/${name}/${around}` },
        [`/${name}/${around}`],
      );
    });
  });
}

const providerOf = ({ provider, format }: Pick<Supervision, "provider" | "format">): string =>
  `${provider ?? ""}\n${format ?? ""}`;

/** Spans in the order of their first days, and of those up to each the one that ends last. */
interface Spans {
  readonly starts: number[];
  readonly latest: { readonly to: number; readonly index: number }[];
}

function spansByProvider(list: readonly Supervision[]): ReadonlyMap<string, Spans> {
  const told = list.flatMap(({ start, end, hours, ...entry }, index) =>
    start === undefined || end === undefined || hours === undefined
      ? []
      : [{ key: providerOf(entry), from: firstDay(start), to: lastDay(end), index }],
  );
  const all = new Map<string, Spans>();
  for (const { key, from, to, index } of told.sort((a, b) => a.from - b.from)) {
    const { starts, latest } = all.get(key) ?? { starts: [], latest: [] };
    const before = latest.at(-1);
    starts.push(from);
    latest.push(before !== undefined && before.to >= to ? before : { to, index });
    all.set(key, { starts, latest });
  }
  return all;
}

/** The index of a span that a day lies in for certain. */
function spanAround(spans: Spans | undefined, date: string): number | undefined {
  const found = spans?.latest[countUpTo(spans.starts, firstDay(date)) - 1];
  return found !== undefined && lastDay(date) <= found.to ? found.index : undefined;
}
