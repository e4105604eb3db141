import type { CheckName, Verification } from "#shared/domain/journal/verify-bundle.ts";

const HELD = "  holds   ";
const FAILED = "  FAILS   ";
const NOTE = "  note    ";

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

/** The verification as lines for people: what held, what didn't, and what that means. */
export function reportLines(verification: Verification): string[] {
  const held = CHECKS.filter(({ name }) => verification.passed.includes(name));
  return [
    ...sessionLines(verification),
    ...held.map(({ text }) => HELD + text(verification)),
    ...(verification.fault ? [FAILED + verification.fault.text] : []),
    ...noteLines(verification),
    "",
    verdictLine(verification),
  ];
}

function sessionLines({ session }: Verification): string[] {
  if (!session) return [];
  return [`Session ${session.id}, ${session.playbook}, ${session.status}, created ${session.created_at}`, ""];
}

function replayText({ replayed }: Verification): string {
  const { grades, runs, results } = replayed!;
  const ran = runs > 0 ? `, ${runs} runs of code and queries` : "";
  return `Every entry was allowed when it was made; ${grades} grades${ran} and ${results} results came out the same, to the byte.`;
}

function noteLines(verification: Verification): string[] {
  const { key, replayed, verdict } = verification;
  return [
    ...scoreLines(verification),
    ...(replayed && replayed.grades_by_people > 0
      ? [`${replayed.grades_by_people} grades were given by people and are taken as recorded.`]
      : []),
    ...(replayed && replayed.runs_as_recorded > 0
      ? [`${replayed.runs_as_recorded} runs of code and queries were taken as recorded, not repeated.`]
      : []),
    ...(verdict === "erased" ? ["Personal data was erased: the chain is intact, regrading is impossible."] : []),
    ...(key && !key.trusted ? [SELF_ASSERTED] : []),
  ].map((line) => NOTE + line);
}

const SELF_ASSERTED =
  "Self-asserted key: the file brought its key along, which proves nothing about who signed. Compare the key with /.well-known/assay-keys of the company and name it: --trust <key>.";

function scoreLines({ session, verdict }: Verification): string[] {
  const result = session?.results.at(-1);
  if (!result || verdict !== "verified") return [];
  return [
    `Recomputed score: ${result.score ?? "none"} (${result.stage}), recommendation: ${result.recommendation ?? "none"}.`,
  ];
}

function verdictLine({ verdict, fault, key }: Verification): string {
  if (verdict === "erased") return "CHAIN INTACT, REGRADE IMPOSSIBLE";
  if (verdict === "verified") return key?.trusted ? "VERIFIED" : "VERIFIED, with a self-asserted key";
  return fault?.seq == null ? "NOT VERIFIED" : `NOT VERIFIED: entry ${fault.seq} is the first that fails`;
}
