import { workflowPorts } from "../runtime/dependencies.ts";
import { readEnvironment } from "../runtime/environment.ts";
import { workflowFunction } from "./steps.ts";

export const handler = workflowFunction(workflowPorts(readEnvironment("workflow")));
