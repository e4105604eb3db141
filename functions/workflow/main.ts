import { workflowPorts } from "../runtime/dependencies/workflow.ts";
import { readEnvironment } from "../runtime/environment.ts";
import { workflowFunction } from "./steps.ts";

export const handler = workflowFunction(await workflowPorts(readEnvironment("workflow")));
