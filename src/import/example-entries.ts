/**
 * The example rows of templates: two for each collection. `import` leaves them out.
 */
import type { CollectionName, Collections, Person } from "../model/applicant";

/** The people whom the examples name. */
export const examplePeople: readonly Person[] = [
  {
    id: "example-maria-lopez",
    name: "Example: Maria Lopez",
    degree: "master",
    endorsements: [{ category: "IMHM-C", since: "2018-05-01" }],
  },
  { id: "example-rosa-diaz", name: "Example: Rosa Diaz", degree: "bachelor", endorsements: [] },
];

const [maria, rosa] = ["example-maria-lopez", "example-rosa-diaz"];

/** The examples. */
export const exampleEntries: { readonly [C in CollectionName]-?: NonNullable<Collections[C]> } = {
  people: examplePeople,
  education: [
    {
      id: "example-1",
      title: "BA Psychology, State University",
      level: "bachelor",
      conferred: "2016-05-14",
      field: "psychology",
      focus: "other",
      country: "US",
    },
    {
      id: "example-2",
      title: "Certificate, City College",
      level: "certificate",
      conferred: "2021-12-10",
      focus: "infant-mental-health",
    },
  ],
  credentials: [
    { id: "example-1", title: "CDA, infant and toddler", kind: "cda", awarded: "2022-03-01", until: "2025-03-01" },
    {
      id: "example-2",
      title: "Endorsement",
      kind: "endorsement",
      category: "IFA",
      status: "full",
      association: "us-wa",
      awarded: "2023-10-15",
    },
  ],
  work: [
    {
      id: "example-1",
      title: "Home visitor, Sunrise Family Center",
      kind: "employment",
      paid: true,
      start: "2021-09-01",
      fullTimeShare: 1,
      ages: [0, 36],
      prenatal: true,
      families: 18,
      service: ["prevention"],
      withCaregiver: true,
      supervised: true,
      supervisor: rosa,
    },
    {
      id: "example-2",
      title: "Infant teacher, Little Steps",
      kind: "employment",
      paid: true,
      start: "2018-06-01",
      end: "2021-08-20",
      hoursPerWeek: 25,
      ages: [0, 18],
      service: ["promotion"],
    },
  ],
  training: [
    {
      id: "example-1",
      title: "Attachment in the first year",
      presenter: "Zero to Three",
      date: "2025-03-14",
      hours: 1.5,
      topics: ["infant-mental-health"],
      competencies: ["theoretical-foundations"],
      ages: [0, 36],
      kind: "webinar",
    },
    {
      id: "example-2",
      title: "Diversity-informed tenets",
      presenter: "State association",
      date: "2025-09-25",
      hours: 3,
      topics: ["diversity-equity-inclusion"],
      competencies: ["working-with-others", "reflection"],
      kind: "conference",
    },
  ],
  supervisionReceived: [
    {
      id: "example-1",
      date: "2025-01-08",
      hours: 1.5,
      format: "individual",
      about: ["direct-service"],
      ages: [0, 36],
      provider: maria,
    },
    {
      id: "example-2",
      title: "Monday group",
      start: "2025-02-03",
      end: "2025-11-24",
      hours: 20,
      format: "group",
      provider: maria,
    },
  ],
  supervisionProvided: [
    { id: "example-1", date: "2025-01-10", hours: 1, format: "individual" },
    {
      id: "example-2",
      title: "Group for home visitors",
      start: "2025-02-07",
      end: "2025-12-05",
      hours: 15,
      format: "group",
    },
  ],
  leadership: [
    {
      id: "example-1",
      title: "Policy committee, state association",
      start: "2024-01-01",
      reach: "state",
      kind: "policy",
    },
    {
      id: "example-2",
      title: "Mentor of new home visitors",
      start: "2022-09-01",
      end: "2023-06-30",
      reach: "local",
      kind: "supervising-mentoring",
    },
  ],
  references: [
    { id: "example-1", rater: rosa, roles: ["current-supervisor"], completed: "2025-10-14", notEnoughInformation: 0 },
    { id: "example-2", rater: maria, roles: ["rsc-provider", "consultant"], completed: "2025-10-20" },
  ],
  exams: [
    { id: "example-1", category: "IMHS", part: 1, taken: "2025-05-08", score: 0.86, passed: true },
    { id: "example-2", category: "IMHS", part: 2, taken: "2025-05-08", passed: true },
  ],
  memberships: [
    { id: "example-1", association: "us-wa", kind: "individual", purchased: "2025-01-15" },
    { id: "example-2", association: "us-wa", kind: "organizational", until: "2025-12-31" },
  ],
  attestations: [
    { id: "example-1", kind: "code-of-ethics", signed: "2025-10-01" },
    { id: "example-2", kind: "endorsement-agreement", signed: "2025-10-01" },
  ],
  applications: [
    { id: "example-1", pathway: "IFS", association: "us-wa", started: "2025-09-01" },
    { id: "example-2", pathway: "IFA", association: "us-wa", started: "2023-03-01", submitted: "2023-06-30" },
  ],
  decisions: [
    {
      id: "example-1",
      type: "waive",
      pathway: "IFS",
      requirement: "work",
      reason: "Documents lost in a fire",
      by: "Endorsement coordinator",
      on: "2025-03-03",
    },
    {
      id: "example-2",
      type: "accept",
      pathway: "IFS",
      requirement: "training",
      evidence: ["training/0"],
      reason: "Certificate seen",
      by: "Endorsement coordinator",
      on: "2025-03-03",
    },
  ],
};
