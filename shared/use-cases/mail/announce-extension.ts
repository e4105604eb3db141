import { mailErrand, mailId } from "../../domain/errands/errand.ts";
import type { SettingsStore } from "../../ports/company-settings.ts";
import type { Errands } from "../../ports/errands.ts";
import type { Wake } from "../../ports/workflow.ts";
import { reminderOf } from "../follow-events.ts";
import type { Ports } from "../ports.ts";

export type AnnouncePorts = Pick<Ports, "identity" | "clock"> & {
  errands: Errands;
  settings: SettingsStore;
  /** Has an errand done, by its id. */
  errandRuns: Wake;
};

/**
 * Tells a candidate whom Assay invited that there is more time. It is noted before the end is moved, so that no crash
 * loses it; where the end isn't moved after all, the mail isn't wanted when its time comes.
 */
export const announceExtension =
  (ports: AnnouncePorts) =>
  async <T>({ session, expires_at }: { session: string; expires_at: string }, extend: () => Promise<T>): Promise<T> => {
    const { errands, identity, clock } = ports;
    const settings = await ports.settings.read();
    const invitation = mailId(session, { mail: "invitation", window: "" }, identity.digest);
    if (!settings.mail.enabled || !(await errands.read(invitation))) return extend();
    const by = { digest: identity.digest, now: clock.now() };
    const mail = mailErrand(session, { mail: "extended", window: expires_at }, by);
    const reminder = reminderOf({ id: session, expires_at }, settings, by);
    for (const errand of [mail, ...(reminder ? [reminder] : [])]) await errands.create(errand);
    const extended = await extend();
    await ports.errandRuns.wake(mail.id);
    return extended;
  };
