import type { staffRoutes } from "#shared/contracts/routes.ts";
import type { Ports } from "#shared/use-cases/ports.ts";
import type { Operations, PortsOf } from "../runtime/operation.ts";
import { serveAccommodateSession } from "./accommodate-session.ts";
import { serveCancelSession } from "./cancel-session.ts";
import { serveChangeAtsSettings } from "./change-ats-settings.ts";
import { serveChangeMailSettings } from "./change-mail-settings.ts";
import { serveChangeNotices } from "./change-notices.ts";
import { serveChangeReportSettings } from "./change-report-settings.ts";
import { serveChangeRetentionSettings } from "./change-retention-settings.ts";
import { serveChangeWebhookEndpoint } from "./change-webhook-endpoint.ts";
import { serveCheckPlaybook } from "./check-playbook.ts";
import { serveComparePlaybooks } from "./compare-playbooks.ts";
import { serveCreateApiKey } from "./create-api-key.ts";
import { serveCreateSession } from "./create-session.ts";
import { serveCreateWebhookEndpoint } from "./create-webhook-endpoint.ts";
import { serveDeclineAccommodation } from "./decline-accommodation.ts";
import { serveDeleteWebhookEndpoint } from "./delete-webhook-endpoint.ts";
import { serveEnableWebhookEndpoint } from "./enable-webhook-endpoint.ts";
import { serveEraseSession } from "./erase-session.ts";
import { serveExportBundle } from "./export-bundle.ts";
import { serveExtendSession } from "./extend-session.ts";
import { serveHoldSession } from "./hold-session.ts";
import { serveListAccommodationRequests } from "./list-accommodation-requests.ts";
import { serveListApiKeys } from "./list-api-keys.ts";
import { serveListDeliveries } from "./list-deliveries.ts";
import { serveListEvents } from "./list-events.ts";
import { serveListOrders } from "./list-orders.ts";
import { serveListPlaybooks } from "./list-playbooks.ts";
import { serveListSessions } from "./list-sessions.ts";
import { serveListStaff } from "./list-staff.ts";
import { serveListWebhookEndpoints } from "./list-webhook-endpoints.ts";
import { type PeoplePorts, peopleOperations } from "./people-operations.ts";
import { servePublishPlaybook } from "./publish-playbook.ts";
import { serveReadAccommodation } from "./read-accommodation.ts";
import { serveReadAnswers } from "./read-answers.ts";
import { serveReadAudit } from "./read-audit.ts";
import { serveReadKeys } from "./read-keys.ts";
import { serveReadMe } from "./read-me.ts";
import { serveReadOpenapi } from "./read-openapi.ts";
import { serveReadOrganisationAudit } from "./read-organisation-audit.ts";
import { serveReadPlaybook } from "./read-playbook.ts";
import { serveReadResult } from "./read-result.ts";
import { serveReadSession } from "./read-session.ts";
import { serveReadSessionReport } from "./read-session-report.ts";
import { serveReadSettings } from "./read-settings.ts";
import { serveReadSignIn } from "./read-sign-in.ts";
import { serveReadWebhookEndpoint } from "./read-webhook-endpoint.ts";
import { serveReadWebhookKeys } from "./read-webhook-keys.ts";
import { serveRecoverDeliveries } from "./recover-deliveries.ts";
import { serveReissueLink } from "./reissue-link.ts";
import { serveReleaseSession } from "./release-session.ts";
import { serveResendDelivery } from "./resend-delivery.ts";
import { serveRevokeApiKey } from "./revoke-api-key.ts";
import { serveRotateWebhookSecret } from "./rotate-webhook-secret.ts";
import { serveTellOrder } from "./tell-order.ts";
import { serveTestWebhookEndpoint } from "./test-webhook-endpoint.ts";
import { serveVoidSession } from "./void-session.ts";

/** What the staff's operations stand on. */
export type StaffPorts = Pick<
  Ports,
  | "sessions"
  | "journal"
  | "index"
  | "playbooks"
  | "sandbox"
  | "signer"
  | "signatures"
  | "clock"
  | "identity"
  | "site"
  | "signIn"
