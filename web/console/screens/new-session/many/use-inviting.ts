import { useEffect, useRef, useState } from "preact/hooks";
import { useCall } from "../../../api/hooks.ts";
import { inviteAll, type Outcome, type Ready } from "./invite-all.ts";

export type Inviting = {
  /** What became of the lines that are done, by their numbers. */
  outcomes: ReadonlyMap<number, Outcome>;
  running: boolean;
  /** Why it stopped before its end. */
  error: unknown;
  /** Begins, or goes on with what is left. */
  go(lines: readonly Ready[]): Promise<void>;
};

/** Inviting many; goes with the screen, and asks before the page is closed in the middle. */
export function useInviting(): Inviting {
  const call = useCall();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<number, Outcome>>(new Map());
  const [running, run] = useState(false);
  const [error, fail] = useState<unknown>();
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);
  useEffect(() => (running ? warnBeforeLeaving() : undefined), [running]);
  const done = (number: number, outcome: Outcome) => setOutcomes((before) => new Map(before).set(number, outcome));
  const go = async (lines: readonly Ready[]) => {
    run(true);
    fail(undefined);
    const left = lines.filter(({ number }) => !outcomes.has(number));
    const sleep = (milliseconds: number) => new Promise<void>((wake) => setTimeout(wake, milliseconds));
    await inviteAll(left, { call, done, signal: stop.current.signal, sleep }).catch(fail);
    run(false);
  };
  return { outcomes, running, error, go };
}

function warnBeforeLeaving(): () => void {
  const warn = (event: BeforeUnloadEvent) => event.preventDefault();
  addEventListener("beforeunload", warn);
  return () => removeEventListener("beforeunload", warn);
}
