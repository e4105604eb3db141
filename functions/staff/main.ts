import { routes, staffRoutes } from "#shared/contracts/routes.ts";
import { authenticateMachine } from "#shared/use-cases/authenticate-machine.ts";
import { authenticateStaff } from "#shared/use-cases/authenticate-staff.ts";
import { sessionJob } from "#shared/use-cases/session-job.ts";
import { actorFor } from "../runtime/actor.ts";
import { staffPorts } from "../runtime/dependencies/staff.ts";
import { readEnvironment } from "../runtime/environment.ts";
import { httpFunction } from "../runtime/http.ts";
import { answerOnce } from "../runtime/once.ts";
import { rateLimit } from "../runtime/rate-limit.ts";
import { signedInStaff } from "../runtime/signed-in.ts";
import { staffOperations } from "./operations.ts";

const environment = readEnvironment("staff");
const ports = await staffPorts(environment);

export const handler = httpFunction({
  routes: staffRoutes,
  allRoutes: routes,
  authenticators: {
    machine: authenticateMachine(ports),
    actor: actorFor,
    staff: signedInStaff(authenticateStaff(ports)),
  },
  operations: staffOperations(ports),
  once: answerOnce(ports),
  jobOf: sessionJob(ports),
  limit: rateLimit(environment.REQUESTS_PER_MINUTE),
});
