import { parentPort, workerData } from "node:worker_threads";
import type { WorkerMessage } from "./worker-host.ts";

export type Engine<Job, Observation> = {
  run(job: Job): Promise<Observation>;
  /** Whether the whole thread has to be replaced before the next job. */
  isSpoilt(): boolean;
};

/**
 * Serves an engine when this thread was started for `role`; elsewhere does nothing. One file can so be both the
 * function's handler and the worker that the handler starts.
 */
export function serveAs<Job, Observation>(role: string, create: () => Promise<Engine<Job, Observation>>): void {
  const port = parentPort;
  if (!port || workerData !== role) return;
  const engine = create();
  const tell = (message: WorkerMessage<Observation>) => port.postMessage(message);
  port.on("message", async (job: Job) => {
    try {
      const { run, isSpoilt } = await engine;
      const observation = await run(job);
      tell({ observation, isSpoilt: isSpoilt() });
    } catch (fault) {
      tell({ failure: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) });
    }
  });
}
