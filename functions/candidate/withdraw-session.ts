import { withdrawSession } from "#shared/use-cases/withdraw-session.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveWithdrawSession = (ports: PortsOf<typeof withdrawSession>): Serve<"withdraw-session"> => {
  const useCase = withdrawSession(ports);
  return ({ caller }) => useCase({ session: caller.session });
};
