import { type NotingPorts, noteReading } from "#shared/use-cases/note-reading.ts";
import { readAnswers } from "#shared/use-cases/read-answers.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

type AnswerPorts = PortsOf<typeof readAnswers> & NotingPorts;

export const serveReadAnswers = (ports: AnswerPorts): Serve<"read-answers"> => {
  const [useCase, note] = [readAnswers(ports), noteReading(ports)];
  return async ({ caller, parameters }) => {
    const answers = await useCase(parameters);
    await note({ ...parameters, part: "answers", actor: caller.actor.id });
    return answers;
  };
};
