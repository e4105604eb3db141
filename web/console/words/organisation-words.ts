import type { OrganisationFactKind, OrganisationFacts } from "#shared/domain/journal/organisation.ts";
import { counted, dayAndTime, listed } from "../../shared/words.ts";
import { plainKind } from "./entry-words.ts";

type Words<K extends OrganisationFactKind> = (payload: OrganisationFacts[K]) => string;

const ENDPOINT_ENDS = { gone: "it said that it is gone", failing: "it kept failing", by_hand: "by hand" } as const;

/** What happened in the company, without who and when: the sentence goes on after the actor's name. */
const WORDS: { [K in OrganisationFactKind]: Words<K> } = {
  "api_key.created": ({ label, scopes }) => `made the API key “${label}” with ${counted(scopes.length, "scope")}`,
  "api_key.revoked": ({ key }) => `revoked the API key ${key}`,
  "bundle.exported": ({ session, seq }) => `exported the bundle of ${session} up to entry ${seq}`,
  "mail.bounced": ({ stream, reason }) =>
    reason === "bounce"
      ? `learnt that a mail for ${stream} came back`
      : `learnt that a reader of a mail for ${stream} complained`,
  "notice.changed": ({ notice, version }) => `changed the ${notice} notice to version ${version}`,
  "playbook.published": ({ playbook }) => `published ${playbook}`,
  "report.read": ({ session }) => `opened the report of ${session} by its link`,
  "session.read": ({ session, part }) => `opened the ${part} of ${session}`,
  "staff.signed_in": ({ roles }) => `signed in as ${listed(roles)}`,
  "settings.changed": ({ part, members }) => `changed the settings of ${part}: ${listed(members)}`,
  "webhook_endpoint.created": ({ url }) => `added the webhook endpoint ${url}`,
  "webhook_endpoint.changed": ({ url }) => `changed the webhook endpoint ${url}`,
  "webhook_endpoint.enabled": ({ endpoint }) => `enabled the webhook endpoint ${endpoint}`,
  "webhook_endpoint.secret_rotated": ({ endpoint, old_secret_until }) =>
    `gave the webhook endpoint ${endpoint} a new secret; the old one holds until ${dayAndTime(old_secret_until)}`,
  "webhook_endpoint.recovered": ({ endpoint, deliveries }) =>
    `had ${counted(deliveries, "event")} sent again to the webhook endpoint ${endpoint}`,
  "webhook_endpoint.deleted": ({ endpoint }) => `deleted the webhook endpoint ${endpoint}`,
  "webhook_endpoint.disabled": ({ endpoint, reason }) =>
    `disabled the webhook endpoint ${endpoint}: ${ENDPOINT_ENDS[reason]}`,
};

/** What an entry of the organisation's log says, for people; an unknown kind names itself. */
export function organisationWords({ kind, payload }: { kind: string; payload?: unknown }): string {
  const words = (WORDS as { [kind: string]: Words<OrganisationFactKind> | undefined })[kind];
  return words ? words(payload as never) : plainKind(kind);
}
