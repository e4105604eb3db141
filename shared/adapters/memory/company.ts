import { forgotten, type Order } from "../../domain/ats/order.ts";
import { STANDARD_SETTINGS } from "../../domain/company/settings.ts";
import type { ReportKey, SettingsStore } from "../../ports/company-settings.ts";
import type { CandidateLinks, Mail, Mailer, UndeliverableAddresses } from "../../ports/mail.ts";
import type { Orders } from "../../ports/orders.ts";
import { cursorOf, LIST_POSITION, listPosition, positionOf } from "../cursor.ts";

export function memorySettings(): SettingsStore {
  let settings = STANDARD_SETTINGS;
  return {
    read: async () => settings,
    async change(change) {
      settings = change(settings);
      return settings;
    },
  };
}

export const memoryReportKey = (): ReportKey => ({ read: async () => btoa("the key of reports, in 32 bytes.") });

export function memoryOrders(): Orders & { all: Map<string, Order> } {
  const all = new Map<string, Order>();
  const latestOf = (ats: string, hash: string) =>
    [...all.values()]
      .filter((order) => order.ats === ats && order.key_hash === hash)
      .sort((a, b) => b.round - a.round)[0];
  return {
    all,
    read: async (id) => all.get(id),
    latest: async (ats, hash) => latestOf(ats, hash),
    async place(order) {
      if ((latestOf(order.ats, order.key_hash)?.round ?? 0) >= order.round) return false;
      all.set(order.id, order);
      return true;
    },
    async forget(id) {
      const stored = all.get(id);
      if (stored) all.set(id, forgotten(stored));
    },
    async change(id, change) {
      const stored = all.get(id);
      if (!stored) return undefined;
      all.set(id, change(stored));
      return all.get(id);
    },
    async list({ limit, cursor }) {
      const placeOf = ({ placed_at, id }: Order) => listPosition({ created_at: placed_at, id });
      const before = cursor === undefined ? undefined : positionOf(cursor, LIST_POSITION);
      const found = [...all.values()]
        .filter((order) => before === undefined || placeOf(order) < before)
        .sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1));
      const data = found.slice(0, limit);
      return { data, next_cursor: found.length > limit ? cursorOf(placeOf(data.at(-1)!)) : null };
    },
  };
}

export function memoryCandidateLinks(): CandidateLinks {
  const links = new Map<string, { hash: string; url: string }[]>();
  const others = (session: string, known: string) => (links.get(session) ?? []).filter(({ hash }) => hash !== known);
  return {
    keep: async (session, { hash, url }) => void links.set(session, [...others(session, hash), { hash, url }]),
    list: async (session) => links.get(session) ?? [],
    forget: async (session) => void links.delete(session),
  };
}

export function memoryUndeliverableAddresses(): UndeliverableAddresses {
  const addresses = new Set<string>();
  return {
    async add(digest) {
      if (addresses.has(digest)) return false;
      addresses.add(digest);
      return true;
    },
    has: async (digest) => addresses.has(digest),
    remove: async (digest) => void addresses.delete(digest),
  };
}

/** A mailer that keeps what it is given; `failing` mails fail first. */
export function memoryMailer(): Mailer & { sent: Mail[]; failNext: (...errors: Error[]) => void } {
  const sent: Mail[] = [];
  const failures: Error[] = [];
  return {
    sent,
    failNext: (...errors) => void failures.push(...errors),
    async send(mail) {
      const failure = failures.shift();
      if (failure) throw failure;
      sent.push(mail);
    },
  };
}
