import type { CompanySettings } from "../domain/company/settings.ts";
import { type Errand, mailErrand, mailId, newErrand } from "../domain/errands/errand.ts";
import { ORGANISATION } from "../domain/events/build.ts";
import type { OutboxEvent } from "../domain/events/event.ts";
import type { SessionHead } from "../domain/session/head.ts";
import { shift } from "../domain/session/timing.ts";
import type { SettingsStore } from "../ports/company-settings.ts";
import type { Errands } from "../ports/errands.ts";
import type { CandidateLinks } from "../ports/mail.ts";
import type { Orders } from "../ports/orders.ts";
import type { DisabledReason } from "../ports/webhooks.ts";
import type { Ports } from "./ports.ts";

export type FollowPorts = Pick<Ports, "index" | "identity" | "clock"> & {
  errands: Errands;
  orders: Orders;
  links: CandidateLinks;
  settings: SettingsStore;
};

const HOUR = 3_600_000;

type Situation = { event: OutboxEvent; head: SessionHead | undefined; settings: CompanySettings };

/**
 * Notes what a stream's events ask to be done outside, beside webhooks: mails, and ATSes to be told. Each is noted once,
 * however often this runs.
 *
 * @returns the ids of what is to be done at once
 */
export const followEvents =
  (ports: FollowPorts) =>
  async ({ stream, events }: { stream: string; events: readonly OutboxEvent[] }): Promise<string[]> => {
    if (events.length === 0) return [];
    const [head, settings] = await Promise.all([headOf(ports, stream), ports.settings.read()]);
    const found: Errand[] = [];
    for (const event of events) found.push(...(await errandsOf(ports, { event, head, settings })));
    const errands = [...new Map(found.map((errand) => [errand.id, errand])).values()];
    await Promise.all(errands.map((errand) => ports.errands.create(errand)));
    if (head && !needsLink(head)) await ports.links.forget(stream);
    const now = shift(ports.clock.now(), HOUR / 60);
    return errands.filter(({ due_at }) => due_at !== null && due_at <= now).map(({ id }) => id);
  };

const headOf = async ({ index }: FollowPorts, stream: string): Promise<SessionHead | undefined> =>
  stream === ORGANISATION ? undefined : index.head(stream);

/** Whether a mail may still have to carry the link. */
const needsLink = ({ status }: SessionHead): boolean => status === "invited" || status === "in_progress";

async function errandsOf(ports: FollowPorts, situation: Situation): Promise<Errand[]> {
  const mails = situation.settings.mail.enabled ? await mailsOf(ports, situation) : [];
  return [...mails, ...(await updatesOf(ports, situation))];
}

async function mailsOf(ports: FollowPorts, { event, head, settings }: Situation): Promise<Errand[]> {
  const by = { digest: ports.identity.digest, now: ports.clock.now() };
  if (event.type === "webhook_endpoint.disabled") return disabledMails(event, by);
  if (!head) return [];
  switch (event.type) {
    case "session.created":
      return (await ports.links.list(head.id)).length > 0 ? invitations(head, settings, by) : [];
    case "session.submitted":
      return (await wasInvited(ports, head.id)) ? [mailErrand(head.id, { mail: "receipt", window: "" }, by)] : [];
    case "session.scored":
    case "result.updated":
      return head.open_reviews > 0 ? [mailErrand(head.id, { mail: "review_waiting", window: "" }, by)] : [];
    default:
      return [];
  }
}

type By = Parameters<typeof mailErrand>[2];

function invitations(head: SessionHead, settings: CompanySettings, by: By): Errand[] {
  const reminder = reminderOf(head, settings, by);
  return [mailErrand(head.id, { mail: "invitation", window: "" }, by), ...(reminder ? [reminder] : [])];
}

/** The reminder before an invitation's end; none where that is nearer than the reminder would be. */
export function reminderOf(
  { id, expires_at }: Pick<SessionHead, "id" | "expires_at">,
  { mail }: CompanySettings,
  by: By,
): Errand | undefined {
  if (mail.reminder_hours === null) return undefined;
  const at = shift(expires_at, -mail.reminder_hours * HOUR);
  return at > by.now ? mailErrand(id, { mail: "reminder", window: expires_at }, { ...by, at }) : undefined;
}

/** Whoever disabled an endpoint by hand knows of it. */
function disabledMails({ body, sequence }: OutboxEvent, by: By): Errand[] {
  const { data } = JSON.parse(body) as { data: { endpoint: string; reason: DisabledReason } };
  if (data.reason === "by_hand") return [];
  const details = { endpoint: data.endpoint, cause: data.reason };
  const window = `${data.endpoint} ${sequence}`;
  return [mailErrand(ORGANISATION, { mail: "endpoint_disabled", window, details }, by)];
}

/** Assay writes to those whom it has invited or still has to, and to nobody else. */
async function wasInvited({ errands, links, identity }: FollowPorts, session: string): Promise<boolean> {
  const invitation = mailId(session, { mail: "invitation", window: "" }, identity.digest);
  return (await errands.read(invitation)) !== undefined || (await links.list(session)).length > 0;
}

/** An ATS hears how its own session stands, once for each standing; of its making, which it asked for, it doesn't. */
async function updatesOf(ports: FollowPorts, { event, head }: Situation): Promise<Errand[]> {
  const id = head?.metadata["order"];
  if (!head || typeof id !== "string" || event.type === "session.created") return [];
  const order = await ports.orders.read(id);
  if (order?.session !== head.id) return [];
  const by = { digest: ports.identity.digest, now: ports.clock.now() };
  const unique = `${id} ${head.status} ${head.score}`;
  return [newErrand({ stream: head.id, task: { kind: "ats", order: id }, unique }, by)];
}
