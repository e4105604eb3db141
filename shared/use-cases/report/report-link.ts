import { reportToken } from "../../domain/report/token.ts";
import type { ReportKey } from "../../ports/company-settings.ts";
import type { Hmac } from "../../ports/webhooks.ts";
import type { Ports } from "../ports.ts";

export type LinkPorts = Pick<Ports, "clock" | "site"> & { reportKey: ReportKey; hmac: Hmac };

/** The address under which one session's report can be read without logging in, for some days. */
export const reportLink =
  ({ clock, site, reportKey, hmac }: LinkPorts) =>
  async ({ session, days }: { session: string; days: number }): Promise<string> => {
    const token = reportToken(session, { key: await reportKey.read(), hmac }, { now: clock.now(), days });
    return `${site.url}/report/#${token}`;
  };
