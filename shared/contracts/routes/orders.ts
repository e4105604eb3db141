import type { Route } from "../route.ts";
import { emptyBody, pagingQuery } from "../shapes/common.ts";
import { order, orderPage } from "../shapes/order.ts";

/** What applicant tracking systems have ordered, for the staff to see. */
export const orderRoutes = [
  {
    zone: "staff",
    access: { scope: "sessions:read", roles: ["admin", "recruiter", "auditor"] },
    operation: "list-orders",
    method: "GET",
    path: "/v1/ats-orders",
    summary: "Orders of applicant tracking systems, newest first: their sessions, what was told last, what failed",
    query: pagingQuery,
    success: { status: 200, response: orderPage },
    refusals: [],
  },
  {
    zone: "staff",
    access: { scope: "sessions:write", roles: ["admin", "recruiter"] },
    operation: "tell-order",
    method: "POST",
    path: "/v1/ats-orders/{order}/tell",
    summary: "Tell the applicant tracking system once more how its order stands",
    body: emptyBody,
    success: { status: 202, response: order },
    refusals: ["order_not_found", "not_connected"],
  },
] as const satisfies readonly Route[];
