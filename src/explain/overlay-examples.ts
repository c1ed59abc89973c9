/**
 * How each part of an association's own file is written, by example, and how what decides nothing is worded; and how the
 * things are that such a file cannot hold.
 */
import { keysOf } from "../base/records";
import type { OverlayFile, Undeciding } from "../model/overlay";
import type { PathwayId } from "../model/rulebook";

/** How one thing is written. */
export interface OverlayExample {
  /** What it says. */
  readonly says: string;
  /** An example of it, as it stands in the file. */
  readonly written: Partial<OverlayFile>;
  /** What belongs into another file of the package, beside it. */
  readonly elsewhere?: {
    /** The file. */
    readonly file: string;
    /** An example of it, as it stands in the list of that file. */
    readonly written: object;
  };
}

/** What says of itself whose file it is. */
type Naming = "$schema" | "id" | "name" | "short" | "jurisdiction" | "site" | "sources";

const sources = ["our-page"];

/** A requirement in which something of the association's own is used; what nothing uses is refused. */
const using = (params: object) => [
  {
    pathways: ["IFA"],
    inForce: { from: "2026-07-01" },
    add: {
      id: "our-training",
      title: "At least 10 hours of training that the association asks for",
      routes: [
        {
          id: "hours",
          title: "10 hours",
          conditions: {
            fact: "hours",
            params: { of: "training", ...params },
            operator: "greaterThanInclusive",
            value: 10,
          },
        },
      ],
    },
    sources,
  } as const,
];

const ofKeys = {
  documents: {
    says: "the documents that the file cites; everything else names one of them in sources",
    written: {
      documents: [
        { id: "our-page", url: "https://example.org/rules", publisher: "Example Association", vintage: "May 2026" },
      ],
    },
  },
  questions: {
    says: "questions of the association's own, with the answers between which its pages leave a choice",
    written: {
      questions: [
        {
          id: "our-training-online",
          text: "Do trainings online count?",
          readings: [
            { id: "they-count", title: "They count", sources },
            { id: "in-person", title: "Only in person", sources },
          ],
        },
      ],
    },
  },
  offers: {
    says: "which pathways the association offers, and since when",
    written: { offers: [{ pathways: ["IFA", "IFS"], inForce: { from: "2026-07-01" }, sources }] },
  },
  labels: {
    says: "the association's own names for pathways, by language, and their short forms",
    written: {
      labels: [
        {
          names: { IFA: { en: "Infant Family Worker", es: "Trabajadora de Familias con Bebés" } },
          short: { IFA: "IFW" },
          sources,
        },
      ],
    },
  },
  aliases: {
    says: "other names of the association, such as one that it bore before",
    written: { aliases: [{ name: "Example Infant Association", short: "EIA", inForce: { to: "2023" }, sources }] },
  },
  languages: {
    says: "languages besides English in which its system can be used",
    written: { languages: [{ language: "es", what: "Applications can be written in Spanish.", sources }] },
  },
  residency: {
    says: "the states or countries from which it takes applicants",
    written: { residency: [{ accepts: ["US-OH", "US-IN"], sources }] },
  },
  membership: {
    says: "whose membership counts, and on which day a year of membership ends",
    written: {
      membership: [
        { accepts: ["own", "waimh"], sources },
        { year: { ends: "12-31", cutOff: "10-01" }, sources },
      ],
    },
  },
  cycle: {
    says: "the renewal cycle: its months, and the last day of one cycle",
    written: { cycle: [{ months: 36, ends: "2027-12-31", sources }] },
  },
  fees: {
    says: "what things cost; 0 says free, null that a page says it costs something and not how much",
    written: { fees: [{ kind: "registration", amount: 25, currency: "USD", inForce: { from: "2026" }, sources }] },
  },
  choose: {
    says: "the association's answer to a question that the sources leave open",
    written: { choose: { "rsc-span": [{ reading: "no-span", inForce: { from: "2026-07-01" }, sources }] } },
  },
  conditions: {
    says: "a condition with a name that the association words differently, or adds",
    written: {
      conditions: [
        {
          id: "our-kind-of-training",
          title: "trainings of an hour or more",
          conditions: { fact: "hours", operator: "greaterThanInclusive", value: 1 },
          sources,
        },
      ],
      requirements: using({ where: "our-kind-of-training" }),
    },
  },
  equivalences: {
    says: "what counts as something else, and how much of it at most",
    written: {
      equivalences: [
        {
          id: "our-book-groups",
          title: "Up to 5 hours of book groups count as training",
          where: { fact: "kind", operator: "equal", value: "book-group" },
          atMost: 5,
          sources,
        },
      ],
      requirements: using({
        where: { fact: "kind", operator: "equal", value: "course" },
        equivalences: ["our-book-groups"],
      }),
    },
  },
  requirements: {
    says: "what the association asks for differently: replace, add, remove, or more or less firmly",
    written: {
      requirements: [
        { pathways: ["IFS"], inForce: { from: "2026-07-01" }, remove: "families", sources },
        {
          pathways: ["IFA"],
          inForce: { from: "2026-07-01" },
          requirement: "training",
          obligation: "recommended",
          sources,
        },
      ],
    },
  },
  process: {
    says: "how one applies, by when, and what helps with the cost; none of it decides",
    written: {
      process: [{ kind: "deadline", text: "Applications are reviewed in March and in September.", sources }],
    },
  },
  notes: {
    says: "what the association prints and is no rule here, and why not",
    written: {
      notes: [{ text: "Most applicants have fifty hours of training.", reason: "typical", sources }],
    },
  },
} as const satisfies Readonly<Record<Exclude<keyof OverlayFile, Naming>, OverlayExample>>;

