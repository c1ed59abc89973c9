/** Every flexible rule of the register is encoded, or says why it is none. */
import { describe, expect, test } from "vitest";
import { forms } from "../../scripts/author-schemas";
import { nameOf, questionsOf, register, usesOf } from "../../scripts/register";
import { embeddedRulebook } from "../../src/rules/embedded";
import { citations } from "../../src/rules/written";

const book = embeddedRulebook();
const uses = usesOf(book);
const series = (name: string, count: number) => Array.from({ length: count }, (_, index) => `${name}-${index + 1}`);
const ids = [
  ...series("ED", 10),
  "ED-7b",
  ...series("WK", 9),
  "WK-3b",
  ...series("TR", 6),
  ...series("RS", 14),
  ...series("RF", 5),
  ...series("ST", 9),
  ...series("EC", 21),
];

test("it holds every id of the research, once", () => {
  expect(register.map(({ id }) => id).sort()).toEqual([...ids].sort());
});

describe("a flexible rule", () => {
  test.for(register)("$id is accounted for", ({ id, form, because, sources }) => {
    expect(forms).toContain(form);
    expect(sources.length).toBeGreaterThan(0);
    const known = new Set(book.sources.map((one) => one.id));
    for (const { source } of citations(sources)) expect(known).toContain(source);
    const decides = form !== "advice" && form !== "process";
    expect(decides ? (uses.get(id) ?? []).length > 0 : because !== undefined, `${id} is encoded or says why not`).toBe(
      true,
    );
    expect(decides && because !== undefined).toBe(false);
  });
});

test("the rules carry no id that the register lacks", () => {
  expect([...uses.keys()].filter((id) => !ids.includes(id))).toEqual([]);
});

test("a use is named as a reader would", () => {
  const [pointer = ""] = uses.get("WK-3") ?? [];
  expect(nameOf(book, pointer)).toBe("internship-toward-dyadic-work");
  const [route = ""] = uses.get("ED-3") ?? [];
  expect(nameOf(book, route)).toBe("routes/a-degree");
});

describe("a question", () => {
  test.for(questionsOf(book))("$id has a form, a reason, and a place", ({ form, why, uses: places }) => {
    expect(["readings", "advice", "stands alone"]).toContain(form);
    expect(why.length).toBeGreaterThan(20);
    expect(places.length).toBeGreaterThan(0);
  });

  test("of each form there is one at least", () => {
    expect(new Set(questionsOf(book).map(({ form }) => form)).size).toBe(3);
  });
});
