import { describe, expect, test } from "vitest";
import type { EventType } from "#shared/domain/events/event.ts";
import { dispatchEvents } from "#shared/use-cases/dispatch-events.ts";
import { listEvents } from "#shared/use-cases/list-events.ts";
import { deliveryWorld } from "#test/builders/delivery-world.ts";

const TYPES: EventType[] = ["session.created", "session.started", "playbook.published"];

async function worldWith(count: number) {
  const world = deliveryWorld();
  const more = async (from: number, to: number) => {
    for (let sequence = from; sequence <= to; sequence++) world.raise(TYPES[sequence % 3]!, sequence);
    await dispatchEvents(world.ports)({ stream: "ses_1" });
  };
  await more(1, count);
  return { world, more, list: listEvents(world.ports) };
}

const sequences = (data: { data: { [key: string]: unknown } }[]) => data.map(({ data: { sequence } }) => sequence);

describe("events that are asked for", () => {
  test("are those that are sent, with their ids, also where nobody wants any sent", async () => {
    const { world, list } = await worldWith(2);
    expect(world.sent).toEqual([]);
    const { data, next_cursor } = await list({});
    expect(next_cursor).toBeNull();
    expect(data[0]).toEqual({
      id: expect.stringMatching(/^evt_/),
      type: "session.started",
      timestamp: "2026-03-01T10:00:00.000Z",
      data: { sequence: 1 },
    });
  });

  test("go on after the last one seen, and none is missed or told twice while others come", async () => {
    const { list, more } = await worldWith(5);
    const seen: unknown[] = [];
    let after: string | undefined;
    for (let turn = 0; turn < 8; turn++) {
      const { data } = await list({ after, limit: 2 });
      seen.push(...sequences(data));
      after = data.at(-1)?.id ?? after;
      if (turn < 3) await more(6 + turn, 6 + turn);
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test("can be narrowed to a type or a family", async () => {
    const { list } = await worldWith(9);
    expect(sequences((await list({ type: "playbook.published" })).data)).toEqual([2, 5, 8]);
    expect(sequences((await list({ type: "session.*" })).data)).toEqual([1, 3, 4, 6, 7, 9]);
    const first = await list({ type: "session.*", limit: 4 });
    const second = await list({ type: "session.*", limit: 4, cursor: first.next_cursor! });
    expect([...sequences(first.data), ...sequences(second.data)]).toEqual([1, 3, 4, 6, 7, 9]);
    expect(second.next_cursor).toBeNull();
  });

  test("give short pages where what is wanted is rare, and go on", async () => {
    const { list, more } = await worldWith(0);
    await more(3, 2_503);
    const found: unknown[] = [];
    let [cursor, calls]: [string | undefined, number] = [undefined, 0];
    for (let next: string | null = ""; next !== null; calls++) {
      const page: Awaited<ReturnType<typeof list>> = await list({ type: "session.decided", cursor });
      found.push(...page.data);
      next = page.next_cursor;
      cursor = next ?? undefined;
    }
    expect([found.length, calls]).toEqual([0, 3]);
  });

  test("don't go on after an event that never was, nor from a cursor of another list", async () => {
    const { list } = await worldWith(1);
    await expect(list({ after: "evt_nobody" })).rejects.toMatchObject({ code: "invalid_request" });
    for (const cursor of ["0", "-1", "x", "1e9"]) {
      await expect(list({ cursor })).rejects.toMatchObject({ code: "invalid_request" });
    }
  });
});
