import type { CheckName, Verification } from "./verify-bundle.ts";

/** `holds`: checked and found right. `fails`: the first thing that isn't. `note`: what a reader should know of it. */
export type ReportLine = { kind: "holds" | "fails" | "note"; text: string };

export type VerificationReport = {
  /** Which session this is about; null where the file doesn't get so far. */
  subject: string | null;
  lines: ReportLine[];
  verdict: string;
};

const CHECKS: { name: CheckName; text: (verification: Verification) => string }[] = [
  {
    name: "chain",
    text: ({ entries }) => `Every one of the ${entries} entries is as it was written, and none is missing or moved.`,
  },
  { name: "canonical", text: () => "Not a byte of the file was added or rewritten." },
  { name: "signature", text: ({ key }) => `The last entry is signed with the key ${key?.id ?? ""}.` },
  { name: "playbook", text: () => "The playbook is the one that the session was created with." },
  { name: "replay", text: replayText },
];

/** The verification in words for people: what held, what didn't, and what that means. */
export function verificationReport(verification: Verification): VerificationReport {
  const held = CHECKS.filter(({ name }) => verification.passed.includes(name));
  return {
    subject: subjectOf(verification),
    lines: [
      ...held.map(({ text }) => ({ kind: "holds" as const, text: text(verification) })),
      ...(verification.fault ? [{ kind: "fails" as const, text: verification.fault.text }] : []),
      ...notes(verification).map((text) => ({ kind: "note" as const, text })),
    ],
    verdict: verdictOf(verification),
  };
}

function subjectOf({ session }: Verification): string | null {
  return session && `Session ${session.id}, ${session.playbook}, ${session.status}, created ${session.created_at}`;
}

function replayText({ replayed }: Verification): string {
  const { grades, runs, results } = replayed!;
  const ran = runs > 0 ? `, ${runs} runs of code and queries` : "";
  return `Every entry was allowed when it was made; ${grades} grades${ran} and ${results} results came out the same, to the byte.`;
}

function notes(verification: Verification): string[] {
  const { key, replayed, verdict } = verification;
  return [
    ...scoreNotes(verification),
    ...(replayed && replayed.grades_by_people > 0
      ? [`${replayed.grades_by_people} grades were given by people and are taken as recorded.`]
      : []),
    ...(replayed && replayed.runs_as_recorded > 0
      ? [`${replayed.runs_as_recorded} runs of code and queries were taken as recorded, not repeated.`]
      : []),
    ...(verdict === "erased" ? [ERASED] : []),
    ...(key && !key.trusted ? [SELF_ASSERTED] : []),
  ];
}

const ERASED =
  "Personal data was erased: who did what and when is intact and signed; answers, grades, scores and the rules' part in them are gone and can't be computed again.";

const SELF_ASSERTED =
  "Self-asserted key: the file brought its key along, which proves nothing about who signed. Compare the key with /.well-known/assay-keys of the company and name it as the one you trust.";

function scoreNotes({ session, verdict }: Verification): string[] {
  const result = session?.results.at(-1);
  if (!result || verdict !== "verified") return [];
  return [
    `Recomputed score: ${result.score ?? "none"} (${result.stage}), recommendation: ${result.recommendation ?? "none"}.`,
  ];
}

function verdictOf({ verdict, fault, key }: Verification): string {
  if (verdict === "erased") return "CHAIN INTACT, REGRADE IMPOSSIBLE";
  if (verdict === "verified") return key?.trusted ? "VERIFIED" : "VERIFIED, with a self-asserted key";
  return fault?.seq == null ? "NOT VERIFIED" : `NOT VERIFIED: entry ${fault.seq} is the first that fails`;
}
