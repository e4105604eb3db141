import type { ZoneName } from "./zone-sources.ts";

/** Partitions of the table of states, as IAM matches them: what a zone may read, and what it may write. */
export type Partitions = { reads: readonly string[]; writes: readonly string[] };

const SESSIONS = ["stream#*"];
const REPLIES = ["reply#*"];
const PLAYBOOKS = ["playbook#*", "playbooks"];
/** Settings, and the keys of reports and of persons, which whoever needs one first makes. */
const COMPANY = ["company"];
const ORDERS = ["order#*", "order-key#*"];
/** Which sessions are the same person's, by keyed digests of addresses. */
const PERSONS = ["person#*"];
const ERRANDS = ["errand#*"];
const UNDELIVERABLE = ["undeliverable#*"];
const WEBHOOKS = ["webhook-endpoints", "delivery#*", "event-feed", "event-place#*", "webhook-keys"];
const API_KEYS = ["api-key#*", "api-keys"];

const use = (writes: readonly string[], onlyReads: readonly string[]): Partitions => ({
  reads: [...onlyReads, ...writes],
  writes,
});

/** Nobody but the staff's zone makes playbooks, keys or settings, and the candidate's never sees a key or a webhook. */
export const PARTITIONS = {
  candidate: use([...SESSIONS, ...REPLIES], [...PLAYBOOKS, ...COMPANY]),
  ats: use([...SESSIONS, ...REPLIES, ...ORDERS, ...COMPANY, ...PERSONS], [...PLAYBOOKS, "api-key#*"]),
  workflow: use([...SESSIONS, ...REPLIES, ...ORDERS, ...ERRANDS, ...UNDELIVERABLE, ...PERSONS], PLAYBOOKS),
  delivery: use([...SESSIONS, ...ORDERS, ...ERRANDS, ...UNDELIVERABLE, ...WEBHOOKS, ...COMPANY], PLAYBOOKS),
  staff: use(
    [
      ...SESSIONS,
      ...REPLIES,
      ...PLAYBOOKS,
      ...COMPANY,
      ...ORDERS,
      ...ERRANDS,
      ...WEBHOOKS,
      ...API_KEYS,
      ...PERSONS,
      "staff",
    ],
    [],
  ),
} as const satisfies { [Zone in ZoneName]?: Partitions };
