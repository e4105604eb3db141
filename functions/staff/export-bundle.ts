import { exportBundle } from "#shared/use-cases/export-bundle.ts";
import { JsonText, type PortsOf, type Serve } from "../runtime/operation.ts";

/** The bundle is canonical text: it leaves as it is, byte for byte. */
export const serveExportBundle = (ports: PortsOf<typeof exportBundle>): Serve<"export-bundle"> => {
  const useCase = exportBundle(ports);
  return async ({ caller, parameters }) => new JsonText(await useCase({ ...parameters, actor: caller.actor.id }));
};
