import { ATS_NAMES } from "#shared/domain/ats/order.ts";
import { Refusal } from "#shared/domain/foundation/refusal.ts";
import { changeSettings } from "#shared/use-cases/company/change-settings.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveChangeAtsSettings = (ports: PortsOf<typeof changeSettings>): Serve<"change-ats-settings"> => {
  const useCase = changeSettings(ports);
  return ({ caller, parameters, body }) => {
    const name = ATS_NAMES.find((known) => known === parameters.ats);
    if (!name) throw new Refusal("not_found", `Assay connects to ${ATS_NAMES.join(", ")}.`);
    return useCase({ ats: { name, connection: body }, actor: caller.id });
  };
};
