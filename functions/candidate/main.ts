import { takeRoutes } from "#shared/contracts/routes/take.ts";
import { authenticateCandidate } from "#shared/use-cases/authenticate-candidate.ts";
import { candidatePorts } from "../runtime/dependencies/candidate.ts";
import { readEnvironment } from "../runtime/environment.ts";
import { httpFunction } from "../runtime/http.ts";
import { answerOnce } from "../runtime/once.ts";
import { candidateOperations } from "./operations.ts";

const ports = await candidatePorts(readEnvironment("candidate"));

export const handler = httpFunction({
  routes: takeRoutes,
  allRoutes: takeRoutes,
  authenticators: { candidate: authenticateCandidate(ports) },
  operations: candidateOperations(ports),
  once: answerOnce(ports),
});
