/** What things cost, as the pages of the associations print it, on the days on which it changes. */

import { describe, expect, test } from "vitest";
import { fees } from "../../src/index";
import type { AssociationId } from "../../src/model/applicant";
import type { FeeKind } from "../../src/model/overlay";
import type { PathwayId } from "../../src/model/rulebook";

/** `null`: no source could be found. */
type Row = readonly [
  association: AssociationId,
  kind: FeeKind,
  asOf: string,
  amounts: Readonly<Record<string, number | null>>,
];

const four = (ifa: number, ifs: number, imhs: number, mentor: number) => ({
  IFA: ifa,
  IFS: ifs,
  IMHS: imhs,
  "IMHM-C": mentor,
});

const rows: readonly Row[] = [
  ["us-ct", "registration", "2025-06-01", { ...four(15, 15, 25, 25), ERS: 20, ECFA: 15 }],
  ["us-ct", "processing", "2025-06-01", { ...four(25, 100, 300, 400), ERS: 150, ECMHS: 300 }],
  ["us-az", "registration", "2024-06-01", four(15, 20, 25, 25)],
  ["us-az", "processing", "2024-06-01", four(25, 100, 200, 300)],
  ["us-az", "membership", "2024-06-01", { IFS: 60 }],
  ["us-az", "renewal", "2024-06-01", { renewal: 25 }],
  ["us-az", "late-renewal", "2024-06-01", { renewal: 35 }],
  ["us-sc", "registration", "2024-06-01", four(20, 20, 20, 20)],
  ["us-sc", "processing", "2024-06-01", four(50, 75, 100, 125)],
  ["us-sc", "exam", "2024-06-01", { IFA: null, IFS: null, IMHS: null, "IMHM-C": 25 }],
  ["us-sc", "renewal", "2021-01-31", { renewal: 0 }],
  ["us-sc", "renewal", "2021-02-01", { renewal: 25 }],
  ["us-sc", "renewal", "2023-01-01", { renewal: 25 }],
  ["us-sc", "late-renewal", "2023-01-01", { renewal: 25 }],
  ["us-ny", "registration", "2018-06-01", four(15, 15, 25, 25)],
  ["us-ny", "processing", "2017-08-31", four(25, 50, 200, 300)],
  ["us-ny", "processing", "2017-09-01", four(25, 100, 300, 400)],
  ["us-ak", "registration", "2022-06-01", four(15, 15, 25, 25)],
  ["us-mn", "registration", "2016-06-01", four(15, 15, 25, 25)],
  ["us-mn", "processing", "2016-06-01", four(25, 50, 200, 300)],
  ["us-ok", "registration", "2023-06-01", { IFA: 25, IFS: 25, IFRS: 25, IMHS: null }],
  ["us-ok", "processing", "2023-06-01", { IFA: 25, IFS: 55, IFRS: 100, IMHS: null }],
  ["us-va", "registration", "2025-06-01", { IFS: 50 }],
  ["us-va", "membership", "2025-06-01", { IFS: 60 }],
  ["us-va", "renewal", "2025-06-01", { renewal: 40 }],
  ["us-ri", "registration", "2024-06-01", { IFS: 25 }],
  ["us-ri", "renewal", "2023-12-31", { renewal: null }],
  ["us-ri", "renewal", "2024-01-01", { renewal: 0 }],
  ["us-wa", "membership", "2025-06-01", { IFS: 80 }],
  ["us-wa", "registration", "2025-06-01", { IFS: 25 }],
  ["us-wa", "processing", "2025-06-01", { IFS: null }],
  ["au-wa", "registration", "2023-06-01", { IFS: 50 }],
  ["au-wa", "renewal", "2023-05-31", { renewal: 0 }],
  ["au-wa", "renewal", "2023-06-01", { renewal: 30 }],
  ["us-mi", "processing", "2010-09-30", { IFS: 50 }],
  ["us-mi", "processing", "2010-10-01", { IFS: 100 }],
  ["us-mi", "renewal", "2023-06-01", { renewal: 30 }],
  ["us-mi", "late-renewal", "2023-06-01", { renewal: 25 }],
  ["us-in", "membership", "2022-06-01", { IFS: 50 }],
  ["us-in", "reactivation", "2016-06-01", { IFS: 25 }],
  ["us-nm", "renewal", "2019-06-01", four(35, 35, 50, 50)],
  ["us-nm", "late-renewal", "2019-06-01", { IFS: 20 }],
  ["us-pa", "renewal", "2023-06-01", { renewal: 0 }],
  ["us-ma", "renewal", "2023-06-01", { renewal: 0 }],
  ["us-ne", "reinstatement", "2025-06-01", { reinstatement: 25 }],
];

describe("what is printed", () => {
  test.for(rows)("%s: %s on %s", ([association, kind, asOf, amounts]) => {
    const found = (Object.keys(amounts) as PathwayId[]).map((pathway) => {
      const fee = fees({ association, asOf, pathway }).find((one) => one.kind === kind);
      return [pathway, fee?.amount];
    });
    expect(Object.fromEntries(found)).toEqual(amounts);
  });

  test("Western Australia counts in its own currency", () => {
    const [fee] = fees({ association: "au-wa", asOf: "2023-06-01", pathway: "IFS" }).filter(({ amount }) => amount);
    expect(fee?.currency).toBe("AUD");
  });
});
