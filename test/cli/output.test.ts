/** What the command line prints: a verdict that someone who never saw the tool understands, in 80 columns. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../src/index";
import type { Applicant } from "../../src/model/applicant";
import { cli, tooWide } from "./terminal";

const AS_OF = ["--as-of", "2026-11-23"];
const json = (value: unknown) => JSON.stringify(value);

/** Someone who has all that IFA asks for. */
const associate: Applicant = {
  people: [
    { id: "director", endorsements: [] },
    { id: "coach", endorsements: [{ category: "IMHS", since: "2020-01-01" }] },
    { id: "colleague", endorsements: [] },
  ],
  credentials: [{ id: "the-cda", kind: "cda", awarded: "2023-06-15" }],
  work: [],
  education: [],
  training: [
    { id: "course", date: "2025-03-01", hours: 30, topics: ["infant-mental-health"] },
    { id: "webinar", date: "2025-04-01", hours: 3, topics: ["diversity-equity-inclusion"] },
  ],
  references: [
    { rater: "director", roles: ["current-supervisor"], completed: "2026-10-01" },
    { rater: "coach", roles: ["trainer"], completed: "2026-10-01" },
    { rater: "colleague", roles: ["colleague"], completed: "2026-10-01" },
  ],
  attestations: [{ kind: "code-of-ethics" }, { kind: "endorsement-agreement" }],
  memberships: [{ association: "us-wa", kind: "individual", until: "2026-12-31" }],
};

const ifa = async (applicant: unknown, ...more: string[]) =>
  (await cli(["evaluate", "-", ...AS_OF, "--pathway", "IFA", ...more], { stdin: json(applicant) })).out;

/** The arguments for someone in Nebraska who renews. */
const renewing = ["evaluate", "examples/renewing-endorsee.json", ...AS_OF, "--association", "us-ne"];

const unwrapped = (out: string) => out.replace(/\s+/g, " ");

