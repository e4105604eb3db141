import { behindOwnCard, type SightPorts } from "#shared/use-cases/behind-own-card.ts";
import { type NotingPorts, noteReading } from "#shared/use-cases/note-reading.ts";
import { readResult } from "#shared/use-cases/read-result.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

type ResultPorts = PortsOf<typeof readResult> & SightPorts & NotingPorts;

export const serveReadResult = (ports: ResultPorts): Serve<"read-result"> => {
  const [useCase, note] = [behindOwnCard(ports, readResult(ports)), noteReading(ports)];
  return async ({ caller, parameters, query }) => {
    const result = await useCase(caller.actor, { ...parameters, ...query });
    await note({ ...parameters, part: "result", actor: caller.actor.id });
    return result;
  };
};
