import type { NoticeName } from "../company/notices.ts";
import type { Fact } from "./entry.ts";

/** What belongs to no session; the organisation's journal has the format of every other. */
export type OrganisationFacts = {
  "api_key.created": { key: string; label: string; scopes: string[] };
  "api_key.revoked": { key: string };
  "bundle.exported": { session: string; seq: number; hash: string };
  /** Mail came back, or its reader complained; `mail` is its errand. The address isn't told. */
  "mail.bounced": { stream: string; mail: string; reason: "bounce" | "complaint" };
  /** The text is kept, so that what somebody agreed to can be shown by its digest. */
  "notice.changed": { notice: NoticeName; version: string; digest: string; text: string };
  "playbook.published": { playbook: string; digest: string };
  "report.read": { session: string };
  /** Somebody of the company opened what is known of a session. */
  "session.read": { session: string; part: ReadPart };
  /** The actor has signed in and may use these roles. */
  "staff.signed_in": { roles: string[] };
  "settings.changed": { part: string; members: string[] };
  /** `allowed_networks`: the private networks that webhooks were let into at that time. */
  "webhook_endpoint.created": { endpoint: string; url: string; events: string[]; allowed_networks: string[] };
  "webhook_endpoint.changed": {
    endpoint: string;
    url: string;
    events: string[];
    public_key_signature: boolean;
    allowed_networks: string[];
  };
  "webhook_endpoint.enabled": { endpoint: string };
  "webhook_endpoint.secret_rotated": { endpoint: string; old_secret_until: string };
  "webhook_endpoint.recovered": { endpoint: string; since: string; until: string; deliveries: number };
  "webhook_endpoint.deleted": { endpoint: string };
  "webhook_endpoint.disabled": { endpoint: string; reason: "gone" | "failing" | "by_hand" };
};

/** What of a session can be opened: its answers, its report with every result, or one result. */
export type ReadPart = "answers" | "report" | "result";

export type OrganisationFactKind = keyof OrganisationFacts;
export type OrganisationFact = { [K in OrganisationFactKind]: Fact<K, OrganisationFacts[K]> }[OrganisationFactKind];
