/** Errors that teach: what is wrong comes with the right form of this very value. */
import { describe, expect, test } from "vitest";
import type { ApplicantError } from "../../src/index";
import { parseApplicant } from "../../src/schema";

function messagesOf(applicant: unknown): readonly string[] {
  try {
    parseApplicant(applicant);
  } catch (error) {
    return (error as ApplicantError).issues.map(({ message }) => message);
  }
  return [];
}

const adviceOn = (applicant: unknown): string => {
  const [message = "", ...more] = messagesOf(applicant);
  expect(more, JSON.stringify(applicant)).toEqual([]);
  return message.slice(message.lastIndexOf("; ") + 2);
};

describe("the right form of", () => {
  test.for([
    ["a day in another order", { training: [{ date: "3/14/2024" }] }, 'write "2024-03-14"'],
    ["a day in words", { training: [{ date: "March 14, 2024" }] }, 'write "2024-03-14"'],
    [
      "a day in which the month is not sure",
      { training: [{ date: "3/4/2024" }] },
      'write "2024-03-04" if the month stands first, "2024-04-03" if the day does',
    ],
    ["a day without a year", { training: [{ date: "3/14" }] }, "add the year"],
    ["a day that is none", { training: [{ date: "2/30/2024" }] }, "correct it or leave it out"],
    ["a day from a spreadsheet", { training: [{ date: 45365 }] }, 'write "2024-03-14"'],
    ["a day of birth", { born: "5/20/1988" }, 'write "1988-05-20"'],
    ["minutes", { training: [{ hours: "90 min" }] }, "write 1.5"],
    ["hours as a text", { training: [{ hours: "1.5 hrs" }] }, "write 1.5"],
    ["hours by the clock", { supervisionReceived: [{ hours: "1:30" }] }, "write 1.5"],
    ["twenty minutes", { training: [{ hours: "20 min" }] }, "write 0.3333"],
    ["CEUs as hours", { training: [{ hours: "0.6 CEU" }] }, 'leave hours out and write "ceus": 0.6'],
    ["credits as hours", { training: [{ hours: "3 credits" }] }, 'leave hours out and write "credits": 3'],
    ["half time", { work: [{ fullTimeShare: "50%" }] }, "write 0.5"],
    ["full time", { work: [{ fullTimeShare: "FT" }] }, "write 1"],
    ["part time", { work: [{ fullTimeShare: "PT" }] }, "correct it or leave it out"],
    [
      "a share in hours",
      { work: [{ fullTimeShare: "20 hrs/week" }] },
      'leave fullTimeShare out and write "hoursPerWeek": 20',
    ],
    [
      "a share above one",
      { work: [{ fullTimeShare: 40 }] },
      'write 0.4 if it is percent; if it is hours a week, leave it out and write "hoursPerWeek": 40'.split("; ").at(-1),
    ],
    ["a score in percent", { exams: [{ score: 85 }] }, "write 0.85"],
    ["a score in percent as a text", { exams: [{ score: "85%" }] }, "write 0.85"],
    ["less than nothing", { training: [{ hours: -2 }] }, "correct it or leave it out"],
    ["yes", { work: [{ paid: "yes" }] }, "write true"],
    ["0 for no", { work: [{ paid: 0 }] }, "write false"],
    ["ages in a text", { work: [{ ages: "0-36 months" }] }, "write [0,36]"],
    ["ages in years", { work: [{ ages: "birth to 3" }] }, "write [0,36]"],
    ["ages the wrong way round", { work: [{ ages: [36, 0] }] }, "write [0,36]"],
    ["a word with capitals", { education: [{ level: "Master" }] }, 'write "master"'],
    ["a word in other words", { education: [{ level: "Bachelor's degree" }] }, 'write "bachelor"'],
    ["a mistyped word", { training: [{ kind: "webniar" }] }, 'did you mean "webinar"?'],
    ["a word for a list", { work: [{ service: "prevention" }] }, 'write ["prevention"]'],
    ["words in a text", { training: [{ competencies: "Reflection; Thinking" }] }, 'write ["reflection","thinking"]'],
    ["a word with capitals in a list", { training: [{ competencies: ["Reflection"] }] }, 'write "reflection"'],
    ["a state behind its country", { residence: "US, WA" }, 'write "US-WA"'],
    ["a state by its name", { residence: "Washington" }, 'write "US-WA"'],
    ["a country", { education: [{ country: "USA" }] }, 'write "US"'],
    ["an association by its name", { memberships: [{ association: "WA-AIMH" }] }, 'write "us-wa"'],
    ["an association by its state", { memberships: [{ association: "WA" }] }, 'write "us-wa"'],
    [
      "a text for a list",
      {
        decisions: [
          {
            type: "accept",
            pathway: "IFS",
            requirement: "work",
            reason: "r",
            by: "b",
            on: "2025-01-01",
            evidence: "work/0",
          },
        ],
        work: [{}],
      },
      'write ["work/0"]',
    ],
  ] as const)("%s", ([, applicant, advice]) => {
    expect(adviceOn(applicant)).toBe(advice);
  });
});

test("what is written as advised is accepted", () => {
  const wrong = ["3/14/2024", "Mar. 14 2024", "14-Mar-2024", "20240314"];
  for (const date of wrong) {
    const written = JSON.parse(adviceOn({ training: [{ date }] }).replace("write ", "")) as unknown;
    expect(parseApplicant({ training: [{ date: written }] })).toEqual({ training: [{ date: "2024-03-14" }] });
  }
});

test("a text of any length is no riddle", () => {
  expect(adviceOn({ training: [{ hours: "1".repeat(100_000) }] })).toBe("correct it or leave it out");
});
