/** A form from the data: every field with its words, in the language that was asked for as far as that has them. */
import { describe, expect, test } from "vitest";
import { applicantFields, fields as collectionFields, collectionNames } from "../../src/evidence/fields";
import { type FormField, fields, languages, type Translation } from "../../src/forms";
import { trainingKinds } from "../../src/model/applicant";

const find = (all: readonly FormField[], at: string) => {
  const [collection, name] = at.includes(".") ? at.split(".") : [undefined, at];
  const found = all.find((one) => one.name === name && one.collection?.name === collection);
  if (found === undefined) throw new Error(`no field ${at}`);
  return found;
};

test("lists every field once, the collections group by group", () => {
  const all = fields();
  const names = all.map(({ name, collection }) => (collection ? `${collection.name}.${name}` : name));
  const expected = [
    ...Object.keys(applicantFields),
    ...collectionNames.flatMap((name) => Object.keys(collectionFields[name]).map((field) => `${name}.${field}`)),
  ];
  expect([...names].sort()).toEqual([...expected].sort());
  const groups = all.flatMap(({ collection }) => (collection ? [collection.group.label] : []));
  const order = groups.filter((label, index) => label !== groups[index - 1]);
  expect(order).toEqual([
    "Education and credentials",
    "Work and leadership",
    "Training",
    "Reflective supervision",
    "People you name",
    "Ratings, exam and application",
    "For the association",
  ]);
});

test("says of a field what a form needs", () => {
  const all = fields();
  expect(find(all, "work.fullTimeShare")).toEqual({
    name: "fullTimeShare",
    collection: expect.objectContaining({ name: "work", label: "Jobs, internships and volunteering", entry: "Job" }),
    type: "number",
    label: "Share of full time",
    help: "1 for full time, 0.5 for half time.",
    unit: "of full time",
    example: "0.5",
    group: { id: "job", label: "The job" },
    needed: false,
    least: 0,
    above: true,
    most: 1,
  });
  expect(find(all, "people.id")).toMatchObject({ needed: true, type: "text" });
  expect(find(all, "supervisionReceived.peer")).toMatchObject({ presumed: false, type: "boolean" });
  expect(find(all, "people.endorsements").fields?.map(({ name, label }) => [name, label])).toEqual([
    ["category", "Category"],
    ["status", "Status"],
    ["since", "Since"],
    ["until", "Until"],
    ["association", "Association"],
  ]);
});

test("names the words to choose from", () => {
  const kind = find(fields(), "training.kind").words ?? [];
  expect(kind.map(({ value }) => value)).toEqual([...trainingKinds]);
  expect(kind.find(({ value }) => value === "in-service")).toEqual({
    value: "in-service",
    label: "In-service",
    help: "A training at work.",
  });
  const unfinished = find(fields(), "unfinished").words ?? [];
  expect(unfinished.map(({ value }) => value)).toEqual([...collectionNames]);
  expect(unfinished.find(({ value }) => value === "supervisionReceived")?.label).toBe(
    "Reflective supervision you received",
  );
});

test("is plain data", () => {
  expect(JSON.parse(JSON.stringify(fields()))).toEqual(fields());
});

describe("another language", () => {
  const translation: Translation = {
    language: "fr",
    name: "français",
    groups: { training: "Formation" },
    collections: {
      training: {
        label: "Formations",
        fields: { hours: { label: "Heures", help: "Heures d'horloge.", unit: "heures" }, date: { label: "Date" } },
      },
    },
    words: { trainingKinds: { course: "Cours" } },
  };
  const all = fields({ translation });

  test("is used where it has words", () => {
    const hours = find(all, "training.hours");
    expect(hours).toMatchObject({ label: "Heures", help: "Heures d'horloge.", unit: "heures", example: "1.5" });
    expect(hours.collection).toMatchObject({ label: "Formations", group: { id: "training", label: "Formation" } });
    expect(hours).not.toHaveProperty("language");
  });

  test("is marked where it lacks them, and English stands in", () => {
    expect(find(all, "training.date")).toMatchObject({ label: "Date", language: "en" });
    expect(find(all, "work.paid")).toMatchObject({ label: "Paid", language: "en" });
    const words = find(all, "training.kind").words ?? [];
    expect(words.find(({ value }) => value === "course")).toEqual({
      value: "course",
      label: "Cours",
      help: "A college course or a series.",
    });
    expect(words.find(({ value }) => value === "webinar")).toMatchObject({ label: "Webinar", language: "en" });
  });

  test("that nobody has words for is English, and says so", () => {
    expect(find(fields({ language: "tlh" }), "work.paid")).toMatchObject({ label: "Paid", language: "en" });
  });

  test("of a region is the language", () => {
    expect(fields({ language: "en-US" })).toEqual(fields({ language: "en" }));
  });

  test("those that there are have names", () => {
    expect(languages()).toMatchObject({ en: "English" });
  });
});
