import type { Serve } from "../runtime/operation.ts";
import { logEvent } from "../runtime/telemetry.ts";

const ORDER = /^ord_[0-9A-Za-z]{1,64}$/;

/** Noted for the operator: which order it was, and how much was wrong; what Greenhouse writes may hold a name. */
export const serveGreenhouseResponseError =
  (): Serve<"greenhouse-response-error"> =>
  async ({ body }) => {
    const order = body.partner_interview_id ?? "";
    logEvent({
      step: "greenhouse-response-error",
      order: ORDER.test(order) ? order : "unknown",
      errors: body.errors?.length ?? 0,
    });
    return { received: true };
  };
