/** What the command line prints: a verdict that someone who never saw the tool understands, in 80 columns. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

test("a renewal that can still be filed is told by the rules of the cycle that closed", async () => {
  const holder = { credentials: [{ kind: "endorsement", category: "IFS", awarded: "2015-03-01" }], training: [] };
  const args = ["evaluate", "-", "--association", "us-sc", "--as-of", "2025-01-15", "--pathway", "renewal"];
  const out = unwrapped((await cli(args, { stdin: json(holder) })).out);
  expect(out).toContain("due by January 31, 2025, for the cycle from January 1, 2024 to December 31, 2024.");
  expect(out).toContain("15 clock hours");
  expect(out).not.toContain("45 clock hours");
});

describe("a verdict as text", () => {
  const full = (applicant: unknown, ...more: string[]) => ifa(applicant, "--full", ...more);

  test("begins with the answer, then the day, the rules, and what it is worth", async () => {
    const out = unwrapped(await ifa(associate));
    expect(out).toMatch(
      /^You meet every requirement for Infant Family Associate that can be checked\. As of November 23, 2026,/,
    );
    expect(out).toContain("Unofficial: drawn from public pages. Only the association decides.");
  });

  test("fits a screen until more is asked for", async () => {
    for (const more of [[], ["--association", "us-wa"]]) {
      const { out } = await cli(["evaluate", "examples/child-care-teacher.json", ...AS_OF, ...more]);
      expect(out.split("\n").length).toBeLessThanOrEqual(41);
      expect(out).not.toMatch(/https?:\/\/(?!earlyrelationalhealth)|Sources/);
      expect(out).toContain("More: --full, --sources, --pathway ID");
    }
  });

  test("tells by which route and evidence a requirement is met", async () => {
    const out = await full(associate);
    expect(out).toContain("By: A Child Development Associate credential.");
    expect(out).toContain("Counts: License or credential “the-cda”.");
    expect(out).toContain("Left to reviewers\n  • Training and experience cover the competencies");
  });

  test("tells what is missing, and by how much", async () => {
    const training = [{ id: "course", date: "2025-03-01", hours: 21.5, topics: [] }];
    const out = await full({ ...associate, training });
    expect(out).toContain("Missing: 8.5 hours of training, or 11.5 hours of training if");
    expect(out).toContain("Counts: Training “course” (21.5 hours).");
  });

  test("tells why evidence does not count: the rule that decides", async () => {
    const [first, second, third] = associate.references ?? [];
    const references = [first, second, { ...third, id: "vague", notEnoughInformation: 7 }];
    expect(unwrapped(await full({ ...associate, references }))).toMatch(
      /Does not count: Reference rating “vague” \(asked for: .*six answers of/,
    );
  });

  test("tells what was not told", async () => {
    const out = await ifa({ ...associate, attestations: undefined });
    expect(unwrapped(out)).toContain("for Infant Family Associate; not certain:");
    expect(out).toContain("? Sign the Code of Ethics (while applying)");
    expect(out).toContain("Not told: Signed statements.");
  });

  test("says an amount that readings leave open as a span, and whom to ask", async () => {
    const out = unwrapped(await ifa({ ...associate, training: associate.training?.slice(0, 1) }));
    expect(out).toContain(
      "Missing if “30 clock hours and 3 more on diversity, equity and inclusion”: 3 hours of training; otherwise nothing.",
    );
    expect(out).toContain("Ask the association: Are 3 hours on diversity,");
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
    const { out } = await cli(["evaluate", "-", ...AS_OF, "--pathway", "IMHS", "--full"], { stdin: json(therapist) });
    expect(unwrapped(out)).toMatch(
      /Counted by the rule “[^”]*supervised internship[^”]*”: Job “practicum” \(12 months, the most that counts\)/,
    );
  });

  test("shows decisions that were applied, and those that were not used", async () => {
    const decision = { type: "waive", reason: "an exception", by: "the coordinator", on: "2026-01-01", pathway: "IFA" };
    const decisions = [
      { ...decision, requirement: "training" },
      { ...decision, requirement: "dancing" },
    ];
    const out = await full({ ...associate, training: [], decisions });
    expect(out).toContain("Waived by Decision 1.");
    expect(out).toContain("Decisions that were not used\n  • Decision 2: there is no such requirement");
  });

  test("says what was taken for granted", async () => {
    const out = await full(associate);
    expect(out).toContain("Taken for granted, because it was not told\n");
    expect(out).toContain("• Endorsements held: full (Person “coach”)");
  });

  test("cites every requirement, and lists every source that it cites once, where sources are asked for", async () => {
    expect(await full(associate)).not.toContain("\nSources\n");
    const out = await ifa(associate, "--sources");
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
    expect(out).toMatch(/^Infant Family Reflective Supervisor is not offered on this day\./);
    expect(out).toContain("In general, the time in which it is offered: September 2022 to 2024.");
    expect(out).toContain("Replaced by IFS and ERS.");
    expect(out).not.toContain("which day");
  });

  test("says where a rule is doubtful, and whose it is where it is an association's", async () => {
    const { out } = await cli(["evaluate", "-", "--as-of", "2025-06-01", "--pathway", "ECFS", "--full"], {
      stdin: '{"education": []}',
    });
    expect(out).toContain("Low confidence: a summary, an odd page or an inference says so.");
    const own = await cli(["evaluate", "-", ...AS_OF, "--association", "us-fl", "--pathway", "IFS", "--full"], {
      stdin: "{}",
    });
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
    const { out } = await cli(["evaluate", "-", ...AS_OF, "--pathway", "IFS", "--full"], { stdin: json({ work }) });
    expect(out).toMatch(/Missing: \d days? of such work\./);
    expect(out).toContain("So far: 23.9 of 24.");
  });

  test("asks for the day where the source gives only a month or a year, and only in its span", async () => {
    const on = async (day: string) =>
      unwrapped((await cli(["evaluate", "-", "--as-of", day, "--pathway", "IFRS"], { stdin: "{}" })).out);
    expect(await on("2022-08-31")).not.toContain("which day of");
    expect(await on("2022-09-01")).toContain("From which day of September 2022 is this pathway offered?");
    expect(await on("2022-10-01")).not.toContain("which day of September");
    // the same rules, compiled for a later day before
    expect(await on("2022-09-01")).toContain("From which day of September 2022 is this pathway offered?");
    expect(await on("2023-12-31")).not.toContain("which day of 2024");
    expect(await on("2024-01-01")).toContain("Until which day of 2024 is this pathway offered?");
    expect(await on("2025-01-01")).not.toContain("which day of 2024");
  });

  test("explains as many entries as an applicant may have", async () => {
    const entry = { date: "2025-03-01", hours: 0.25, topics: ["other"] };
    const supervision = { date: "2025-03-01", hours: 1, peer: true };
    const training = Array(50_000).fill(entry);
    const supervisionReceived = Array(50_000).fill(supervision);
    const { out } = await cli(["evaluate", "-", ...AS_OF, "--pathway", "IFS", "--full"], {
      stdin: json({ training, supervisionReceived }),
    });
    expect(unwrapped(out)).toMatch(/and 49,?994 more \(/);
  }, 30_000);

  test("lists what is offered, the nearest first", async () => {
    const { out } = await cli(["evaluate", "-", ...AS_OF, "--full"], { stdin: json(associate) });
    const rows = [...out.matchAll(/^ {2}(\S+) +\S.* (\d+) of (\d+)$/gm)].map(([, id]) => id);
    expect(rows.length).toBeGreaterThan(10);
    expect(rows[0]).toBe("IFA");
    expect(rows).not.toContain("IFRS");
  });

  test("says once where to apply instead, and does not count what is met by rules that do not apply", async () => {
    const { out } = await cli(["evaluate", "-", ...AS_OF, "--association", "us-az"], {
      stdin: '{"residence":"US-NV"}',
    });
    expect(unwrapped(out).match(/Not known, ask the Alliance: /g)).toHaveLength(1);
    expect(out).not.toMatch(/\nMet\n|\nMissing\n|\n\n\n/);
  });

  test("says what help with cost pays for, and never that it pays for Endorsement where it does not", async () => {
    const help = async (pathway: string) =>
      unwrapped((await cli(["evaluate", "-", ...AS_OF, "--pathway", pathway], { stdin: "{}" })).out);
    expect(await help("va-rsc")).toContain("It pays for reflective supervision, not for the endorsement itself.");
    expect(await help("or-family-child-care")).toContain(
      "It pays for the fees of the endorsement and membership of the association.",
    );
  });

  test("says that one can apply where the rest is done while applying, and the day of renewal", async () => {
    const out = await ifa({ ...associate, attestations: [] });
    expect(out).toContain("You can apply: what is missing is done while applying, or after.");
    const renewal = await cli([...renewing, "--pathway", "renewal"]);
    expect(unwrapped(renewal.out)).toContain(
      "Renewal is due by December 31, 2027, for the cycle from January 1, 2025 to December 31, 2027.",
    );
    expect(renewal.out).not.toMatch(/[Aa]pplying/);
  });

  test("offers no route instead that nothing done from now on can open", async () => {
    const { out } = await cli([...renewing, "--pathway", "renewal", "--full"]);
    expect(out).toContain("Nearest: 36 hours from a qualified provider");
    expect(out).not.toContain("Or instead");
    expect(await full({ ...associate, credentials: [] })).toContain("Or instead: ");
  });

  test("tells by place what counts so far, so that the amount fits what is missing", async () => {
    const training = [
      { id: "course", date: "2025-03-01", hours: 29, topics: ["infant-mental-health"] },
      { id: "webinar", date: "2025-04-01", hours: 3, topics: ["diversity-equity-inclusion"] },
    ];
    const folder = mkdtempSync(join(tmpdir(), "output-"));
    const own = join(folder, "own.json");
    const choose = { "training-30-or-33": "30-and-3" };
    writeFileSync(own, json({ id: "us-ma", extends: "us-ma", choose }));
    const args = ["evaluate", "-", ...AS_OF, "--overlay", own, "--pathway", "IFS", "--full"];
    const { out } = await cli(args, { stdin: json({ training }) });
    rmSync(folder, { recursive: true });
    expect(unwrapped(out)).toMatch(
      // whether a webinar of the kind counts as diversity is open there
      /3 hours of training, for the place “diversity, equity and inclusion”\. So far: relationship-based education and training: 30 of 30\./,
    );
  });

  test("mentions renewal to who holds an endorsement, unless pathways are named", async () => {
    const hint = "You told of an endorsement. For its renewal: --pathway renewal.\n";
    expect((await cli(renewing)).out).toContain(hint);
    expect((await cli([...renewing, "--pathway", "IFA"])).out).not.toContain(hint);
    expect((await cli(["evaluate", "-", ...AS_OF], { stdin: json(associate) })).out).not.toContain(hint);
  });

  test("says whose rules they are where an association or an overlay is given", async () => {
    const washington = await ifa({ ...associate, residence: "US-WA" }, "--association", "us-wa");
    expect(unwrapped(washington)).toContain("by the rules of Center for Early Relational Health.");
    const arizona = await ifa({ ...associate, residence: "US-OR" }, "--association", "us-az");
    expect(unwrapped(arizona)).toContain("For Infant Family Associate you apply elsewhere, because of where you live.");
    const overlay = await ifa({ ...associate, residence: "US-WA" }, "--overlay", "rules/associations/us-wa.json");
    expect(overlay).toBe(washington);
  });

  test("in Spanish, with what is not translated marked", async () => {
    const out = unwrapped(await ifa(associate, "--language", "es", "--full"));
    expect(out).toMatch(/^Usted cumple todos los requisitos para Asociado o Asociada Familiar/);
    expect(out).toContain("Cuenta: Licencia o credencial «the-cda».");
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
  const { out } = await cli(["evaluate", "-", "--as-of", "2026-11-23", "--pathway", "IFA", "--full"], { stdin });
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
