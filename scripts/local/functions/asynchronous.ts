import { randomUUID } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { type Clock, realClock } from "../clock.ts";
import { type Json, messageOf } from "../json.ts";
import type { Functions } from "./functions.ts";

/** Gaps before the second and the third attempt, in milliseconds. */
const RETRY_GAPS = [60_000, 120_000];

type Invocation = { id: string; function: string; event: string; attempts: number; due: number };

/** Invocations nobody waits for: kept until they succeed or two retries have failed too, across restarts. */
export type AsynchronousInvocations = {
  send(nameOrArn: string, event: Json): void;
  /** Takes up what an earlier process left. @returns how many */
  resume(): number;
  close(): Promise<void>;
};

/** @param options.report told of every failed attempt, in a sentence */
export function createAsynchronousInvocations(options: {
  file: string;
  functions: Functions;
  clock?: Clock;
  report: (sentence: string) => void;
}): AsynchronousInvocations {
  const { functions, report, clock = realClock } = options;
  const db = new DatabaseSync(options.file);
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS invocation (
      id TEXT PRIMARY KEY, function TEXT, event TEXT, attempts INTEGER, due REAL) WITHOUT ROWID`);
  const save = db.prepare("INSERT OR REPLACE INTO invocation VALUES (?, ?, ?, ?, ?)");
  const remove = db.prepare("DELETE FROM invocation WHERE id = ?");
  const closing = new AbortController();
  const underWay = new Set<Promise<void>>();

  const attempt = async (invocation: Invocation): Promise<Invocation | undefined> => {
    await clock.sleepUntil(invocation.due, closing.signal);
    try {
      await functions.invoke(invocation.function, JSON.parse(invocation.event) as Json);
      return undefined;
    } catch (error) {
      closing.signal.throwIfAborted();
      report(`${invocation.function} failed on an asynchronous event: ${messageOf(error)}`);
      const gap = RETRY_GAPS[invocation.attempts];
      return gap === undefined
        ? undefined
        : { ...invocation, attempts: invocation.attempts + 1, due: clock.now() + gap };
    }
  };
  const follow = async (first: Invocation) => {
    for (let invocation: Invocation | undefined = first; invocation; ) {
      keep(invocation);
      invocation = await attempt(invocation);
    }
    if (!closing.signal.aborted) remove.run(first.id);
  };
  const keep = (i: Invocation) => void save.run(i.id, i.function, i.event, i.attempts, i.due);
  const launch = (invocation: Invocation) => {
    const done = follow(invocation).catch((error: unknown) => {
      if (!closing.signal.aborted) report(messageOf(error));
    });
    underWay.add(done);
    void done.then(() => underWay.delete(done));
  };

  return {
    send: (nameOrArn, event) =>
      launch({ id: randomUUID(), function: nameOrArn, event: JSON.stringify(event), attempts: 0, due: clock.now() }),
    resume: () => {
      const left = db.prepare("SELECT * FROM invocation").all() as Invocation[];
      for (const invocation of left) launch(invocation);
      return left.length;
    },
    close: async () => {
      closing.abort();
      await Promise.all(underWay);
      db.close();
    },
  };
}
