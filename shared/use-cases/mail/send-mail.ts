import type { CompanySettings } from "../../domain/company/settings.ts";
import { CANDIDATE_MAILS, type MailKind, type Outcome, type Task } from "../../domain/errands/errand.ts";
import { compose, timeText } from "../../domain/mail/compose.ts";
import type { LetterData } from "../../domain/mail/letter.ts";
import type { SessionHead } from "../../domain/session/head.ts";
import type { SettingsStore } from "../../ports/company-settings.ts";
import { type CandidateLinks, type Mailer, MailRefused, type UndeliverableAddresses } from "../../ports/mail.ts";
import type { Ports } from "../ports.ts";
import { addressDigest } from "./note-bounce.ts";

export type SendMailPorts = Pick<Ports, "index" | "journal" | "playbooks" | "identity"> & {
  settings: SettingsStore;
  links: CandidateLinks;
  undeliverable: UndeliverableAddresses;
  /** Off where it is left out. */
  mailer?: Mailer | undefined;
};

type MailTask = Extract<Task, { kind: "mail" }>;
type Asked = { id: string; stream: string; task: MailTask };

const DROPPED: Outcome = { end: "dropped" };

/** Sends one mail, if it is still wanted: what became of the session meanwhile decides. */
export const sendMail =
  (ports: SendMailPorts) =>
  async (asked: Asked): Promise<Outcome> => {
    const settings = await ports.settings.read();
    if (!ports.mailer || !settings.mail.enabled) return DROPPED;
    const addressed = await addressedMail(ports, asked, settings);
    if (!addressed || (await areUndeliverable(ports, addressed.to))) return DROPPED;
    const { language, reply_to } = settings.mail;
    const content = compose(asked.task.mail, addressed.data, language);
    const tags = { errand: asked.id, stream: asked.stream };
    try {
      await ports.mailer.send({ ...content, to: addressed.to, reply_to, tags });
      return { end: "done" };
    } catch (error) {
      const name = error instanceof Error ? error.name : "error";
      return error instanceof MailRefused ? { end: "no", error: name } : { end: "again", error: name };
    }
  };

async function areUndeliverable({ undeliverable, identity }: SendMailPorts, to: readonly string[]): Promise<boolean> {
  const known = await Promise.all(to.map((address) => undeliverable.has(addressDigest(identity, address))));
  return to.length === 0 || known.every(Boolean);
}

type Addressed = { to: string[]; data: LetterData };

const isToCandidate = (kind: MailKind): boolean => (CANDIDATE_MAILS as readonly string[]).includes(kind);

async function addressedMail(
  ports: SendMailPorts,
  { stream, task }: Asked,
  settings: CompanySettings,
): Promise<Addressed | undefined> {
  const head = await ports.index.head(stream);
  const known = await sessionData(ports, head, settings);
  const data = { ...known, ...task.details };
  if (!isToCandidate(task.mail)) return { to: settings.mail.staff, data };
  if (!head?.candidate || !isWanted(task, head)) return undefined;
  const link = task.mail === "receipt" ? "" : await linkOf(ports, stream);
  return link === undefined ? undefined : { to: [head.candidate.email], data: { ...data, link } };
}

/** A mail about an end that was moved since, or to somebody who has begun, would mislead. */
function isWanted({ mail, window }: MailTask, { status, expires_at }: SessionHead): boolean {
  if (mail === "receipt") return true;
  if (mail === "extended") return (status === "invited" || status === "in_progress") && window === expires_at;
  return status === "invited" && (mail === "invitation" || window === expires_at);
}

/** The link whose hash the journal holds as its latest. */
async function linkOf({ links, journal }: SendMailPorts, session: string): Promise<string | undefined> {
  const [entries, kept] = await Promise.all([journal.read(session), links.list(session)]);
  const latest = entries.findLast(({ kind }) => kind === "session.created" || kind === "link.reissued");
  const { link_hash } = (latest?.payload ?? {}) as { link_hash?: string };
  return kept.find(({ hash }) => hash === link_hash)?.url;
}

async function sessionData(
  { playbooks }: SendMailPorts,
  head: SessionHead | undefined,
  { mail }: CompanySettings,
): Promise<LetterData> {
  const published = head && (await playbooks.read(head.playbook));
  const tell = (time: string | null | undefined) => (time ? timeText(time, mail) : "");
  return {
    company: mail.company,
    name: head?.candidate?.name ?? "",
    title: published?.playbook.title ?? "",
    minutes: published?.playbook.minutes ?? "",
    link: "",
    expires: tell(head?.expires_at),
    submitted: tell(head?.submitted_at),
    session: head?.id ?? "",
    endpoint: "",
    cause: "",
    since: "",
    until: "",
  };
}