> &
  PeoplePorts &
  PortsOf<typeof serveCreateWebhookEndpoint> &
  PortsOf<typeof serveTestWebhookEndpoint> &
  PortsOf<typeof serveCreateSession> &
  PortsOf<typeof serveTellOrder> &
  PortsOf<typeof serveExtendSession> &
  PortsOf<typeof serveReissueLink> &
  PortsOf<typeof serveReadSession> &
  PortsOf<typeof serveChangeMailSettings> &
  PortsOf<typeof serveCreateApiKey> &
  PortsOf<typeof serveRecoverDeliveries> &
  PortsOf<typeof serveResendDelivery> &
  PortsOf<typeof serveListEvents> &
  PortsOf<typeof serveReadMe> &
  PortsOf<typeof serveListStaff> &
  PortsOf<typeof serveReadWebhookKeys>;

/** Every operation of the staff's zone. */
export const staffOperations = (ports: StaffPorts): Operations<(typeof staffRoutes)[number]["operation"]> => ({
  "list-playbooks": serveListPlaybooks(ports),
  "read-playbook": serveReadPlaybook(ports),
  "compare-playbooks": serveComparePlaybooks(ports),
  "publish-playbook": servePublishPlaybook(ports),
  "check-playbook": serveCheckPlaybook(ports),
  "read-me": serveReadMe(ports),
  "list-staff": serveListStaff(ports),
  "read-sign-in": serveReadSignIn(ports),
  "read-openapi": serveReadOpenapi(),
  "read-keys": serveReadKeys(ports),
  "read-organisation-audit": serveReadOrganisationAudit(ports),
  "read-settings": serveReadSettings(ports),
  "change-mail-settings": serveChangeMailSettings(ports),
  "change-report-settings": serveChangeReportSettings(ports),
  "change-ats-settings": serveChangeAtsSettings(ports),
  "list-orders": serveListOrders(ports),
  "tell-order": serveTellOrder(ports),
  "change-retention-settings": serveChangeRetentionSettings(ports),
  "create-session": serveCreateSession(ports),
  "list-sessions": serveListSessions(ports),
  "read-session": serveReadSession(ports),
  "cancel-session": serveCancelSession(ports),
  "extend-session": serveExtendSession(ports),
  "accommodate-session": serveAccommodateSession(ports),
  "void-session": serveVoidSession(ports),
  "read-result": serveReadResult(ports),
  "read-session-report": serveReadSessionReport(ports),
  "read-answers": serveReadAnswers(ports),
  "read-audit": serveReadAudit(ports),
  "export-bundle": serveExportBundle(ports),
  "create-webhook-endpoint": serveCreateWebhookEndpoint(ports),
  "list-webhook-endpoints": serveListWebhookEndpoints(ports),
  "delete-webhook-endpoint": serveDeleteWebhookEndpoint(ports),
  "test-webhook-endpoint": serveTestWebhookEndpoint(ports),
  "change-webhook-endpoint": serveChangeWebhookEndpoint(ports),
  "enable-webhook-endpoint": serveEnableWebhookEndpoint(ports),
  "read-webhook-endpoint": serveReadWebhookEndpoint(ports),
  "rotate-webhook-secret": serveRotateWebhookSecret(ports),
  "list-deliveries": serveListDeliveries(ports),
  "recover-deliveries": serveRecoverDeliveries(ports),
  "resend-delivery": serveResendDelivery(ports),
  "list-api-keys": serveListApiKeys(ports),
  "read-webhook-keys": serveReadWebhookKeys(ports),
  "create-api-key": serveCreateApiKey(ports),
  "list-events": serveListEvents(ports),
  "revoke-api-key": serveRevokeApiKey(ports),
  "read-accommodation": serveReadAccommodation(ports),
  "decline-accommodation": serveDeclineAccommodation(ports),
  "list-accommodation-requests": serveListAccommodationRequests(ports),
  "reissue-link": serveReissueLink(ports),
  "change-notices": serveChangeNotices(ports),
  "hold-session": serveHoldSession(ports),
  "release-session": serveReleaseSession(ports),
  "erase-session": serveEraseSession(ports),
  ...peopleOperations(ports),
});
