import type { Ports } from "#shared/use-cases/ports.ts";
import type { Serve } from "../runtime/operation.ts";

export const serveReadSignIn = (ports: Pick<Ports, "signIn">): Serve<"read-sign-in"> => {
  const { issuer, client_id, scope, audience } = ports.signIn;
  return async () => ({ issuer, client_id, scope, ...(audience !== null && { audience }) });
};
