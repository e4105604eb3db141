import { behindOwnCard, type SightPorts } from "#shared/use-cases/behind-own-card.ts";
import { exportBundle } from "#shared/use-cases/export-bundle.ts";
import { JsonText, type PortsOf, type Serve } from "../runtime/operation.ts";

/** The bundle is canonical text: it leaves as it is, byte for byte. */
export const serveExportBundle = (ports: PortsOf<typeof exportBundle> & SightPorts): Serve<"export-bundle"> => {
  const useCase = behindOwnCard(ports, exportBundle(ports));
  return async ({ caller, parameters }) =>
    new JsonText(await useCase(caller.actor, { ...parameters, actor: caller.actor.id }));
};
