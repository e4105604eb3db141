import { changesWithoutKeys } from "#shared/domain/playbook/keyless.ts";
import { comparePlaybooks } from "#shared/use-cases/compare-playbooks.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";
import { seesKeys } from "./shown-keys.ts";

export const serveComparePlaybooks = (ports: PortsOf<typeof comparePlaybooks>): Serve<"compare-playbooks"> => {
  const useCase = comparePlaybooks(ports);
  return async ({ caller, parameters, query }) => {
    const compared = await useCase({ ...parameters, ...query });
    return seesKeys({ caller }) ? compared : { ...compared, changes: changesWithoutKeys(compared.changes) };
  };
};
