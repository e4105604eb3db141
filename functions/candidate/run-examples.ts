import type { runExamples } from "#shared/use-cases/run-examples.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

/** Few requests run anything: what it takes to tell how a run went is loaded with the first of them. */
export const serveRunExamples =
  (ports: PortsOf<typeof runExamples>): Serve<"run-examples"> =>
  async ({ caller, parameters, body }) => {
    const { runExamples } = await import("#shared/use-cases/run-examples.ts");
    return runExamples(ports)({ session: caller.session, item: parameters.item, ...body });
  };
