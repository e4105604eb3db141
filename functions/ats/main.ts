import { atsRoutes, routes } from "#shared/contracts/routes.ts";
import { authenticateMachine } from "#shared/use-cases/authenticate-machine.ts";
import { atsPorts } from "../runtime/dependencies/ats.ts";
import { readEnvironment } from "../runtime/environment.ts";
import { httpFunction } from "../runtime/http.ts";
import { atsOperations } from "./operations.ts";

const ports = await atsPorts(readEnvironment("ats"));

export const handler = httpFunction({
  routes: atsRoutes,
  allRoutes: routes,
  authenticators: { machine: authenticateMachine(ports) },
  operations: atsOperations(ports),
  once: ports,
  detailAs: "message",
});