/** One statement by which nothing is judged. */
export type OneTold<K extends keyof Undeciding> = NonNullable<Undeciding[K]>[number];
/** How it is worded: what it is, and what it says. */
export type ToldWords = readonly [what: string, text: string];

/** How each statement by which nothing is judged is worded. */
export const undecidingWords: { readonly [K in keyof Required<Undeciding>]: (one: OneTold<K>) => ToldWords } = {
  aliases: ({ name }) => ["name of the association", name],
  languages: ({ language, what }) => [`language ${language}`, what],
  process: ({ kind, pathways, text }) => [`process, ${kind}${forPathways(pathways)}`, text],
  notes: ({ reason, text }) => [`note, ${reason}`, text],
};

/** Says for which pathways something is said; nothing of all. */
export function forPathways(pathways: readonly PathwayId[] | undefined): string {
  return pathways ? ` for ${pathways.join(", ")}` : "";
}

/** Things that one looks for and that are no key of the file. */
const ofOthers = {
  otherwise: {
    says: "where everybody else applies is the same for all associations, so it stands in a file of the package; the association's own file says whom it takes",
    written: { residency: [{ accepts: ["US-OH"], sources }] },
    elsewhere: {
      file: "rules/places.json",
      written: {
        places: ["US-IL"],
        kind: "alliance",
        text: "Apply to the Alliance itself: https://allianceaimh.org/",
        sources: ["all-apply25"],
      },
    },
  },
  word: {
    says: "the words of a field, such as the topics of trainings, are the same for all associations. One that is lacking is added in src/model/applicant.ts, with its name in rules/translations/en.json. Until then what needs the word is left to reviewers",
    written: {
      requirements: [
        {
          pathways: ["IFA"],
          add: { id: "our-topic", title: "Training on the topic that has no word yet", obligation: "reviewed" },
          sources,
        },
      ],
    },
  },
  scholarship: {
    says: "help with the cost is told in process. Where the package is to judge who gets it, it is a pathway besides: it is written in a file of the package, and the association offers it",
    written: {
      process: [
        { kind: "help-with-cost", text: "The fee is waived for who works in a county of the program.", sources },
      ],
    },
    elsewhere: {
      file: "rules/pathways/scholarship.json",
      written: {
        id: "zz-scholarship",
        kind: "scholarship",
        name: "Scholarship of the Example Association",
        ageBand: [0, 71],
        sources: ["all-apply25"],
        offered: [{ inForce: { from: "2026-07-01" }, sources: ["all-apply25"] }],
        pays: ["endorsement-fee"],
        toward: ["IFA", "IFS"],
      },
    },
  },
} as const satisfies Readonly<Record<string, OverlayExample>>;

/** How each part of an association's own file is written, and three things that are looked for there. */
export const overlayExamples = { ...ofKeys, ...ofOthers };

/** What there is an example of. */
export type ExampleName = keyof typeof overlayExamples;

/** The names of all examples: the keys of the file, then the others. */
export const exampleNames = keysOf(overlayExamples);

/** The keys of an association's own file that it may have or not. */
export const overlayKeys = keysOf(ofKeys);
