import { saveAnswer } from "#shared/use-cases/save-answer.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveSaveAnswer = (ports: PortsOf<typeof saveAnswer>): Serve<"save-answer"> => {
  const useCase = saveAnswer(ports);
  return ({ caller, parameters, body }) => useCase({ session: caller.session, item: parameters.item, ...body });
};
