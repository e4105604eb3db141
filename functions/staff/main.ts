import { routes, staffRoutes } from "#shared/contracts/routes.ts";
import { authenticateMachine } from "#shared/use-cases/authenticate-machine.ts";
import { staffPorts } from "../runtime/dependencies/staff.ts";
import { readEnvironment } from "../runtime/environment.ts";
import { httpFunction } from "../runtime/http.ts";
import { staffOperations } from "./operations.ts";

const ports = await staffPorts(readEnvironment("staff"));

export const handler = httpFunction({
  routes: staffRoutes,
  allRoutes: routes,
  authenticators: { machine: authenticateMachine(ports) },
  operations: staffOperations(ports),
  once: ports,
});
