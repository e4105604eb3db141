import { candidateItem } from "#shared/domain/grading/candidate-sides.ts";
import { withoutKeys } from "#shared/domain/playbook/keyless.ts";
import { readPlaybook } from "#shared/use-cases/read-playbook.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";
import { seesKeys } from "./shown-keys.ts";

export const serveReadPlaybook = (ports: PortsOf<typeof readPlaybook>): Serve<"read-playbook"> => {
  const useCase = readPlaybook(ports);
  return async ({ caller, parameters }) => {
    const published = await useCase(parameters);
    const keys = seesKeys({ caller });
    const shown = keys ? published.playbook : withoutKeys(published.playbook, candidateItem);
    return { ...published, playbook: { ...shown }, keys };
  };
};
