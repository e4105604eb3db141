import { atsRoutes } from "./routes/ats.ts";
import { companyRoutes } from "./routes/company.ts";
import { orderRoutes } from "./routes/orders.ts";
import { interviewRoutes, judgementRoutes } from "./routes/people.ts";
import { reviewRoutes } from "./routes/reviews.ts";
import { sessionRoutes } from "./routes/sessions.ts";
import { settingsRoutes } from "./routes/settings.ts";
import { takeRoutes } from "./routes/take.ts";
import { webhookRoutes } from "./routes/webhooks.ts";

export const staffRoutes = [
  ...companyRoutes,
  ...settingsRoutes,
  ...orderRoutes,
  ...sessionRoutes,
  ...interviewRoutes,
  ...reviewRoutes,
  ...judgementRoutes,
  ...webhookRoutes,
] as const;
export const candidateRoutes = takeRoutes;
export { atsRoutes };

/** Every operation of the API. */
export const routes = [...candidateRoutes, ...staffRoutes, ...atsRoutes] as const;

export type AnyRoute = (typeof routes)[number];
export type Operation = AnyRoute["operation"];
/** The route of one operation, with its literal types. */
export type RouteOf<O extends Operation> = Extract<AnyRoute, { operation: O }>;
