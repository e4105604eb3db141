import { Worker } from "node:worker_threads";

/** What a worker answers: what its engine saw, and whether it must be replaced; or why it failed. */
export type WorkerMessage<Observation> = { observation: Observation; isSpoilt: boolean } | { failure: string };

export type WorkerHost<Job, Observation> = {
  /** Runs one job after the other. */
  run(job: Job): Promise<Observation>;
  /** Starts the worker, so that the first job doesn't wait for it. */
  warm(): void;
  close(): Promise<void>;
};

export type WorkerHostOptions<Job, Observation> = {
  /** Module that serves an engine when it is loaded in a worker with `role` as its data. */
  module: URL;
  role: string;
  /** Milliseconds one job may take. It decides no verdict: fuel ends whatever a candidate's text can do long before. */
  wallMilliseconds: number;
  /** The observation of a job whose worker had to be stopped ("wall") or broke ("engine"). */
  ours: (job: Job, outcome: "wall" | "engine", message: string) => Observation;
};

/** Keeps an engine in a worker thread that can be thrown away: with a deep stack, and without this process's environment. */
export function createWorkerHost<Job, Observation>(
  options: WorkerHostOptions<Job, Observation>,
): WorkerHost<Job, Observation> {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const start = () => {
    worker ??= startWorker(options);
    return worker;
  };
  const drop = async () => {
    const old = worker;
    worker = undefined;
    await old?.terminate();
  };
  const runNow = async (job: Job): Promise<Observation> => {
    const answer = await ask<Job, Observation>(start(), job, options.wallMilliseconds);
    const isUsable = "observation" in answer && !answer.isSpoilt;
    if (!isUsable) await drop();
    if ("observation" in answer) return answer.observation;
    return options.ours(job, answer.outcome, answer.message);
  };
  return {
    run: (job) => {
      const answer = last.then(() => runNow(job));
      last = answer.catch(() => undefined);
      return answer;
    },
    warm: () => {
      start();
    },
    close: () => last.then(drop),
  };
}

function startWorker<Job, Observation>({ module, role }: WorkerHostOptions<Job, Observation>): Worker {
  const worker = new Worker(module, {
    workerData: role,
    env: {},
    execArgv: ["--disable-warning=ExperimentalWarning"],
    resourceLimits: { stackSizeMb: 64 },
  });
  worker.unref();
  return worker;
}

type Answered<Observation> =
  | { observation: Observation; isSpoilt: boolean }
  | { outcome: "wall" | "engine"; message: string };

/** Sends a job and waits for its answer, the end of the worker, or the end of the time, whichever comes first. */
function ask<Job, Observation>(worker: Worker, job: Job, milliseconds: number): Promise<Answered<Observation>> {
  return new Promise((resolve) => {
    const settle = (answer: Answered<Observation>) => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit).unref();
      resolve(answer);
    };
    const onMessage = (message: WorkerMessage<Observation>) => {
      if ("observation" in message) settle(message);
      else settle({ outcome: "engine", message: message.failure });
    };
    const onError = (fault: unknown) => settle({ outcome: "engine", message: String(fault) });
    const onExit = () => settle({ outcome: "engine", message: "the engine's thread ended" });
    const timer = setTimeout(
      () => settle({ outcome: "wall", message: `no answer within ${milliseconds} ms` }),
      milliseconds,
    );
    worker.on("message", onMessage).on("error", onError).on("exit", onExit).ref();
    worker.postMessage(job);
  });
}
