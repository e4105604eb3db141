import { readReceipt } from "#shared/use-cases/read-receipt.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveReadReceipt = (ports: PortsOf<typeof readReceipt>): Serve<"read-receipt"> => {
  const useCase = readReceipt(ports);
  return ({ caller }) => useCase({ session: caller.session });
};
