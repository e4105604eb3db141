import { atsRoutes, routes } from "#shared/contracts/routes.ts";
import { authenticateMachine } from "#shared/use-cases/authenticate-machine.ts";
import { atsPorts } from "../runtime/dependencies/ats.ts";
import { readEnvironment } from "../runtime/environment.ts";
import { httpFunction } from "../runtime/http.ts";
import { answerOnce } from "../runtime/once.ts";
import { rateLimit } from "../runtime/rate-limit.ts";
import { atsOperations } from "./operations.ts";

const environment = readEnvironment("ats");
const ports = await atsPorts(environment);

export const handler = httpFunction({
  routes: atsRoutes,
  allRoutes: routes,
  authenticators: { machine: authenticateMachine(ports) },
  operations: atsOperations(ports),
  once: answerOnce(ports),
  limit: rateLimit(environment.REQUESTS_PER_MINUTE),
  detailAs: "message",
});
