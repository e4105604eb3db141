import type { AddressRules } from "#shared/adapters/http/address-policy.ts";
import type { Environment } from "../environment.ts";

/** Where webhooks may be sent, by the settings of the deployment. */
export const addressRules = (
  environment: Pick<Environment<"delivery">, "LOOPBACK_WEBHOOKS" | "WEBHOOK_ALLOW_CIDRS" | "SITE_URL" | "API_HOST">,
): AddressRules => ({
  loopback: environment.LOOPBACK_WEBHOOKS === "allowed",
  networks: environment.WEBHOOK_ALLOW_CIDRS,
  ownHosts: [new URL(environment.SITE_URL).hostname, environment.API_HOST],
});
