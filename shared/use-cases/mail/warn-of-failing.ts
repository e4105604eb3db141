import { mailErrand } from "../../domain/errands/errand.ts";
import { ORGANISATION } from "../../domain/events/build.ts";
import { disabledAt } from "../../domain/events/schedule.ts";
import { timeText } from "../../domain/mail/compose.ts";
import type { SettingsStore } from "../../ports/company-settings.ts";
import type { Errands } from "../../ports/errands.ts";
import type { Ports } from "../ports.ts";

export type WarnPorts = Pick<Ports, "identity" | "clock"> & { errands: Errands; settings: SettingsStore };

/** Notes a mail to the staff about an endpoint that may be disabled soon: one for each row of failures. */
export const warnOfFailing =
  ({ identity, clock, errands, settings }: WarnPorts) =>
  async ({ endpoint, since }: { endpoint: string; since: string }): Promise<void> => {
    const { mail } = await settings.read();
    if (!mail.enabled) return;
    const details = { endpoint, since: timeText(since, mail), until: timeText(disabledAt(since), mail) };
    const warning = { mail: "endpoint_failing", window: `${endpoint} ${since}`, details } as const;
    await errands.create(mailErrand(ORGANISATION, warning, { digest: identity.digest, now: clock.now() }));
  };
