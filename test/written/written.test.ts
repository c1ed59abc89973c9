/** What people write is read as they mean it, what has two meanings is not decided, and what is no such thing is not read. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayNumber, firstDay, isoDay } from "../../src/base/calendar";
import { countryLikeState, isPlace } from "../../src/base/known-places";
import { readWrittenAges } from "../../src/base/written/ages";
import { readWrittenAmount, readWrittenShare } from "../../src/base/written/amount";
import { readWrittenAnswer } from "../../src/base/written/answer";
import { durationBetween, isTime, readWrittenTimes } from "../../src/base/written/clock";
import { readSerialDay, readWrittenDay } from "../../src/base/written/day";
import { readWrittenAssociation, readWrittenPlace } from "../../src/base/written/place";
import { isPresent, readWrittenSpan } from "../../src/base/written/span";

describe("a day", () => {
  test.for([
    ["3/14/2024", "2024-03-14"],
    ["14/3/2024", "2024-03-14"],
    ["14.3.2024", "2024-03-14"],
    ["03-14-2024", "2024-03-14"],
    ["2024-3-4", "2024-03-04"],
    ["2024/03/14", "2024-03-14"],
    ["20240314", "2024-03-14"],
    ["5/5/2024", "2024-05-05"],
    ["March 14, 2024", "2024-03-14"],
    ["Mar. 14 2024", "2024-03-14"],
    ["March 14th, 2024", "2024-03-14"],
    ["14 March 2024", "2024-03-14"],
    ["14-Mar-2024", "2024-03-14"],
    ["14 de marzo de 2024", "2024-03-14"],
    ["mar. 2024", "2024-03"],
    ["Thu 3/14/2024", "2024-03-14"],
    ["Thursday, March 14, 2024", "2024-03-14"],
    ["martes 12 de marzo de 2024", "2024-03-12"],
    ["3/14/2024 9:00 AM", "2024-03-14"],
    ["2024-03-14T09:30:00.000Z", "2024-03-14"],
    ["March 2024", "2024-03"],
    ["Sept. 2019", "2019-09"],
    ["3/2024", "2024-03"],
    ["2024-03", "2024-03"],
    ["2019", "2019"],
  ])("%s", ([text, day]) => {
    expect(readWrittenDay(text as string)).toEqual({ day });
  });

  test.for([
    ["3/14/24", "2024-03-14", "two-digit-year"],
    ["3/14/79", "1979-03-14", "two-digit-year"],
    ["14-Mar-24", "2024-03-14", "two-digit-year"],
    ["Mar-24", "2024-03", "two-digit-year"],
    ["Mar 5 '19", "2019-03-05", "two-digit-year"],
    ["Spring 2024", "2024", "season"],
    ["mid 2020", "2020", "season"],
    ["45365", "2024-03-14", "serial"],
  ])("%s, with a doubt", ([text, day, doubt]) => {
    expect(readWrittenDay(text as string)).toEqual({ day, doubt });
  });

  test("that can be read in two orders is decided by the order only", () => {
    expect(readWrittenDay("3/4/2024")).toEqual({ ambiguous: { mdy: "2024-03-04", dmy: "2024-04-03" } });
    expect(readWrittenDay("3/4/2024", { order: "mdy" })).toEqual({ day: "2024-03-04" });
    expect(readWrittenDay("3/4/2024", { order: "dmy" })).toEqual({ day: "2024-04-03" });
    expect(readWrittenDay("14/3/2024", { order: "mdy" })).toEqual({ day: "2024-03-14", doubt: "other-order" });
    expect(readWrittenDay("24-03-14", { order: "ymd" })).toEqual({ day: "2024-03-14", doubt: "two-digit-year" });
  });

  test("without a year takes that of the context, or says that it has none", () => {
    for (const text of ["3/14", "March 14", "14 March", "Mar. 14"]) {
      expect(readWrittenDay(text), text).toEqual({ yearless: true });
      const told = readWrittenDay(text, { year: 2023 });
      expect(told, text).toEqual({ day: "2023-03-14", doubt: "year-from-elsewhere" });
    }
  });

  test.for([
    "",
    "hello",
    "2/30/2024",
    "31/31/2024",
    "2024-13-01",
    "6/31/2024",
    "March 0",
    "123456",
    "1/2/3/4",
    "99/99",
  ])("%s is none", (text) => {
    expect(readWrittenDay(text)).toBeUndefined();
  });

  const days = fc.integer({ min: dayNumber("1950-01-01"), max: dayNumber("2049-12-31") }).map(isoDay);
  const monthNames = [
    "Jan",
    "February",
    "Mar.",
    "April",
    "May",
    "June",
    "Jul",
    "Aug",
    "Sept",
    "Oct.",
    "Nov",
    "December",
  ];
  const forms: readonly ((year: string, month: string, day: string) => string)[] = [
    (year, month, day) => `${year}-${month}-${day}`,
    (year, month, day) => `${Number(month)}/${Number(day)}/${year}`,
    (year, month, day) => `${month}-${day}-${year}`,
    (year, month, day) => `${monthNames[Number(month) - 1]} ${Number(day)}, ${year}`,
    (year, month, day) => `${Number(day)} ${monthNames[Number(month) - 1]} ${year}`,
    (year, month, day) => `${month}/${day}/${year} 10:15`,
  ];

  test("in every form is the day that was written", () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...forms), (day, form) => {
        const [year = "", month = "", date = ""] = day.split("-");
        expect(readWrittenDay(form(year, month, date), { order: "mdy" })).toEqual({ day });
      }),
    );
  });

  test("as a spreadsheet knows it is that day", () => {
    fc.assert(
      fc.property(days, (day) => {
        const serial = dayNumber(day) - dayNumber("1970-01-01") + 25_569;
        expect(readSerialDay(serial)?.day).toBe(day);
        expect(readSerialDay(serial + 0.9)?.day).toBe(day);
      }),
    );
    expect(readSerialDay(12)).toBeUndefined();
  });

  test("is one of the calendar, whatever the text", () => {
    const piece = fc.constantFrom(
      "1",
      "31",
      "2024",
      "24",
      "/",
      "-",
      " ",
      ".",
      "Mar",
      "March",
      ",",
      "'",
      "to",
      "present",
      "T",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((all) => all.join("")),
        ),
        (text) => {
          const found = readWrittenDay(text, { year: 2024 });
          const told =
            found === undefined || "yearless" in found
              ? []
              : "day" in found
                ? [found.day]
                : Object.values(found.ambiguous);
          for (const day of told) expect(firstDay(day), `${text}: ${day}`).not.toBeNaN();
          readWrittenSpan(text);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe("a span", () => {
  const day = (text: string) => ({ day: text });
  test.for([
    ["Sept 2019 – present", "2019-09", "present"],
    ["Sept. 2019-Present", "2019-09", "present"],
    ["5/2019 - current", "2019-05", "present"],
    ["2017–", "2017", "present"],
    ["since May 2019", "2019-05", "present"],
    ["desde 2019", "2019", "present"],
    ["enero 2020 - actualidad", "2020-01", "present"],
    ["9/2019 - 5/2021", "2019-09", "2021-05"],
    ["2019-2021", "2019", "2021"],
    ["2019 to 2021", "2019", "2021"],
    ["Aug 2018 through June 2019", "2018-08", "2019-06"],
    ["March 14–16, 2024", "2024-03-14", "2024-03-16"],
    ["March 14 - April 2, 2024", "2024-03-14", "2024-04-02"],
    ["14–16 March 2024", "2024-03-14", "2024-03-16"],
    ["Dec 28 – Jan 3, 2024", "2023-12-28", "2024-01-03"],
    ["Jan–Mar 2024", "2024-01", "2024-03"],
    ["3/14-3/16/2024", "2024-03-14", "2024-03-16"],
    ["2024-03-14 to 2024-03-16", "2024-03-14", "2024-03-16"],
  ])("%s", ([text, start, end]) => {
    const to = end === "present" ? end : day(end as string);
    expect(readWrittenSpan(text as string)).toEqual({ start: day(start as string), end: to });
  });

  test("that only ends", () => {
    expect(readWrittenSpan("until May 2020")).toEqual({ end: day("2020-05") });
  });

  test("of a school year ends in the next", () => {
    expect(readWrittenSpan("2019-20")).toEqual({ start: day("2019"), end: { day: "2020", doubt: "two-digit-year" } });
  });

  test.for(["", "2024-03-14", "March 2024", "hello - there", "present"])("%s is none", (text) => {
    expect(readWrittenSpan(text)).toBeUndefined();
  });

  test("that goes on", () => {
    for (const text of ["present", "Current", "to date", "now", "ongoing", "actualidad"])
      expect(isPresent(text), text).toBe(true);
    for (const text of ["", "2024", "presented"]) expect(isPresent(text), text).toBe(false);
  });
});

describe("an amount", () => {
  test.for([
    ["1.5", 1.5, undefined],
    ["1,5", 1.5, undefined],
    ["1,200", 1200, undefined],
    ["1½", 1.5, undefined],
    ["1 1/2", 1.5, undefined],
    [".5", 0.5, undefined],
    ["1.5 hrs", 1.5, "hours"],
    ["6 contact hours", 6, "hours"],
    ["3/4 hr", 0.75, "hours"],
    ["90 min", 1.5, "hours"],
    ["45'", 0.75, "hours"],
    ["1:30", 1.5, "hours"],
    ["1 h 30", 1.5, "hours"],
    ["1 hour and 15 minutes", 1.25, "hours"],
    ["2 horas", 2, "hours"],
    [".6 CEU", 0.6, "ceus"],
    ["CEU: 0.6", 0.6, "ceus"],
    ["3 credits", 3, "credits"],
    ["3 credit hours", 3, "credits"],
    ["20 hrs/week", 20, "hours-per-week"],
    ["50%", 50, "percent"],
    ["0.5 FTE", 0.5, "share"],
  ] as const)("%s", ([text, amount, unit]) => {
    expect(readWrittenAmount(text)).toEqual({ amount, ...(unit && { unit }) });
  });

  test("that is about so much says so", () => {
    for (const text of ["~2", "about 2", "2+", "approx. 2"]) {
      expect(readWrittenAmount(text), text).toEqual({ amount: 2, about: true });
    }
  });

  test.for(["", "-1", "n/a", "2-3 hours", "3/14", "1:75", "two", "see attached", "1 1 1"])("%s is none", (text) => {
    expect(readWrittenAmount(text)).toBeUndefined();
  });

  test("of full time in words", () => {
    expect(["FT", "full-time", "half time", "PT", "part time", "x"].map(readWrittenShare)).toEqual([
      1,
      1,
      0.5,
      "some",
      "some",
      undefined,
    ]);
  });

  test("is a number of at least 0, whatever the text", () => {
    const piece = fc.constantFrom("1", "30", ".", ",", ":", " ", "h", "min", "/", "½", "-", "CEU", "%");
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((all) => all.join("")),
        ),
        (text) => {
          const found = readWrittenAmount(text);
          if (found !== undefined) expect(found.amount, text).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe("times of day", () => {
  test.for([
    ["9:00 - 10:30 am", 1.5],
    ["9-10:30am", 1.5],
    ["1:00 pm to 2:15 pm", 1.25],
    ["1-2:30 pm", 1.5],
    ["13:00-14:30", 1.5],
    ["9 to noon", 3],
    ["10pm-1am", 3],
    ["0900-1030", 1.5],
  ] as const)("%s", ([text, hours]) => {
    expect(readWrittenTimes(text)).toEqual({ hours });
  });

  test("whose half of the day is worked out say so", () => {
    expect(durationBetween("11:30", "1:00")).toEqual({ hours: 1.5, guessed: true });
    expect(durationBetween("8:30", "4:30")).toEqual({ hours: 8, guessed: true });
  });

  test.for(["9:00", "9:00-9:00", "25:00-26:00", "a-b", "1-2-3", "13 pm - 2 pm"])("%s is no duration", (text) => {
    expect(readWrittenTimes(text)).toBeUndefined();
  });

  test("are told from other texts", () => {
    expect(["9:00 am", "9", "noon", "9:75", "hello"].map(isTime)).toEqual([true, true, true, false, false]);
  });
});

describe("ages", () => {
  test.for([
    ["0-36 months", [0, 36], false],
    ["Birth-3 yrs", [0, 36], false],
    ["18 months - 3 years", [18, 36], false],
    ["36-72 mos", [36, 72], false],
    ["birth to 3", [0, 36], true],
    ["0-36", [0, 36], true],
    ["3-5", [36, 60], true],
    ["B-5", [0, 60], true],
    ["under 3", [0, 36], true],
    ["Infant/Toddler", [0, 36], true],
    ["preschool", [36, 60], true],
  ] as const)("%s", ([text, ages, guessed]) => {
    expect(readWrittenAges(text)).toEqual({ ages, ...(guessed && { guessed }) });
  });

  test("with a unit in the heading", () => {
    expect(readWrittenAges("0-3", "months")).toEqual({ ages: [0, 3] });
    expect(readWrittenAges("0-3", "years")).toEqual({ ages: [0, 36] });
  });

  test("before birth", () => {
    expect(readWrittenAges("prenatal to 3 years")).toEqual({ ages: [0, 36], prenatal: true });
    expect(readWrittenAges("Prenatal")).toEqual({ prenatal: true });
  });

  test.for(["", "3-1", "all ages", "children"])("%s are none", (text) => {
    expect(readWrittenAges(text)).toBeUndefined();
  });
});

test("answers", () => {
  expect(["Yes", "y", "X", "✓", "Sí", "no", "N", "false", "maybe", ""].map(readWrittenAnswer)).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
    false,
    false,
    undefined,
    undefined,
  ]);
});

describe("places", () => {
  test.for<readonly [text: string, places: readonly string[], associations: readonly string[]]>([
    ["WA", ["US-WA", "AU-WA"], ["us-wa", "au-wa"]],
    ["OH", ["US-OH"], ["us-oh"]],
    ["Washington", ["US-WA"], ["us-wa"]],
    ["Washington, DC", ["US-DC"], ["us-dc"]],
    ["Seattle, Washington, USA", ["US-WA"], ["us-wa"]],
    ["Western Australia", ["AU-WA"], ["au-wa"]],
    ["US-wa", ["US-WA"], ["us-wa"]],
    ["US, WA", ["US-WA"], ["us-wa"]],
    ["USA", ["US"], []],
    ["ie", ["IE"], ["ie"]],
    ["UK", ["GB"], ["gb"]],
    ["WA-AIMH", [], ["us-wa"]],
    ["AZ AIMH", [], ["us-az"]],
    ["Michigan Association for Infant Mental Health", [], ["us-mi"]],
    ["WAIMH", [], ["waimh"]],
    ["Alliance", [], ["alliance"]],
    ["Nowhere", [], []],
  ])("%s", ([text, places, associations]) => {
    expect([readWrittenPlace(text), readWrittenAssociation(text)]).toEqual([places, associations]);
  });

  test.for(["US-WA", "AU-NSW", "IE", "GB-NIR", "US"])("there is %s", (place) => expect(isPlace(place)).toBe(true));
  test.for(["WA", "US-XX", "ZZ", "us-wa", "US-", "US-WAA", "", "USA", "AU-OH"])("there is no %j", (place) =>
    expect(isPlace(place)).toBe(false),
  );

  test("countries that may be taken for states", () => {
    expect(["TN", "US", "IE", "US-TN", "WA"].map(countryLikeState)).toEqual([
      "Tunisia",
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
