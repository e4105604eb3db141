import { afterAll, describe, expect, test } from "vitest";
import { virtualClock } from "#scripts/local/clock.ts";
import { createAsynchronousInvocations } from "#scripts/local/functions/asynchronous.ts";
import type { Functions } from "#scripts/local/functions/functions.ts";
import type { Json } from "#scripts/local/json.ts";
import { temporaryFolder } from "../fixture/folder.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());

function start(file: string, answer: (attempt: number) => Promise<Json>, now = 0) {
  const clock = virtualClock(now);
  const calls: { event: Json; at: number }[] = [];
  const reports: string[] = [];
  const functions = {
    invoke: (_: string, event: Json) => {
      calls.push({ event, at: clock.now() / 1000 });
      return answer(calls.length);
    },
  } as Functions;
  const options = { file: `${folder.path}/${file}`, functions, clock, report: (s: string) => reports.push(s) };
  return { clock, calls, reports, invocations: createAsynchronousInvocations(options) };
}

const failing = async () => {
  throw new Error("down");
};

describe("an asynchronous invocation", () => {
  test("is tried three times, a minute and two minutes apart, and each failure is told", async () => {
    const { clock, calls, reports, invocations } = start("retries.db", failing);
    invocations.send("Worker", { n: 1 });
    await clock.advanceTo(1_000_000);
    expect(calls.map(({ at }) => at)).toEqual([0, 60, 180]);
    expect(reports[0]).toBe("Worker failed on an asynchronous event: down");
    await invocations.close();
  });

  test("is not tried again once it succeeded, nor after a restart", async () => {
    const { clock, calls, invocations } = start("once.db", async () => null);
    invocations.send("Worker", {});
    await clock.advanceTo(1_000_000);
    expect(calls).toHaveLength(1);
    await invocations.close();
    const next = start("once.db", async () => null);
    expect(next.invocations.resume()).toBe(0);
    await next.invocations.close();
  });

  test("is taken up by the next process, with the attempts it has left", async () => {
    const { clock, invocations } = start("left.db", failing);
    invocations.send("Worker", { n: 2 });
    await clock.advanceTo(1000);
    await invocations.close();
    const next = start("left.db", failing, 30_000);
    expect(next.invocations.resume()).toBe(1);
    await next.clock.advanceTo(1_000_000);
    expect(next.calls).toEqual([
      { event: { n: 2 }, at: 60 },
      { event: { n: 2 }, at: 180 },
    ]);
    await next.invocations.close();
  });
});
