import type { Json } from "../domain/foundation/json.ts";
import { Refusal } from "../domain/foundation/refusal.ts";
import { drawsItems } from "../domain/playbook/presented.ts";
import { requireAccommodation, validityUntil } from "../domain/session/decide-time.ts";
import type { Accommodation, Candidate, SessionFacts } from "../domain/session/facts.ts";
import { headOf, type SessionSummary, summaryOf } from "../domain/session/head.ts";
import { type RetakeInput, retakeOf } from "../domain/session/retake.ts";
import type { SettingsStore } from "../ports/company-settings.ts";
import type { Mint, SteadyMint } from "../ports/identity.ts";
import type { CandidateLinks } from "../ports/mail.ts";
import type { Persons } from "../ports/persons.ts";
import type { PublishedPlaybook } from "../ports/playbook-store.ts";
import type { Ports } from "./ports.ts";

export type CreateSessionInput = RetakeInput & {
  /** `id@version`, or `id` for the latest version. */
  playbook: string;
  candidate: Candidate;
  accommodation?: Accommodation | null | undefined;
  /** Fourteen days from now where left out. */
  expires_at?: string | null | undefined;
  /** The company's reference of the job. */
  job?: string | null | undefined;
  /** The only jobs for which the actor may invite; any, and none, where left out. */
  jobs?: readonly string[] | undefined;
  metadata?: { [key: string]: Json } | null | undefined;
  redirect_url?: string | null | undefined;
  /** The id that was promised already; a new one where left out. */
  session?: string | undefined;
  /** Whether Assay may write to the candidate, if the company has mail on; it may where left out. */
  mailed?: boolean | undefined;
  actor: string;
  /** Where the request may come again; ids and secrets are new ones where left out. */
  mint?: SteadyMint | undefined;
};

/** `url` holds the candidate's token; it is never shown again. */
export type CreatedSession = SessionSummary & { url: string };

const SECRET_BYTES = 32;
const SEED_BYTES = 16;

export type CreatePorts = Pick<Ports, "sessions" | "playbooks" | "clock" | "identity" | "site"> & {
  /** Without them nobody gets a mail. */
  settings?: SettingsStore;
  links?: CandidateLinks;
  /** Without it nobody's sessions are known to be the same person's. */
  persons?: Persons;
};

/** Invites a candidate. @throws Refusal `playbook_not_found`, `invalid_accommodation`, `invalid_expiry`, `forbidden`, `retake_too_early` */
export const createSession =
  (ports: CreatePorts) =>
  async (input: CreateSessionInput): Promise<CreatedSession> => {
    requireOwnJob(input);
    const published = await ports.playbooks.read(input.playbook);
    if (!published) throw new Refusal("playbook_not_found", `There is no playbook "${input.playbook}".`);
    const promised = promise(ports, input);
    const earlier = await earlierSession(ports, input, promised);
    if (earlier) return earlier;
    const { session, link_hash, url } = promised;
    const now = ports.clock.now();
    const retention_days = published.playbook.policy.retention_days ?? (await ports.settings?.read())?.retention.days;
    const retake = await retaken(ports, input, published);
    const seed = drawsItems(published.playbook) ? promised.mint.secret(SEED_BYTES) : undefined;
    const payload = createdPayload(input, { session, published, now, link_hash, seed, retention_days, retake });
    const fact = { kind: "session.created" as const, at: now, actor: input.actor, payload };
    await ports.persons?.note(session, input.candidate.email);
    if (input.mailed ?? true) await keepLink(ports, payload, url);
    const { state } = await ports.sessions.create(published.playbook, fact);
    return { ...summaryOf(headOf(state, null)), url };
  };

/** Whether the person may take the playbook already. */
async function retaken(
  { persons, sessions, clock }: CreatePorts,
  input: CreateSessionInput,
  { playbook: { id, policy } }: PublishedPlaybook,
): Promise<ReturnType<typeof retakeOf>> {
  if (!persons || !policy.retake) return undefined;
  const known = await persons.sessionsOf(input.candidate.email);
  const earlier = await Promise.all(known.map((session) => sessions.recall(session)));
  const found = earlier.filter((state) => state !== undefined);
  return retakeOf({ id, after_days: policy.retake.after_days, now: clock.now() }, found, input);
}

/** What is known of a session before it stands: its id, and the link that opens it. */
function promise({ identity, site }: CreatePorts, { session: known, mint }: CreateSessionInput) {
  const from: Mint = mint ?? identity;
  const [session, secret] = [known ?? from.id("ses_"), from.secret(SECRET_BYTES)];
  return { mint: from, session, link_hash: identity.digest(secret), url: `${site.url}/take/#${session}.${secret}` };
}

/** What an earlier try of the same request has made. */
async function earlierSession(
  { sessions }: CreatePorts,
  { mint }: CreateSessionInput,
  { session, link_hash, url }: ReturnType<typeof promise>,
): Promise<CreatedSession | undefined> {
  const standing = mint?.again ? await sessions.recall(session) : undefined;
  return standing?.link_hash === link_hash ? { ...summaryOf(headOf(standing, null)), url } : undefined;
}

/** Before the session stands, so that its first event finds what the invitation needs. */
async function keepLink(
  { settings, links }: CreatePorts,
  { session, link_hash, expires_at }: SessionFacts["session.created"],
  url: string,
): Promise<void> {
  if (!settings || !links || !(await settings.read()).mail.enabled) return;
  await links.keep(session, { hash: link_hash, url, until: expires_at });
}

function requireOwnJob({ job, jobs }: Pick<CreateSessionInput, "job" | "jobs">): void {
  if (jobs === undefined || (job != null && jobs.includes(job))) return;
  throw new Refusal("forbidden", "You may invite for your own jobs alone; name one of them as the session's job.");
}

function createdPayload(
  input: CreateSessionInput,
  made: {
    session: string;
    published: PublishedPlaybook;
    now: string;
    link_hash: string;
    seed: string | undefined;
    retention_days: number | null | undefined;
    retake: ReturnType<typeof retakeOf>;
  },
): SessionFacts["session.created"] {
  const { playbook, digest } = made.published;
  return {
    session: made.session,
    playbook: `${playbook.id}@${playbook.version}`,
    playbook_digest: digest,
    candidate: input.candidate,
    accommodation: requireAccommodation(input.accommodation ?? null),
    expires_at: validityUntil(made.now, input.expires_at ?? undefined),
    ...(input.job != null && { job: input.job }),
    metadata: input.metadata ?? {},
    redirect_url: input.redirect_url ?? null,
    link_hash: made.link_hash,
    ...(made.retention_days != null && { retention_days: made.retention_days }),
    ...(made.retake && { retake: made.retake }),
    ...(made.seed !== undefined && { seed: made.seed }),
  };
}
