import type { Notice, NoticeName, Notices } from "../../domain/company/notices.ts";
import { type SettingsView, settingsView } from "../../domain/company/settings.ts";
import { Refusal } from "../../domain/foundation/refusal.ts";
import type { SettingsStore } from "../../ports/company-settings.ts";
import { organisationLog } from "../organisation-log.ts";
import type { Ports } from "../ports.ts";

type GivenNotices = { [Name in NoticeName]?: Notice | undefined };

/**
 * Changes what candidates are told before they agree. Each text goes into the organisation's journal with its digest
 * first: what somebody has agreed to can be shown for ever.
 *
 * @throws Refusal `invalid_request` where another text comes under the version that stands
 */
export const changeNotices = (ports: Pick<Ports, "journal" | "identity" | "clock"> & { settings: SettingsStore }) => {
  const record = organisationLog(ports);
  return async ({ notices, actor }: { notices: GivenNotices; actor: string }): Promise<SettingsView> => {
    const changed = changedOf(notices, (await ports.settings.read()).notices);
    for (const [notice, { version, text }] of changed) {
      const payload = { notice, version, digest: ports.identity.digest(text), text };
      await record({ kind: "notice.changed", at: ports.clock.now(), actor, payload });
    }
    const settings = await ports.settings.change((stored) => ({
      ...stored,
      notices: { ...stored.notices, ...Object.fromEntries(changed) },
    }));
    return settingsView(settings);
  };
};

const changedOf = (given: GivenNotices, standing: Notices): [NoticeName, Notice][] =>
  (["privacy", "scoring"] as const).flatMap((name) => {
    const notice = given[name];
    return notice && isNew(name, notice, standing[name]) ? [[name, notice]] : [];
  });

function isNew(name: NoticeName, given: Notice, { version, text }: Notice): boolean {
  if (given.version !== version) return true;
  if (given.text === text) return false;
  throw new Refusal("invalid_request", `The text of version ${version} can't change: give it a new version.`, {
    violations: [{ path: `${name}.version`, message: "must be a new one where the text changes" }],
  });
}
