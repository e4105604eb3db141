import { beforeAll, describe, expect, test } from "vitest";
import type { RepeatableRequest, Replies } from "#shared/ports/replies.ts";

const NOW = "2026-03-01T10:00:00.000Z";
const SOON = "2026-03-01T10:00:30.000Z";
const LATER = "2026-03-01T10:02:00.000Z";

let count = 0;
const someRequest = (changes: Partial<RepeatableRequest> = {}): RepeatableRequest => ({
  id: `request-${process.pid}-${Date.now()}-${++count}`,
  fingerprint: "what was asked",
  secret: "ask_secret\nkey",
  ...changes,
});

/** What every store of replies keeps to. */
export function repliesContract(make: () => Promise<Replies>): void {
  let replies: Replies;
  beforeAll(async () => {
    replies = await make();
  });

  describe("replies to requests that may be sent again", () => {
    test("one of many takes a request on; the others hear that it is in flight", async () => {
      const request = someRequest();
      const claims = await Promise.all(Array.from({ length: 5 }, () => replies.claim(request, NOW)));
      expect(claims.filter(({ state }) => state === "claimed")).toHaveLength(1);
      expect(claims.filter(({ state }) => state === "in_flight")).toHaveLength(4);
    });

    test("a kept reply is given again as it was", async () => {
      const request = someRequest();
      await replies.claim(request, NOW);
      const reply = { status: 201, body: '{"url":"https://assay.example/take/#ses_1.é"}' };
      await replies.keep(request, reply, { now: SOON, owner: undefined });
      expect(await replies.claim(request, LATER)).toEqual({ state: "answered", reply });
    });

    test("a reply is kept for seven days", async () => {
      const [request, reply] = [someRequest(), { status: 200, body: "{}" }];
      await replies.claim(request, NOW);
      await replies.keep(request, reply, { now: NOW, owner: undefined });
      expect(await replies.claim(request, "2026-03-08T09:59:00.000Z")).toEqual({ state: "answered", reply });
      expect(await replies.claim(request, "2026-03-08T10:00:01.000Z")).toMatchObject({
        state: "claimed",
        again: false,
      });
    });

    test("what belongs to a session is erased with it, and nothing else", async () => {
      const [mine, other, nobodys] = [someRequest(), someRequest(), someRequest()];
      const [session, another] = [`ses_${mine.id}`, `ses_${other.id}`];
      const reply = { status: 201, body: "{}" };
      for (const request of [mine, other, nobodys]) await replies.claim(request, NOW);
      await replies.keep(mine, reply, { now: NOW, owner: { session } });
      await replies.keep(other, reply, { now: NOW, owner: { session: another } });
      await replies.keep(nobodys, reply, { now: NOW, owner: undefined });
      await replies.erase(session);
      expect(await replies.claim(mine, SOON)).toMatchObject({ state: "claimed", again: false });
      for (const request of [other, nobodys]) {
        expect(await replies.claim(request, SOON)).toEqual({ state: "answered", reply });
      }
    });

    test("the same key for another content is told apart, in flight or answered", async () => {
      const request = someRequest();
      const other = { ...request, fingerprint: "something else" };
      await replies.claim(request, NOW);
      expect(await replies.claim(other, NOW)).toEqual({ state: "other_request" });
      await replies.keep(request, { status: 204, body: null }, { now: NOW, owner: undefined });
      expect(await replies.claim(other, LATER)).toEqual({ state: "other_request" });
    });

    test("a claim that was given back, or that nothing came of for a minute, is free again", async () => {
      const [released, abandoned] = [someRequest(), someRequest()];
      await replies.claim(released, NOW);
      await replies.release(released);
      expect(await replies.claim(released, NOW)).toMatchObject({ state: "claimed", again: false });
      await replies.claim(abandoned, NOW);
      expect(await replies.claim(abandoned, SOON)).toEqual({ state: "in_flight" });
      expect(await replies.claim(abandoned, LATER)).toMatchObject({ state: "claimed", again: true });
    });

    test("whoever goes on after a claim that was given up draws from the same seed; another content may not", async () => {
      const request = someRequest();
      const first = await replies.claim(request, NOW);
      expect(first).toMatchObject({ seed: expect.stringMatching(/^.{16,}$/), since: NOW, again: false });
      expect(await replies.claim({ ...request, fingerprint: "another" }, LATER)).toEqual({ state: "other_request" });
      const claims = await Promise.all(Array.from({ length: 5 }, () => replies.claim(request, LATER)));
      expect(claims.filter(({ state }) => state === "claimed")).toEqual([{ ...first, again: true }]);
      expect(claims.filter(({ state }) => state === "in_flight")).toHaveLength(4);
    });

    test("a request that was given back, or whose week is over, draws from another seed", async () => {
      const request = someRequest();
      const first = await replies.claim(request, NOW);
      await replies.release(request);
      const second = await replies.claim(request, SOON);
      expect(second).toMatchObject({ state: "claimed", since: SOON, again: false });
      expect(second).not.toMatchObject(first);
      expect(await replies.claim(request, "2026-03-08T10:00:31.000Z")).toMatchObject({
        state: "claimed",
        again: false,
      });
    });
  });
}
