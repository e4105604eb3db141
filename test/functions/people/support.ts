import { localMeans } from "#scripts/verify/means.ts";
import type { Json } from "#shared/domain/foundation/json.ts";
import { type Verification, verifyBundle } from "#shared/domain/journal/verify-bundle.ts";
import type { Playbook } from "#shared/domain/playbook/schema.ts";
import { type Office, office } from "#test/builders/office.ts";
import { BASE_POINTS, BASE_RATINGS } from "#test/builders/score-inputs.ts";
import { shippedNumbers } from "#test/builders/shipped-numbers.ts";

/** A scored session of the shipped numbers whose items a reviewer has graded as in the base case. */
export async function scored(
  points: Record<string, string> = BASE_POINTS,
  playbook = shippedNumbers(),
  roles: { [person: string]: readonly string[] } = {},
) {
  const company = await office({ playbook, roles });
  const { session, candidate } = await company.taken();
  for (const [item, earned] of Object.entries(points)) await grade(company, session, { item, points: earned });
  return { ...company, session, candidate };
}

export type Scored = Awaited<ReturnType<typeof scored>>;

export const grade = ({ person }: Pick<Office, "person">, session: string, given: { item: string; points: string }) =>
  person("rev_1")("review-grade", { session }, { ...given, reason: "As the case says.", quote: "what was answered" });

/** A card with every question rated; `null` is the mark `not assessed`. */
export const cardOf = (values: Record<string, number | null> = BASE_RATINGS): Json[] =>
  Object.entries(values).map(
    ([question, value]): Json =>
      value === null
        ? { question, value, reason: "There was no time." }
        : { question, value, observation: `What was said to ${question}.` },
  );

export async function lockCard(at: Scored, interviewer: string, values: Record<string, number | null> = BASE_RATINGS) {
  const card = { session: at.session, interviewer };
  const saved = await at.person(interviewer)("save-scorecard", card, { ratings: cardOf(values) });
  if (saved.status !== 200) return saved;
  return at.person(interviewer)("lock-scorecard", card);
}

export const resultOf = async ({ person, session }: Scored) => (await person()("read-result", { session })).body;

/** The session's exported bundle, verified offline; the playbook of bare numbers is taken as it is. */
export async function verified({ person, session }: Pick<Scored, "person" | "session">): Promise<Verification> {
  const { text } = await person()("export-bundle", { session });
  return verifyBundle(text, { ...localMeans(undefined), readPlaybook: (value) => ({ playbook: value as Playbook }) });
}

/** The events that were written, in order. */
export const eventsOf = ({ at, session }: Pick<Scored, "at" | "session">) =>
  [...at.tables.events.values()]
    .map(({ event }) => event)
    .filter(({ stream }) => stream === session)
    .sort((a, b) => a.sequence - b.sequence)
    .map(({ type, body }) => ({ type, data: JSON.parse(body).data }));
