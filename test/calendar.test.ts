/** Days, in time zones of all kinds. */
import { describe, expect, test } from "vitest";
import {
  addMonths,
  countUpTo,
  cycleOf,
  dayNumber,
  firstDay,
  isDay,
  isExact,
  isoDay,
  LAST_DAY,
  lastDay,
  yearlyAfter,
  yearlyUpTo,
} from "../src/base/calendar";
import { numbers } from "./generate/applicants";
import { runIn, zones } from "./generate/zones";

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number) =>
  [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] as number;
const iso = (year: number, month: number, day: number) =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

describe.each(Object.entries(zones))("in %s", (zone, minutes) => {
  runIn(zone);

  test("clocks are those of the zone", () => {
    expect(new Date("2026-01-01T00:00Z").getTimezoneOffset()).toBe(minutes);
  });

  describe("a day", () => {
    test("is one more than the day before it, from 1900 to 2100", () => {
      let expected = dayNumber("1900-01-01");
      expect(dayNumber("1970-01-01")).toBe(0);
      expect(isDay("1970-01-01")).toBe(true);
      for (let year = 1900; year <= 2100; year++) {
        for (let month = 1; month <= 12; month++) {
          for (let day = 1; day <= daysIn(year, month); day++) {
            const text = iso(year, month, day);
            if (dayNumber(text) !== expected || isoDay(expected) !== text) expect.fail(text);
            expected++;
          }
        }
      }
    });

    test.for([
      "2025-02-29",
      "2025-02-30",
      "2025-04-31",
      "2025-13-01",
      "2025-00-10",
      "2025-01-00",
      "2025-1-1",
      "20250101",
      "2025-01-01T00:00",
      "1899-12-31",
      "0099-01-01",
      "",
      "today",
      "2025/01-01",
      "2025-01/01",
      "2025-0:-10",
      "2025-1/-10",
      "202a-01-01",
      "२०२५-०१-०१",
    ])("is not %s", (text) => {
      expect(dayNumber(text)).toBeNaN();
      expect(isDay(text)).toBe(false);
    });
  });

  describe("a step by months", () => {
    test("ends on the same day of the month, or on the last of a shorter one", () => {
      const random = numbers(1);
      for (let count = 0; count < 5_000; count++) {
        const year = 1930 + Math.floor(random() * 150);
        const month = 1 + Math.floor(random() * 12);
        const day = 1 + Math.floor(random() * daysIn(year, month));
        const months = Math.floor(random() * 240) - 120;
        const index = year * 12 + month - 1 + months;
        const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
        const expected = iso(toYear, toMonth, Math.min(day, daysIn(toYear, toMonth)));
        expect(isoDay(addMonths(dayNumber(iso(year, month, day)), months))).toBe(expected);
      }
    });

    test("goes over days that some time zones never had, or had twice", () => {
      // Samoa left out 30 December 2011; clocks change in New York on 10 March and 3 November 2024
      expect(isoDay(addMonths(dayNumber("2011-11-30"), 1))).toBe("2011-12-30");
      expect(isoDay(addMonths(dayNumber("2024-02-10"), 1))).toBe("2024-03-10");
      expect(isoDay(addMonths(dayNumber("2024-12-03"), -1))).toBe("2024-11-03");
      expect(isoDay(addMonths(dayNumber("2020-02-29"), 12))).toBe("2021-02-28");
      expect(addMonths(Infinity, 1)).toBe(Infinity);
    });
  });

  test("a month and a year stand for their first and last day", () => {
    const both = (text: string) => [isoDay(firstDay(text)), isoDay(lastDay(text))];
    expect(both("2024")).toEqual(["2024-01-01", "2024-12-31"]);
    expect(both("2024-02")).toEqual(["2024-02-01", "2024-02-29"]);
    expect(both("2023-02")).toEqual(["2023-02-01", "2023-02-28"]);
    expect(both("2024-05-06")).toEqual(["2024-05-06", "2024-05-06"]);
    expect([firstDay("2024-13"), lastDay("2024-13"), lastDay("x")]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  test("only a whole day is exact, and the last one that can be written is of the year 9999", () => {
    expect(["2024", "2024-02", "2024-02-29"].map(isExact)).toEqual([false, false, true]);
    expect(isoDay(LAST_DAY)).toBe("9999-12-31");
  });

  test("a month and day come once a year: the next one lies after a day, the last one on it or before", () => {
    const after = (day: string) => isoDay(yearlyAfter(dayNumber(day), "01-31"));
    expect(["2024-12-31", "2025-01-30", "2025-01-31"].map(after)).toEqual(["2025-01-31", "2025-01-31", "2026-01-31"]);
    const upTo = (day: string) => isoDay(yearlyUpTo(dayNumber(day), "10-01"));
    expect(["2025-09-30", "2025-10-01", "2025-12-31"].map(upTo)).toEqual(["2024-10-01", "2025-10-01", "2025-10-01"]);
  });

  test("days that have come are counted", () => {
    const days = [10, 20, 20, 30];
    expect([9, 10, 19, 20, 30, 31].map((day) => countUpTo(days, day))).toEqual([0, 1, 1, 3, 4, 4]);
    expect(countUpTo([], 5)).toBe(0);
  });

  test("a cycle is found across the year 2100, which is no leap year", () => {
    const found = cycleOf(dayNumber("2103-01-01"), dayNumber("2096-12-31"), 36);
    expect(found.map(isoDay)).toEqual(["2103-01-01", "2105-12-31"]);
    const before = cycleOf(dayNumber("2096-12-31"), dayNumber("2105-12-31"), 36);
    expect(before.map(isoDay)).toEqual(["2094-01-01", "2096-12-31"]);
  });

  test("every day lies in one cycle, and cycles follow each other", () => {
    const ends = dayNumber("2027-12-31");
    let last = dayNumber("2018-12-31");
    for (let day = last + 1; day < dayNumber("2034-01-01"); day++) {
      const [start, end] = cycleOf(day, ends, 36);
      expect(start <= day && day <= end).toBe(true);
      if (start === day) expect(start).toBe(last + 1);
      last = end;
    }
    expect(cycleOf(ends, ends, 36).map(isoDay)).toEqual(["2025-01-01", "2027-12-31"]);
    expect(cycleOf(ends + 1, ends, 36).map(isoDay)).toEqual(["2028-01-01", "2030-12-31"]);
  });
});
