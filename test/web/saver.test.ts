import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { TakeView } from "#shared/contracts/shapes/take.ts";
import type { Json } from "#shared/domain/foundation/json.ts";
import { wordsForAll } from "#web/candidate/parts/save-words.ts";
import { type DraftStore, memoryDrafts } from "#web/candidate/saving/draft-store.ts";
import { Saver } from "#web/candidate/saving/saver.ts";
import { ApiProblem, Unreachable } from "#web/shared/api-problem.ts";

type Stored = { value: Json; revision: number; saved_at: string };

/** The server's side of saving: one stored answer per item, and switches for what goes wrong. */
class FakeServer {
  readonly answers = new Map<string, Stored>();
  readonly requests: { item: string; value: Json }[] = [];
  fault: Error | undefined;
  loseReplies = false;

  save = async (item: string, { value, revision }: { value: Json; revision: number }) => {
    this.requests.push({ item, value });
    if (this.fault) throw this.fault;
    const stored = this.answers.get(item);
    if ((stored?.revision ?? 0) !== revision) throw conflict(stored);
    const kept = { value, revision: revision + 1, saved_at: "2026-05-04T10:00:00.000Z" };
    this.answers.set(item, kept);
    if (this.loseReplies) throw new Unreachable("gone");
    return { revision: kept.revision, saved_at: kept.saved_at };
  };
}

const conflict = (stored: Stored | undefined) => new ApiProblem(409, { code: "revision_conflict", answer: stored });
const lasting = (): DraftStore => ({ ...memoryDrafts(), lasting: true });

function current(answers: { [item: string]: Stored } = {}): NonNullable<TakeView["current"]> {
  const items = ["a", "b"].map((id) => ({ id, type: "short_text", title: id, points: "1", prompt: "" }));
  return { section: "s", opened_at: "2026-05-04T10:00:00.000Z", deadline: null, items, answers };
}

function open(server: FakeServer, drafts = lasting(), kept = new Map()) {
  const interrupted = vi.fn();
  const saver = new Saver({ client: server, drafts, kept, changed: () => undefined, interrupted });
  saver.meet(current(Object.fromEntries(server.answers)));
  return { saver, drafts, interrupted };
}

const words = (saver: Saver) => wordsForAll(["a", "b"], saver, true).words;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("saving", () => {
  test("every change is on the device at once and with the server after a pause in typing", async () => {
    const server = new FakeServer();
    const { saver, drafts } = open(server);
    saver.type("a", "h");
    saver.type("a", "he");
    expect((await drafts.load()).get("a")?.value).toBe("he");
    await vi.advanceTimersByTimeAsync(1);
    expect(words(saver)).toBe("saved on this device");
    expect(server.requests).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(800);
    expect(server.requests).toEqual([{ item: "a", value: "he" }]);
    expect(words(saver)).toBe("saved");
    expect((await drafts.load()).size).toBe(0);
  });

  test("typing without a pause is still sent every few seconds", async () => {
    const server = new FakeServer();
    const { saver } = open(server);
    for (let second = 0; second < 20; second += 0.5) {
      saver.type("a", `text ${second}`);
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(server.requests.length).toBeGreaterThanOrEqual(2);
  });

  test("offline, typing goes on, and everything is sent when the network is back", async () => {
    const server = new FakeServer();
    server.fault = new Unreachable("away");
    const { saver } = open(server);
    saver.type("a", "one");
    saver.type("b", "two");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(words(saver)).toBe("offline, keep typing");
    saver.type("a", "one and more");
    server.fault = undefined;
    await saver.retry();
    expect([...server.answers.values()].map(({ value }) => value)).toEqual(["one and more", "two"]);
    expect(words(saver)).toBe("saved");
  });

  test("without any sign from the browser the saver tries again by itself", async () => {
    const server = new FakeServer();
    server.fault = new Unreachable("away");
    const { saver } = open(server);
    saver.type("a", "one");
    await vi.advanceTimersByTimeAsync(3_000);
    server.fault = undefined;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(server.answers.get("a")?.value).toBe("one");
  });

  test("a reply that got lost leads to no conflict with oneself", async () => {
    const server = new FakeServer();
    server.loseReplies = true;
    const { saver } = open(server);
    saver.type("a", "one");
    await vi.advanceTimersByTimeAsync(900);
    server.loseReplies = false;
    saver.type("a", "one two");
    await saver.retry();
    expect(server.answers.get("a")).toMatchObject({ value: "one two", revision: 2 });
    expect(words(saver)).toBe("saved");
  });

  test("another tab's version waits for the person's choice; keeping one's own writes on top of it", async () => {
    const server = new FakeServer();
    const { saver } = open(server);
    server.answers.set("a", { value: "theirs", revision: 1, saved_at: "2026-05-04T10:00:00.000Z" });
    saver.type("a", "mine");
    await vi.advanceTimersByTimeAsync(900);
    expect(words(saver)).toBe("two versions: choose one");
    expect(server.answers.get("a")?.value).toBe("theirs");
    saver.keepMine("a");
    await vi.advanceTimersByTimeAsync(100);
    expect(server.answers.get("a")).toMatchObject({ value: "mine", revision: 2 });
  });

  test("after the section has closed an answer is told as late and the page looks again", async () => {
    const server = new FakeServer();
    server.fault = new ApiProblem(409, { code: "section_closed", kept: true });
    const { saver, interrupted } = open(server);
    saver.type("a", "too late");
    await vi.advanceTimersByTimeAsync(900);
    expect(words(saver)).toBe("came late: kept, not scored");
    expect(interrupted).toHaveBeenCalled();
  });

  test("a value that is no answer is kept, explained, and holds nothing else up", async () => {
    const server = new FakeServer();
    server.fault = new ApiProblem(422, { code: "invalid_answer", detail: "The best and the worst can't be the same." });
    const { saver } = open(server);
    saver.type("a", "?");
    await vi.advanceTimersByTimeAsync(900);
    expect(saver.states.get("a")).toMatchObject({ value: "?", refusal: "The best and the worst can't be the same." });
    server.fault = undefined;
    saver.type("b", "fine");
    await vi.advanceTimersByTimeAsync(900);
    expect(server.answers.get("b")?.value).toBe("fine");
  });

  test("a service that is short of something is asked again later", async () => {
    const server = new FakeServer();
    server.fault = new ApiProblem(503, { code: "unavailable" });
    const { saver } = open(server);
    saver.type("a", "one");
    await vi.advanceTimersByTimeAsync(900);
    expect(words(saver)).toBe("saved on this device");
    server.fault = undefined;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(words(saver)).toBe("saved");
  });

  test("drafts of an earlier page are sent, also those of sections that have closed", async () => {
    const server = new FakeServer();
    const kept = new Map([["old", { value: "left over", base: 0, attempts: [] }]]);
    const { saver } = open(server, lasting(), kept);
    await saver.flush();
    expect(server.answers.get("old")?.value).toBe("left over");
  });

  test("when the page goes, what is unsent leaves with it", () => {
    const server = new FakeServer();
    const { saver } = open(server);
    saver.type("a", "last words");
    saver.leave();
    expect(server.requests).toEqual([{ item: "a", value: "last words" }]);
  });
});
