import type { Wake, Workflow } from "../../ports/workflow.ts";

export type WorkflowStart = Parameters<Workflow["start"]>[0];

/** A workflow that only remembers what was asked of it. */
export function memoryWorkflow(): Workflow & { starts: Map<string, WorkflowStart>; resumed: Set<string> } {
  const starts = new Map<string, WorkflowStart>();
  const resumed = new Set<string>();
  return {
    starts,
    resumed,
    async start(input) {
      if (!starts.has(input.session)) starts.set(input.session, input);
    },
    resume: async (token) => void resumed.add(token),
  };
}

/** A wake that only remembers whom it was asked to wake. */
export function memoryWake(): Wake & { woken: string[] } {
  const woken: string[] = [];
  return { woken, wake: async (stream) => void woken.push(stream) };
}
