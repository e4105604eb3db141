import { candidateRoutes } from "#shared/contracts/routes.ts";
import { authenticateCandidate } from "#shared/use-cases/authenticate-candidate.ts";
import { candidatePorts } from "../runtime/dependencies.ts";
import { readEnvironment } from "../runtime/environment.ts";
import { httpFunction } from "../runtime/http.ts";
import { candidateOperations } from "./operations.ts";

const ports = candidatePorts(readEnvironment("candidate"));

export const handler = httpFunction({
  routes: candidateRoutes,
  allRoutes: candidateRoutes,
  authenticators: { candidate: authenticateCandidate(ports) },
  operations: candidateOperations(ports),
});
