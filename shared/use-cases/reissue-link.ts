import { mailErrand } from "../domain/errands/errand.ts";
import { Refusal } from "../domain/foundation/refusal.ts";
import { headOf, type SessionSummary, summaryOf } from "../domain/session/head.ts";
import type { SessionState } from "../domain/session/state.ts";
import { requireLegal } from "../domain/session/transitions.ts";
import type { CandidateLinks } from "../ports/mail.ts";
import type { AnnouncePorts } from "./mail/announce-extension.ts";
import type { Ports } from "./ports.ts";

export type ReissuePorts = Pick<Ports, "sessions" | "site"> & AnnouncePorts & { links: CandidateLinks };

const SECRET_BYTES = 32;

/**
 * Makes a new link for a candidate. The one before opens nothing from then on.
 *
 * @throws Refusal `session_not_found`, `wrong_status`; `mail_off` where it is to be sent and mail is off
 */
export const reissueLink =
  (ports: ReissuePorts) =>
  async (input: { session: string; mail: boolean; actor: string }): Promise<SessionSummary & { url: string }> => {
    const { identity, site } = ports;
    const { state: known } = await ports.sessions.read(input.session);
    requireLegal(known, "link.reissued");
    const secret = identity.secret(SECRET_BYTES);
    const link = { hash: identity.digest(secret), url: `${site.url}/take/#${known.id}.${secret}` };
    const errand = await prepareMail(ports, known, { ...link, wanted: input.mail });
    const { state } = await ports.sessions.change(known.id, ({ state: standing, now }) => {
      requireLegal(standing, "link.reissued");
      const payload = { link_hash: link.hash };
      return { facts: [{ kind: "link.reissued", at: now, actor: input.actor, payload }] };
    });
    if (errand !== undefined) await ports.errandRuns.wake(errand);
    return { ...summaryOf(headOf(state, null)), url: link.url };
  };

/** Whom Assay has written to, it may have to remind: then the new link is kept like the first. @returns a mail to send */
async function prepareMail(
  { settings, links, errands, identity, clock }: ReissuePorts,
  { id, status, expires_at }: SessionState,
  { hash, url, wanted }: { hash: string; url: string; wanted: boolean },
): Promise<string | undefined> {
  const { mail } = await settings.read();
  if (wanted && !(mail.enabled && status === "invited")) {
    throw new Refusal("mail_off", "Mail is off, or the candidate has started: hand the link over yourself.");
  }
  const writes = wanted || (mail.enabled && (await links.list(id)).length > 0);
  if (writes) await links.keep(id, { hash, url, until: expires_at });
  if (!wanted) return undefined;
  const by = { digest: identity.digest, now: clock.now() };
  const errand = mailErrand(id, { mail: "invitation", window: hash.slice(0, 16) }, by);
  await errands.create(errand);
  return errand.id;
}
