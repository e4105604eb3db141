import { attempted, type Outcome, type Task, takenOn } from "../domain/errands/errand.ts";
import type { Errands } from "../ports/errands.ts";
import { type TellPorts, tellAts } from "./ats/tell-ats.ts";
import { type SendMailPorts, sendMail } from "./mail/send-mail.ts";
import type { Ports } from "./ports.ts";

export type ErrandPorts = TellPorts & SendMailPorts & Pick<Ports, "identity"> & { errands: Errands };

/** Does what an errand is for, unless it is done or somebody else is at it, and notes how it went. */
export const runErrand = (ports: ErrandPorts) => {
  const perform = performing(ports);
  return async ({ errand: id }: { errand: string }): Promise<void> => {
    const known = await ports.errands.read(id);
    const taken = known && takenOn(known, ports.clock.now());
    if (!taken || !(await ports.errands.replace(known, taken))) return;
    const outcome = await perform({ id, stream: taken.stream, task: taken.task });
    const chance = Number.parseInt(ports.identity.digest(`${id} ${taken.attempts.length}`).slice(0, 8), 16) / 2 ** 32;
    await ports.errands.replace(taken, attempted(taken, outcome, { now: ports.clock.now(), chance }));
  };
};

function performing(ports: ErrandPorts) {
  const [send, tell] = [sendMail(ports), tellAts(ports)];
  return ({ task, ...errand }: { id: string; stream: string; task: Task }): Promise<Outcome> =>
    task.kind === "mail" ? send({ ...errand, task }) : tell(task);
}
