import { localMeans } from "#scripts/verify/means.ts";
import type { Json } from "#shared/domain/foundation/json.ts";
import { type Verification, verifyBundle } from "#shared/domain/journal/verify-bundle.ts";
import type { Playbook } from "#shared/domain/playbook/schema.ts";
import { type Office, office } from "#test/builders/office.ts";
import { sessionPlaybook } from "#test/builders/session-playbook.ts";

/** Words that stand in what is known of one person and nowhere else. */
export const MARKS = ["Zaphira", "zaphira@example.org", "cand-4711", "note-4711", "9407.25", "observed-4711"] as const;
const [NAME, EMAIL, EXTERNAL, NOTE, ANSWER, OBSERVED] = MARKS;

const question = { id: "why", category: "thinking", weight: "1", text: "Why?", probes: [], anchors: {} };

export const markedPlaybook = (changes: Partial<Playbook> = {}): Playbook =>
  sessionPlaybook({
    categories: [{ id: "thinking", title: "Thinking", weight: "100", assessment_share: "0.5" }],
    interview: { scale: { min: 1, max: 5 }, questions: [{ ...question, whole_interview: false }] },
    red_flags: [{ id: "liar", severity: "major", title: "Lies", description: "Lies.", signs: [] }],
    ...changes,
  });

/** A company, and one person whose words can be recognised, invited and not yet begun. */
export async function invitedPerson(playbook = markedPlaybook()) {
  const company = await office({ playbook });
  const invitation = {
    playbook: "small",
    candidate: { name: NAME, email: EMAIL, external_id: EXTERNAL },
    metadata: { note: NOTE },
    job: "backend-42",
  };
  const { body } = await company.person()("create-session", {}, invitation);
  const session: string = body.id;
  const token = String(body.url).split("#")[1]!;
  const candidate = (operation: Parameters<Office["ask"]>[0], parameters = {}, sent?: Json) =>
    company.ask(operation, {
      ...{ parameters, headers: { authorization: `Bearer ${token}` } },
      ...(sent !== undefined && { body: sent }),
    });
  return { ...company, session, candidate };
}

export type Known = Awaited<ReturnType<typeof invitedPerson>>;

const card = [{ question: "why", value: 3, observation: OBSERVED }];

/** What happens to a session from its start to its decision, one step after the other. */
export const STEPS: readonly ((known: Known) => Promise<unknown>)[] = [
  ({ candidate }) => candidate("start-session", {}, { consent: true }),
  ({ candidate }) => candidate("begin-section", { section: "first" }),
  ({ candidate }) => candidate("save-answer", { item: "a" }, { value: ANSWER, revision: 0 }),
  ({ person, session }) => person()("accommodate-session", { session }, { kind: "multiplier", factor: "1.5" }),
  ({ candidate }) => candidate("submit-section", { section: "first" }),
  ({ candidate }) => candidate("begin-section", { section: "second" }),
  ({ candidate }) => candidate("submit-section", { section: "second" }),
  async ({ at, settle, session }) => {
    at.clock.advance(120_000);
    await settle(session);
  },
  ({ person, session }) => person("int_1")("save-scorecard", { session, interviewer: "int_1" }, { ratings: card }),
  ({ person, session }) => person("int_2")("raise-flag", { session }, { flag: "liar", observation: OBSERVED }),
  ({ person, session }) => person("int_1")("lock-scorecard", { session, interviewer: "int_1" }),
  ({ person, session }) => person("rec_1")("finalize-session", { session }),
  ({ person, session }) => person("rec_1")("decide-session", { session }, { outcome: "hold", reason: OBSERVED }),
];

/** Everything that is stored of a session, as text. */
export async function stored({ at, session }: Known): Promise<string> {
  const { tables, links, scorecardDrafts, orders } = at;
  const drafts = await Promise.all(["int_1", "int_2"].map((name) => scorecardDrafts.read(session, name)));
  const beside = [await links.list(session), drafts, [...orders.all.values()]];
  return JSON.stringify([tables.journals.get(session), tables.heads.get(session), ...beside]);
}

/** The session's exported bundle, verified offline. */
export async function verifiedBundle({ person, session }: Known): Promise<Verification> {
  const { text } = await person()("export-bundle", { session });
  return verifyBundle(text, { ...localMeans(undefined), readPlaybook: (value) => ({ playbook: value as Playbook }) });
}
