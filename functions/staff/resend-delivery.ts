import { resendDelivery } from "#shared/use-cases/resend-delivery.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveResendDelivery = (ports: PortsOf<typeof resendDelivery>): Serve<"resend-delivery"> => {
  const useCase = resendDelivery(ports);
  return ({ parameters }) => useCase(parameters);
};
