import { describe, expect, test } from "vitest";
import { canonicalJson } from "#shared/domain/foundation/json.ts";
import type { Bundle } from "#shared/domain/journal/bundle.ts";
import { chain, type Entry } from "#shared/domain/journal/entry.ts";
import { verifyBundle } from "#shared/domain/journal/verify-bundle.ts";
import type { SessionFact } from "#shared/domain/session/facts.ts";
import {
  bundleOf,
  digest,
  journalOf,
  KEY_ID,
  OBSERVED,
  regrade,
  scoredFacts,
  verifyMeans,
} from "#test/builders/scored-journal.ts";

const facts = scoredFacts();
const journal = journalOf(facts);
const text = await bundleOf(journal);
const means = verifyMeans();

/** A journal that an insider rewrote: chained and signed anew, so that only its content can give it away. */
const forged = async (change: (facts: SessionFact[]) => SessionFact[]) =>
  verifyBundle(await bundleOf(journalOf(change(facts))), means);

const changed = (kind: SessionFact["kind"], change: (payload: never) => object) => (all: SessionFact[]) =>
  all.map((fact) => (fact.kind === kind ? ({ ...fact, payload: change(fact.payload as never) } as SessionFact) : fact));

const seqOf = (kind: SessionFact["kind"]) => journal.find((entry) => entry.kind === kind)!.seq;
const dropping = (kind: SessionFact["kind"]) => (all: SessionFact[]) => {
  const index = all.findIndex((fact) => fact.kind === kind);
  return all.toSpliced(index, 1);
};

describe("a bundle that nobody touched", () => {
  test("verifies: chain, canonical form, signature, playbook, grades and result", async () => {
    const report = await verifyBundle(text, means);
    expect(report.fault).toBeNull();
    expect(report).toMatchObject({
      verdict: "verified",
      passed: ["chain", "canonical", "signature", "playbook", "replay"],
      entries: journal.length,
      key: { id: KEY_ID, trusted: false },
      replayed: { grades: 8, grades_by_people: 0, runs: 0, runs_as_recorded: 1, results: 1 },
    });
    expect(report.session?.results[0]?.score).toBe("100.00");
  });

  test("is trusted only when its key is the one that was named", async () => {
    expect(await verifyBundle(text, means, { trust: KEY_ID })).toMatchObject({
      verdict: "verified",
      key: { trusted: true },
    });
    const other = await verifyBundle(text, means, { trust: "0".repeat(64) });
    expect(other).toMatchObject({ verdict: "failed", fault: { seq: null, code: "untrusted_key" } });
  });

  test("repeats what the sandbox saw where one is at hand, and names evidence that doesn't come again", async () => {
    const rerun = async ({ item }: { item: { id: string } }) => (item.id === "busy-customers" ? [OBSERVED] : []);
    expect(await verifyBundle(text, verifyMeans({ rerun }))).toMatchObject({
      verdict: "verified",
      replayed: { runs: 1 },
    });
    const invented = { ...OBSERVED, runs: [{ ...OBSERVED.runs[0]!, rows: [["2"]] }] };
    const report = await verifyBundle(text, verifyMeans({ rerun: async () => [invented] }));
    expect(report).toMatchObject({ verdict: "failed", fault: { code: "wrong_evidence" } });
  });

  test("made by an older engine says which engine it needs", async () => {
    const older = verifyMeans({ regrade: (task) => ({ ...regrade(task), grader: "test/2" }) });
    const report = await verifyBundle(text, older);
    expect(report.fault).toMatchObject({ code: "needs_engine", seq: seqOf("grade.recorded") });
    expect(report.fault?.text).toContain("test/1");
  });
});

