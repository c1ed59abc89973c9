/** A value that is wrong is told with the right form of this value, and what is advised is taken. */
import { describe, expect, test } from "vitest";
import { ApplicantError, parseApplicant } from "../../src/schema";

/** What one wrong value is answered. */
function answer(input: unknown): string {
  try {
    parseApplicant(input);
  } catch (error) {
    if (!(error instanceof ApplicantError)) throw error;
    expect(error.issues).toHaveLength(1);
    const [{ message = "", received = "" } = {}] = error.issues;
    return message.split(`received ${received}; `)[1] ?? message;
  }
  return "taken";
}

type Rows = readonly (readonly [told: unknown, advice: string])[];

/** Rows that tell whole applicants. */
const whole = (name: string, rows: Rows) =>
  describe(name, () => {
    test.for(rows)("%j", ([told, advice]) => expect(answer(told)).toBe(advice));
  });

/** Rows that tell the value of a field. */
const table = (name: string, wrap: (told: unknown) => unknown, rows: Rows) =>
  describe(name, () => {
    test.for(rows)("%j", ([told, advice]) => {
      expect(answer(wrap(told))).toBe(advice);
      // what is advised first can be read
      const [written] = advice.match(/(?<=^write )(?:"[^"]*"|\[.*?\](?=$|, or)|[^\s,]+)/) ?? [];
      if (written !== undefined) expect(answer(wrap(JSON.parse(written)))).toBe("taken");
    });
  });

const CORRECT = "correct it or leave it out";

table("a day", (date) => ({ training: [{ date }] }), [
  ["3/14/2024", 'write "2024-03-14"'],
  ["14/3/2024", 'write "2024-03-14"'],
  ["3/4/2024", 'write "2024-03-04" if the month stands first, "2024-04-03" if the day does'],
  ["4/4/2024", 'write "2024-04-04"'],
  ["3/14/24", 'write "2024-03-14"'],
  ["3/14/98", 'write "1998-03-14"'],
  ["14.3.2024", 'write "2024-03-14"'],
  ["03-14-2024", 'write "2024-03-14"'],
  ["2019-9-1", 'write "2019-09-01"'],
  ["2019/09/01", 'write "2019-09-01"'],
  ["20190901", 'write "2019-09-01"'],
  ["2025-01-01T00:00:00Z", 'write "2025-01-01"'],
  [" 2025-01-01", 'write "2025-01-01"'],
  ["3/14", "add the year"],
  ["2/30/2024", CORRECT],
  ["March 14, 2024", 'write "2024-03-14"'],
  ["14 March 2024", 'write "2024-03-14"'],
  ["14-Mar-24", 'write "2024-03-14"'],
  ["Sept. 1st, 2019", 'write "2019-09-01"'],
  ["1st of May 2020", 'write "2020-05-01"'],
  [45365, 'write "2024-03-14"'],
  [1710374400000, 'write "2024-03-14"'],
  ["2025-02-30", "that month ends on 2025-02-28"],
  ["2023-02-29", "that month ends on 2023-02-28"],
  ["2025-06-31", "that month ends on 2025-06-30"],
  ["13/13/2024", CORRECT],
  ["Marble 14, 2024", CORRECT],
  ["2025-13-01", CORRECT],
  ["yesterday", CORRECT],
  ["", CORRECT],
  [true, CORRECT],
  [null, CORRECT],
  [-5, CORRECT],
]);

table("an end", (end) => ({ work: [{ end }] }), [
  ["present", "leave it out: what has no end goes on"],
  ["Current", "leave it out: what has no end goes on"],
  ["12/31/2024", 'write "2024-12-31"'],
]);

table("hours", (hours) => ({ training: [{ hours }] }), [
  ["3", "write 3"],
  ["1.5 hrs", "write 1.5"],
  ["2 hours", "write 2"],
  ["90 min", "write 1.5"],
  ["90 minutes", "write 1.5"],
  ["1:30", "write 1.5"],
  ["20 min", "write 0.3333"],
  ["1".repeat(100_000), CORRECT],
  ["1h30", "write 1.5"],
  ["1 h 30 min", "write 1.5"],
  ["1 hour and 30 minutes", "write 1.5"],
  ["1,5", "write 1.5"],
  ["1,200", "write 1200"],
  ["three", "write 3"],
  ["-3", CORRECT],
  [-3, CORRECT],
  ["some", CORRECT],
  ["1.5.2", CORRECT],
  [Number.NaN, CORRECT],
  [null, CORRECT],
]);

whole("other numbers", [
  [{ work: [{ families: "10 families" }] }, "write 10"],
  [{ work: [{ families: "ten" }] }, "write 10"],
  [{ work: [{ families: 9.5 }] }, CORRECT],
  [{ work: [{ fullTimeShare: "50%" }] }, "write 0.5"],
  [{ work: [{ fullTimeShare: "full-time" }] }, "write 1"],
  [{ work: [{ fullTimeShare: "Half time" }] }, "write 0.5"],
  [
    { work: [{ fullTimeShare: 40 }] },
    'write 0.4 if it is percent; if it is hours a week, leave it out and write "hoursPerWeek": 40',
  ],
  [{ work: [{ fullTimeShare: "20 hrs/week" }] }, 'leave fullTimeShare out and write "hoursPerWeek": 20'],
  [{ work: [{ fullTimeShare: "PT" }] }, CORRECT],
  [{ training: [{ hours: "0.6 CEU" }] }, 'leave hours out and write "ceus": 0.6'],
  [{ training: [{ hours: "3 credits" }] }, 'leave hours out and write "credits": 3'],
  [{ exams: [{ score: 85 }] }, "write 0.85"],
  [{ exams: [{ score: "85%" }] }, "write 0.85"],
]);

table("yes or no", (paid) => ({ work: [{ paid }] }), [
  ["yes", "write true"],
  ["Y", "write true"],
  ["TRUE", "write true"],
  [1, "write true"],
  ["no", "write false"],
  ["false", "write false"],
  [0, "write false"],
  ["perhaps", CORRECT],
  [2, CORRECT],
]);

table("a level", (level) => ({ education: [{ level }] }), [
  ["Bachelor's", 'write "bachelor"'],
  ["Bachelor’s degree", 'write "bachelor"'],
  ["BA", 'write "bachelor"'],
  ["B.S.", 'write "bachelor"'],
  ["Master's degree (MSW)", 'write "master"'],
  ["MSW", 'write "master"'],
  ["PhD", 'write "doctorate"'],
  ["Associates", 'did you mean "associate"?'],
  ["bachlor", 'did you mean "bachelor"?'],
  ["high school", "use one of these words"],
  [3, "use one of these words"],
]);

whole("other words", [
  [{ work: [{ kind: "employed" }] }, 'write "employment"'],
  [{ work: [{ kind: "intern" }] }, 'did you mean "internship"?'],
  [{ supervisionReceived: [{ format: "one-on-one" }] }, 'write "individual"'],
  [{ credentials: [{ category: "IMHM-R/F" }] }, 'write "IMHM-RF"'],
  [{ credentials: [{ category: "ifs" }] }, 'write "IFS"'],
]);

table("words", (roles) => ({ references: [{ roles }] }), [
  ["colleague", 'write ["colleague"]'],
  ["Colleague; trainer", 'write ["colleague","trainer"]'],
  [["supervisor"], 'did you mean "current-supervisor" or "former-supervisor"?'],
  [["colleague", 3], "use one of these words"],
  ["a friend", CORRECT],
]);

table("ages", (ages) => ({ work: [{ ages }] }), [
  [[36, 0], "write [0,36]"],
  [["0", "36"], "write [0,36]"],
  ["0-36 months", "write [0,36]"],
  ["0-3 years", "write [0,36]"],
  ["birth to three", "write [0,36]"],
  ["ages 3 to 6 years", "write [36,72]"],
  ["0-3", "write [0,36]"],
  [36, CORRECT],
  [[0, 1.5], CORRECT],
  [[0], CORRECT],
]);

table("a place", (residence) => ({ residence }), [
  ["WA", 'write "US-WA" or "AU-WA"'],
  ["OH", 'write "US-OH"'],
  ["us-wa", 'write "US-WA"'],
  ["US WA", 'write "US-WA"'],
  ["Washington", 'write "US-WA"'],
  ["washington, dc", 'write "US-DC"'],
  ["Seattle, Washington, USA", 'write "US-WA"'],
  ["Western Australia", 'write "AU-WA"'],
  ["NSW", 'write "AU-NSW"'],
  ["USA", 'write "US"'],
  ["UK", 'write "GB"'],
  ["ie", 'write "IE"'],
  ["Ireland", 'write "IE"'],
  ["US-XX", CORRECT],
  ["ZZ", CORRECT],
  ["Atlantis", CORRECT],
  [7, CORRECT],
]);

test("a state that is the code of a country is that country", () => {
  expect(answer({ residence: "TN" })).toBe("taken");
  expect(answer({ education: [{ country: "United States" }] })).toBe('write "US"');
});

table("an association", (association) => ({ memberships: [{ association }] }), [
  ["US-WA", 'write "us-wa"'],
  ["WA", 'write "us-wa" or "au-wa"'],
  ["Michigan", 'write "us-mi"'],
  ["some club", CORRECT],
]);

whole("the rest", [
  [{ born: "5/20/1988" }, 'write "1988-05-20"'],
  [{ training: [{ kind: "webniar" }] }, 'did you mean "webinar"?'],
  [{ training: [{ competencies: ["Reflection"] }] }, 'write "reflection"'],
  [
    {
      work: [{}],
      decisions: [
        {
          type: "accept",
          pathway: "IFS",
          requirement: "w",
          reason: "r",
          by: "b",
          on: "2025-01-01",
          evidence: "work/0",
        },
      ],
    },
    'write ["work/0"]',
  ],
]);

whole("shapes", [
  [{ work: {} }, "put it into a list: [ … ]"],
  [{ wrok: [] }, 'did you mean "work"?'],
  [{ supervision_received: [] }, 'did you mean "supervisionReceived"?'],
  [{ supervision: [] }, 'did you mean "supervisionReceived" or "supervisionProvided"?'],
  [{ hobbies: [] }, "leave it out"],
  [{ work: [{ Start: "2024-01-01" }] }, 'did you mean "start"?'],
  [{ people: [{ id: 7 }] }, 'write "7"'],
  ['{"work":[]}', "pass JSON.parse(text)"],
]);

test("a place is a JSON pointer, and what a terminal would obey is not in the message", () => {
  try {
    parseApplicant({ work: [{ "a/b": 1, "\u001b[31m": 2 }] });
  } catch (error) {
    const { issues, message } = error as ApplicantError;
    expect(issues.map(({ pointer }) => pointer)).toEqual(["/work/0/a~1b", "/work/0/\u001b[31m"]);
    expect(message).not.toContain("\u001b");
    expect(message).toContain("\n/work/0/\\u001b[31m: expected one of: ");
  }
  expect.assertions(3);
});
