/** What is not asked cannot change the verdict. */
import { expect, test } from "vitest";
import { type Field, presumedOf } from "../../src/evidence/field";
import { collectionNames, fields } from "../../src/evidence/fields";
import { questions } from "../../src/explain/questions";
import { evaluate } from "../../src/index";
import type { Applicant, CollectionName, Day } from "../../src/model/applicant";
import type { Verdict } from "../../src/model/verdict";
import { answer } from "../generate/answers";
import { Generator, numbers } from "../generate/applicants";
import { goldenCases } from "../generate/golden-cases";

const cases = goldenCases();

type Told = Readonly<Record<string, unknown>>;

/** The states of pathways, and of what those require that are open to the applicant. */
const statesOf = ({ pathways }: Verdict) =>
  pathways.map(({ pathway, status, requirements }) => [
    pathway,
    status,
    ...requirements.flatMap((one) =>
      one.obligation === "required" && status !== "not-offered" ? [`${one.id} ${one.status}`] : [],
    ),
  ]);

/** Leaves fields and collections out at random; people stay, for evidence names them. */
function hide(applicant: Applicant, random: () => number): Applicant {
  const kept = Object.entries(applicant).filter(([name]) => name === "people" || random() > 0.2);
  return Object.fromEntries(
    kept.map(([name, told]) => {
      if (!Array.isArray(told) || name === "unfinished" || name === "decisions") return [name, told];
      return [name, told.map((entry: Told) => hideFields(name as CollectionName, entry, random))];
    }),
  ) as Applicant;
}

function hideFields(collection: CollectionName, entry: Told, random: () => number): Told {
  const all = fields[collection] as Readonly<Record<string, Field>>;
  return Object.fromEntries(
    Object.entries(entry).filter(([name]) => {
      const field = all[name];
      const stays = name === "id" || field === undefined || field.needed || field.presumed !== undefined;
      return stays || ["start", "end", "date"].includes(name) || random() > 0.15;
    }),
  );
}

/** Fields that tell the same in another way: whoever is asked for the one can tell the other. */
const insteadOf: Readonly<Record<string, string>> = {
  "memberships.purchased": "memberships.until",
  "training.credits": "training.hours",
  "training.ceus": "training.hours",
  "work.hoursPerWeek": "work.fullTimeShare",
};

/** Tells everything that was neither told nor asked about. */
function tellTheRest(applicant: Applicant, asked: ReadonlySet<string>, day: Day, random: () => number): Applicant {
  const people = (applicant.people ?? []).map(({ id }) => id);
  const told: Record<string, unknown> = { ...applicant };
  for (const name of collectionNames) {
    const entries = applicant[name] as readonly Told[] | undefined;
    if (name === "decisions" || name === "applications") continue;
    if (entries === undefined) {
      if (name !== "people" && !asked.has(name)) told[name] = [];
      continue;
    }
    told[name] = entries.map((entry, index) => ({ ...entry, ...rest(name, entry, index) }));
  }
  return told as Applicant;

  function rest(name: CollectionName, entry: Told, index: number): Told {
    const more: Record<string, unknown> = {};
    for (const [field, what] of Object.entries(fields[name]) as [string, Field][]) {
      // work is presumed to be full time
      const isFullTime = name === "work" && (field === "fullTimeShare" || field === "hoursPerWeek");
      const isTold = entry[field] !== undefined || presumedOf(what, entry) !== undefined || isFullTime;
      const id = name === "people" ? `people/${entry["id"]}.${field}` : `${name}.${field}`;
      if (isTold || asked.has(id) || asked.has(insteadOf[id] ?? "") || what.type === "text" || index > 40) continue;
      // one day or two: an entry is not told anew
      if (["date", "start", "end"].includes(field)) continue;
      const value = answer(what, day, people, random);
      if (value !== undefined) more[field] = value;
    }
    return more;
  }
}

test("what is not asked cannot change the verdict: it is all told, and no state changes", () => {
  const generator = new Generator(cases, 21);
  const random = numbers(21);
  const pathways = ["IFA", "IFS", "IMHS", "IMHM-C", "ECFS", "ERS"] as const;
  let told = 0;
  for (let count = 0; count < 60; count++) {
    const { applicant: whole, asOf: day } = generator.next();
    const applicant = hide(whole, random);
    const options = { asOf: day, pathways, ...(count % 4 === 0 && { association: "us-mi" as const }) };
    const asked = new Set(questions(applicant, options).map(({ id }) => id));
    const before = evaluate(applicant, options);
    const further = tellTheRest(applicant, asked, day, random);
    expect(statesOf(evaluate(further, options)), JSON.stringify(applicant)).toEqual(statesOf(before));
    told += JSON.stringify(further).length - JSON.stringify(applicant).length;
  }
  // nothing of this is empty
  expect(told).toBeGreaterThan(10_000);
});