describe("a bundle that somebody rewrote, chained and signed anew", () => {
  test.each<[string, SessionFact["kind"], string, (all: SessionFact[]) => SessionFact[]]>([
    [
      "a grade was raised",
      "grade.recorded",
      "wrong_grade",
      changed("grade.recorded", (grade: object) => ({ ...grade, points: "0.5" })),
    ],
    ["an answer was taken before its section", "section.opened", "illegal_fact", dropping("section.opened")],
    [
      "a section got more time",
      "section.opened",
      "illegal_fact",
      changed("section.opened", (opened: object) => ({ ...opened, deadline: "2026-03-02T00:00:00.000Z" })),
    ],
    [
      "a revision was left out",
      "answer.saved",
      "illegal_fact",
      changed("answer.saved", (saved: object) => ({ ...saved, revision: 2 })),
    ],
    ["the session was never started", "session.started", "illegal_fact", dropping("session.started")],
    [
      "the playbook is another one",
      "session.created",
      "wrong_playbook",
      changed("session.created", (made: object) => ({ ...made, playbook_digest: digest("") })),
    ],
    ["a payload lost its shape", "section.closed", "illegal_fact", changed("section.closed", () => ({}))],
    [
      "somebody else answered",
      "answer.saved",
      "illegal_fact",
      (all) => all.map((fact) => (fact.kind === "answer.saved" ? { ...fact, actor: "usr_1" } : fact)),
    ],
    [
      "a person's grade stands where the machine's stood",
      "grade.recorded",
      "illegal_fact",
      (all) => all.map((fact) => (fact.kind === "grade.recorded" ? { ...fact, actor: "usr_1" } : fact)),
    ],
  ])("fails when %s", async (_, kind, code, change) => {
    const report = await forged(change);
    expect(report.fault).toMatchObject({ code, seq: seqOf(kind) });
  });

  test("fails when the result was improved", async () => {
    const last = journal.at(-1)! as Entry<"result.computed", object>;
    const better = { ...last, payload: { ...last.payload, score: "99.00" } };
    const rechained = chain(journal.at(-2)!, better, { salt: last.salt, digest });
    const report = await verifyBundle(await bundleOf([...journal.slice(0, -1), rechained]), means);
    expect(report.fault).toMatchObject({ code: "wrong_result", seq: last.seq });
  });

  test("fails at a fact of no known kind, and says so", async () => {
    const last = journal.at(-1)!;
    const unknown = chain(last, { ...last, kind: "session.praised", payload: {} }, { salt: last.salt, digest });
    const report = await verifyBundle(await bundleOf([...journal, unknown] as never), means);
    expect(report.fault).toMatchObject({ code: "illegal_fact", seq: unknown.seq });
    expect(report.fault?.text).toContain("knows no such fact");
  });

  test("fails when an answer was saved after the deadline", async () => {
    const late = (all: SessionFact[]) =>
      all.map((fact, index) => {
        const next = all[index + 1];
        return fact.kind === "answer.saved" && next?.kind === "section.closed" ? { ...fact, at: next.at } : fact;
      });
    expect((await forged(late)).fault).toMatchObject({ code: "illegal_fact" });
  });
});

describe("an erased bundle", () => {
  const erasedSeqs = journal.filter(({ kind }) => kind !== "session.started").map(({ seq }) => seq);
  const erasure = (seqs: number[]) =>
    chain(
      journal.at(-1)!,
      { kind: "session.erased", at: "2026-06-01T00:00:00.000Z", actor: "usr_1", payload: { session: "ses_1", seqs } },
      { salt: "00", digest },
    );
  const stripped = journal.map((entry) => {
    if (!erasedSeqs.includes(entry.seq)) return entry;
    const { payload: _payload, salt: _salt, ...rest } = entry;
    return rest;
  });

  test("has an intact chain and a good signature, and can't be graded again", async () => {
    const report = await verifyBundle(await bundleOf([...stripped, erasure(erasedSeqs)]), means);
    expect(report).toMatchObject({ verdict: "erased", fault: null, passed: ["chain", "canonical", "signature"] });
  });

  test("fails where an entry lost its payload and no erasure names it", async () => {
    const report = await verifyBundle(await bundleOf([...stripped, erasure(erasedSeqs.slice(1))]), means);
    expect(report.fault).toMatchObject({ seq: 1, code: "missing_payload" });
  });
});

describe("other bytes for the same meaning are refused", () => {
  const bundle = JSON.parse(text) as Bundle;
  const faultOf = async (changedText: string) => (await verifyBundle(changedText, means)).fault;

  test("white space, a byte order mark, another order of keys, an unknown field", async () => {
    expect(await faultOf(`${text}\n`)).toMatchObject({ code: "not_canonical" });
    expect(await faultOf(`\uFEFF${text}`)).toMatchObject({ code: "not_json" });
    const { head, ...rest } = bundle;
    expect(await faultOf(JSON.stringify({ ...rest, head }))).toMatchObject({ code: "not_canonical" });
    expect(await faultOf(canonicalJson({ ...bundle, note: 1 }))).toMatchObject({ code: "wrong_shape" });
    const [first, ...others] = bundle.journal;
    const noted = canonicalJson({ ...bundle, journal: [{ ...first, note: 1 }, ...others] });
    expect(await faultOf(noted)).toMatchObject({ code: "wrong_shape", seq: 1 });
  });

  test("base64 with stray bits or without padding, of the signature and of the key", async () => {
    const { signature } = bundle.head;
    const stray = (base64: string) => {
      const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
      const padding = /=*$/.exec(base64)![0];
      const last = base64.length - padding.length - 1;
      return base64.slice(0, last) + letters[letters.indexOf(base64[last]!) + 1] + padding;
    };
    for (const other of [stray(signature), signature.replace(/=+$/, ""), `${signature}\n`]) {
      const head = { ...bundle.head, signature: other };
      expect(await faultOf(canonicalJson({ ...bundle, head }))).toMatchObject({ code: "wrong_signature" });
    }
    for (const other of [stray(bundle.public_key), bundle.public_key.replace(/=+$/, ""), `${bundle.public_key} `]) {
      expect(await faultOf(canonicalJson({ ...bundle, public_key: other }))).toMatchObject({ code: "wrong_key" });
    }
  });
});