describe("a verdict as text", () => {
  test("begins with the day, the rules, and what it is worth", async () => {
    const lines = (await ifa(associate)).split("\n");
    expect(unwrapped(lines.slice(0, 3).join(" "))).toMatch(
      /^Verdict of 2026-11-23, by the rules of the Alliance, .*, as they stood on that day \(rulebook \d{4}-\d\d-\d\d\)\./,
    );
    expect(lines).toContain("Unofficial: drawn from public pages. Only the association decides.");
  });

  test("tells that an eligible applicant is, by which route and evidence", async () => {
    const out = await ifa(associate);
    expect(out).toMatch(/^ELIGIBLE {3,}requirements met\n {2}IFA {2}Infant Family Associate {3,}6 of 6$/m);
    expect(out).toMatch(/^IFA {2}Infant Family Associate {3,}ELIGIBLE$/m);
    expect(out).toContain("Every requirement that can be checked is met.");
    expect(out).toContain("By: A Child Development Associate credential\n      Evidence: credentials/the-cda\n");
    expect(out).toContain("Left to reviewers\n  • Training and experience cover the competencies");
  });

  test("tells what is missing, and by how much", async () => {
    const out = await ifa({ ...associate, training: [{ id: "course", date: "2025-03-01", hours: 21.5, topics: [] }] });
    expect(out).toMatch(/^IFA {2}Infant Family Associate {3,}NOT YET$/m);
    expect(out).toContain("Missing: 8.5 more hours of training\n      So far: 21.5 hours: training/course (21.5)\n");
  });

  test("tells why evidence does not count", async () => {
    const [first, second, third] = associate.references ?? [];
    const references = [first, second, { ...third, id: "vague", notEnoughInformation: 7 }];
    expect(unwrapped(await ifa({ ...associate, references }))).toContain(
      'Does not count: references/vague: not evidence with fewer than six answers of "not enough information"' +
        " (notEnoughInformation: below 6 is asked for)",
    );
  });

  test("tells what was not told", async () => {
    const out = await ifa({ ...associate, attestations: undefined });
    expect(out).toMatch(/^IFA {2}Infant Family Associate {3,}UNDETERMINED$/m);
    expect(out).toContain("? Sign the Code of Ethics (while applying)");
    expect(out).toContain("Not told: attestations\n");
  });

  test("names no amount of what was not told at all", async () => {
    const { out } = await cli(["evaluate", "-", ...AS_OF, "--pathway", "renewal"], {
      stdin: json({
        credentials: [{ kind: "endorsement", category: "IFS", status: "full", awarded: "2019-03-15" }],
        training: [],
      }),
    });
    expect(out).toContain("Not told: supervisionProvided (if there is none, write an empty list)");
    expect(out).not.toMatch(/Missing, unless more counts: 1 signed statement|0 months found/);
  });

  test("gives the question to ask where the sources differ, and what follows from each answer", async () => {
    const out = await ifa({ ...associate, training: associate.training?.slice(0, 1) });
    expect(out).toContain("The sources differ; ask the association: Are 3 hours on diversity,");
    expect(out).toContain("If “30 clock hours”: met.");
    expect(out).toContain("Missing, if it is asked for: 3 ");
  });

  test("names the equivalence that was used, and what it adds", async () => {
    const therapist = {
      people: [{ id: "sup", endorsements: [{ category: "IMHS", since: "2018-01-01" }] }],
      work: [
        {
          id: "practicum",
          kind: "internship",
          start: "2024-01-01",
          end: "2024-12-31",
          fullTimeShare: 1,
          ages: [0, 36],
          service: ["dyadic-psychotherapy"],
          licensure: "license-eligible",
          withCaregiver: true,
          relationshipFocus: true,
          supervised: true,
          supervisor: "sup",
        },
      ],
    };
    const { out } = await cli(["evaluate", "-", ...AS_OF, "--pathway", "IMHS"], { stdin: json(therapist) });
    expect(unwrapped(out)).toMatch(
      /Counted by the rule “[^”]*supervised internship[^”]*”: work\/practicum \(12, the most that counts\)/,
    );
  });

  test("shows decisions that were applied, and those that were not used", async () => {
    const decision = { type: "waive", reason: "an exception", by: "the coordinator", on: "2026-01-01", pathway: "IFA" };
    const decisions = [
      { ...decision, requirement: "training" },
      { ...decision, requirement: "dancing" },
    ];
    const out = await ifa({ ...associate, training: [], decisions });
    expect(out).toContain("Waived by decisions/0.");
    expect(out).toContain("Decisions that were not used\n  • decisions/1: unknown requirement");
  });

  test("says what was taken for granted", async () => {
    const out = await ifa(associate);
    expect(out).toContain("Taken for granted, because it was not told\n");
    expect(out).toContain('• people.endorsements.status is "full": people/coach');
  });

  test("cites every requirement, and lists every source that it cites once", async () => {
    const out = await ifa(associate);
    const [body = "", sources = ""] = out.split("\nSources\n");
    const cited = [...body.matchAll(/\[(\d+(?:,\s+\d+)*)\]/g)].flatMap(([, list = ""]) =>
      list.split(/,\s+/).map(Number),
    );
    const listed = [...sources.matchAll(/^ *\[(\d+)\] /gm)].map(([, number]) => Number(number));
    expect(listed).toEqual(listed.map((_, index) => index + 1));
    expect(new Set(cited)).toEqual(new Set(listed));
    expect(sources.match(/https?:\/\//g)).toHaveLength(listed.length);
  });

  test("tells when a pathway is not offered, and what it became", async () => {
    const { out } = await cli(["evaluate", "-", ...AS_OF, "--pathway", "IFRS"], { stdin: "{}" });
    expect(out).toMatch(/Not offered on this day; in general offered from 2022-09 to 2024/);
    expect(out).toContain("Replaced by IFS and ERS.");
    expect(out).not.toContain("From which day");
  });

  test("says where a rule is doubtful, and whose it is where it is an association's", async () => {
    const { out } = await cli(["evaluate", "-", "--as-of", "2025-06-01", "--pathway", "ECFS"], {
      stdin: '{"education": []}',
    });
    expect(out).toContain("Low confidence: a summary, an odd page or an inference says so.");
    const own = await cli(["evaluate", "-", ...AS_OF, "--association", "us-fl", "--pathway", "IFS"], { stdin: "{}" });
    expect(own.out).toContain("Rule of Florida Association for Infant Mental Health.");
  });

  test("tells a short gap in days", async () => {
    const work = [
      {
        kind: "employment",
        paid: true,
        start: "2023-01-01",
        end: "2024-12-29",
        ages: [0, 36],
        service: ["prevention"],
        socialEmotionalFocus: true,
        relationshipFocus: true,
      },
    ];
    const { out } = await cli(["evaluate", "-", ...AS_OF, "--pathway", "IFS"], { stdin: json({ work }) });
    expect(out).toContain("Missing: 1 more day of such work");
    expect(out).toContain("So far: 23.9 months: work/0 (23.9)");
  });

  test("gives the text of a question even where its answer would not change the verdict", async () => {
    const therapist = {
      work: [{ kind: "internship", service: ["dyadic-psychotherapy"], start: "2023-01-01", end: "2023-02-01" }],
    };
    const { out } = await cli(["evaluate", "-", "--as-of", "2024-06-01"], { stdin: json(therapist) });
    expect(out).not.toMatch(/the sources differ: [a-z0-9-]+$/m);
  });

  test("asks for the day where the source gives only a month or a year, and only in its span", async () => {
    const on = async (day: string) =>
      (await cli(["evaluate", "-", "--as-of", day, "--pathway", "IFRS"], { stdin: "{}" })).out;
    expect(await on("2022-08-31")).not.toContain("which day of");
    expect(await on("2022-09-01")).toContain("Ask the association: From which day of 2022-09 is this pathway offered?");
    expect(await on("2022-10-01")).not.toContain("which day of 2022-09");
    expect(await on("2023-12-31")).not.toContain("which day of 2024");
    expect(await on("2024-01-01")).toContain("Ask the association: Until which day of 2024 is this pathway offered?");
    expect(await on("2025-01-01")).not.toContain("which day of 2024");
  });

  test("explains as many entries as an applicant may have", async () => {
    const entry = { date: "2025-03-01", hours: 0.25, topics: ["other"] };
    const supervision = { date: "2025-03-01", hours: 1, peer: true };
    const training = Array(50_000).fill(entry);
    const supervisionReceived = Array(50_000).fill(supervision);
    const { out } = await cli(["evaluate", "-", ...AS_OF, "--pathway", "IFS"], {
      stdin: json({ training, supervisionReceived }),
    });
    expect(unwrapped(out)).toContain("and 49994 more: not evidence from an identified provider, not among peers");
  }, 30_000);

  test("lists every pathway, the nearest first, and explains the near ones", async () => {
    const { out } = await cli(["evaluate", "-", ...AS_OF], { stdin: json(associate) });
    const rows = [...out.matchAll(/^ {2}(\S+) +\S.* (\d+) of (\d+)$/gm)].map(([, id]) => id);
    expect(rows).toHaveLength(16);
    expect(rows[0]).toBe("IFA");
    expect(rows.at(-1)).toMatch(/FRS$/);
    expect(out).toMatch(/In detail below: IFA, .*For another pathway: --pathway ID\./);
  });

  test("says once where to apply instead, and does not count what is met by rules that do not apply", async () => {
    const elsewhere = async (...more: string[]) =>
      (await cli(["evaluate", "-", ...AS_OF, "--association", "us-az", ...more], { stdin: '{"residence":"US-NV"}' }))
        .out;
    for (const out of [await elsewhere(), await elsewhere("--pathway", "transfer")]) {
      expect(unwrapped(out).match(/Not known, ask the Alliance: /g)).toHaveLength(1);
      expect(out).not.toMatch(/requirements? met[,.]|Every requirement|Before the transfer|\n\n\n/);
    }
  });

  test("words the stages by what is done, names only those that ask for something, and the day of renewal", async () => {
    const applying = await ifa(associate);
    expect(applying).toContain("\nBefore applying: all met. While applying: all met.\n");
    const { out } = await cli([...renewing, "--pathway", "renewal"]);
    expect(unwrapped(out)).toContain(
      "Before renewing: something is missing. While renewing: something is missing. Renewal is due by 2027-12-31.",
    );
    expect(unwrapped(out)).toContain("Sign the Code of Ethics again (while renewing)");
    expect(out).not.toMatch(/nothing is asked|[Aa]pplying/);
  });

  test("offers no route instead that nothing done from now on can open", async () => {
    const { out } = await cli([...renewing, "--pathway", "renewal"]);
    expect(out).toContain("Nearest: 36 hours from a qualified provider");
    expect(out).not.toContain("Or instead");
    expect(await ifa({ ...associate, credentials: [] })).toContain("Or instead: ");
  });

  test("advises no one to change what is so", async () => {
    const { out } = await cli([...renewing, "--pathway", "renewal"]);
    expect(unwrapped(out)).toContain("not among peers (peer is true; false is asked for)");
    expect(out).toContain("Sign the Code of Ethics again");
    expect(out).not.toMatch(/Does not count: attestations|should/);
  });

  test("tells by place what counts so far, so that the amount fits what is missing", async () => {
    const training = [
      { id: "course", date: "2025-03-01", hours: 29, topics: ["infant-mental-health"] },
      { id: "webinar", date: "2025-04-01", hours: 3, topics: ["diversity-equity-inclusion"] },
    ];
    const args = ["evaluate", "-", ...AS_OF, "--association", "us-ma", "--pathway", "IFS"];
    const { out } = await cli(args, { stdin: json({ training }) });
    expect(unwrapped(out)).toContain(
      "1 more hour of training, for the place “relationship-based education and training” " +
        "So far: relationship-based education and training: 29 of 30 hours: training/course (29) " +
        "So far: diversity, equity and inclusion: 3 of 3 hours: training/webinar (3)",
    );
  });

  test("mentions renewal to who holds an endorsement, unless pathways are named", async () => {
    const hint = "\nYou told of an endorsement. For its renewal: --pathway renewal.\n";
    expect((await cli(renewing)).out).toContain(hint);
    expect((await cli([...renewing, "--pathway", "IFA"])).out).not.toContain(hint);
    expect((await cli(["evaluate", "-", ...AS_OF], { stdin: json(associate) })).out).not.toContain(hint);
  });

  test("says what help with cost pays for, and never that it pays for Endorsement where it does not", async () => {
    const help = async (pathway: string) =>
      unwrapped((await cli(["evaluate", "-", ...AS_OF, "--pathway", pathway], { stdin: "{}" })).out);
    expect(await help("va-rsc")).toContain("Pays for reflective supervision, not for Endorsement.");
    expect(await help("or-family-child-care")).toContain(
      "Pays for the fees of Endorsement and membership of the association.",
    );
  });

  test("says whose rules they are where an association or an overlay is given", async () => {
    const washington = await ifa({ ...associate, residence: "US-WA" }, "--association", "us-wa");
    expect(washington.split("\n")[0]).toContain("Center for Early Relational Health");
    const arizona = await ifa({ ...associate, residence: "US-OR" }, "--association", "us-az");
    expect(arizona).toContain("APPLY ELSEWHERE");
    const overlay = await ifa({ ...associate, residence: "US-WA" }, "--overlay", "rules/associations/us-wa.json");
    expect(overlay).toBe(washington);
  });
});

describe("in 80 columns", () => {
  test("a narrow terminal gets narrow lines", async () => {
    const { out } = await cli(["evaluate", "-", ...AS_OF], {
      stdin: json(associate),
      isTTY: true,
      columns: 60,
      env: { NO_COLOR: "1" },
    });
    expect(tooWide(out, 60)).toEqual([]);
  });

  test("the help says what is judged where no pathway is named", async () => {
    const { out } = await cli(["evaluate", "--help"]);
    expect(unwrapped(out)).toContain("all categories and add-ons are judged and the nearest explained; renewal,");
    expect((await cli(["--help"])).out).toContain("rules check");
  });

  test("the help fits", async () => {
    for (const args of [["--help"], ["evaluate", "--help"], ["help", "evaluate"]]) {
      const { code, out } = await cli(args);
      expect(code).toBe(0);
      expect(out).toContain("Usage: endorsement-pathways");
      expect(tooWide(out, 80)).toEqual([]);
    }
  });
});

describe("colors", () => {
  const ESCAPE = "\u001b[";
  const colored = async (isTTY: boolean, env = {}) =>
    (await cli(["evaluate", "-", ...AS_OF, "--pathway", "IFA"], { stdin: json(associate), isTTY, env })).out.includes(
      ESCAPE,
    );

  test("on a terminal", async () => expect(await colored(true)).toBe(true));
  test("not in a file or a pipe", async () => expect(await colored(false)).toBe(false));
  test("not where NO_COLOR is set", async () => expect(await colored(true, { NO_COLOR: "1" })).toBe(false));
  test("an empty NO_COLOR does not count", async () => expect(await colored(true, { NO_COLOR: "" })).toBe(true));
  test("not on a dumb terminal", async () => expect(await colored(true, { TERM: "dumb" })).toBe(false));
});

test("--format json prints the verdict of the library, and nothing else", async () => {
  const { code, out, err } = await cli(["evaluate", "-", ...AS_OF, "--format", "json"], {
    stdin: json(associate),
    isTTY: true,
  });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(JSON.parse(out)).toEqual(JSON.parse(json(evaluate(associate, { asOf: "2026-11-23" }))));
});

test("what a terminal would obey is not printed", async () => {
  const stdin = JSON.stringify({ training: [{ id: "\u001b[2Jcourse", date: "2025-01-01", hours: 2 }] });
  const { out } = await cli(["evaluate", "-", "--as-of", "2026-11-23", "--pathway", "IFA"], { stdin });
  expect(out).toContain("�[2Jcourse");
  expect(out).not.toContain("\u001b");
});

test("--pathway may be repeated, in capitals or not", async () => {
  const args = [
    "evaluate",
    "-",
    ...AS_OF,
    "--format",
    "json",
    "--pathway",
    "ERS",
    "--pathway",
    "IFA",
    "--pathway",
    "ifa",
  ];
  const { out } = await cli(args, { stdin: "{}" });
  const { pathways } = JSON.parse(out) as { readonly pathways: readonly { readonly pathway: string }[] };
  expect(pathways.map(({ pathway }) => pathway)).toEqual(["IFA", "ERS"]);
});

test("--version prints the version of the package", async () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly version: string };
  expect(await cli(["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
});
