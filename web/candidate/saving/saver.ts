import type { TakeView } from "#shared/contracts/shapes/take.ts";
import type { Json } from "#shared/domain/foundation/json.ts";
import { equal } from "#web/shared/equal.ts";
import { ApiProblem, Unreachable } from "../../shared/api-problem.ts";
import type { TakeClient } from "../client.ts";
import type { AnswerState, Draft } from "./answer-state.ts";
import * as answers from "./answer-state.ts";
import type { DraftStore } from "./draft-store.ts";
import { type Reach, verdictOf } from "./verdict.ts";

/** A pause in typing after which an answer is sent, and the longest it waits while typing goes on (milliseconds). */
const PAUSE = 700;
const LONGEST_WAIT = 8_000;
const BACKOFF = [1_000, 2_000, 4_000, 8_000, 15_000];

export type SaverParts = {
  client: Pick<TakeClient, "save">;
  drafts: DraftStore;
  /** What the device held when the page was loaded. */
  kept: ReadonlyMap<string, Draft>;
  changed: () => void;
  /** The server refused for a reason beyond this one answer: the section is over, the link doesn't hold. */
  interrupted: () => void;
};

type Current = NonNullable<TakeView["current"]>;

/** Carries every keystroke to the device at once and every pause in typing to the server, one request at a time. */
export class Saver {
  readonly #parts: SaverParts;
  readonly #states = new Map<string, AnswerState>();
  /** Items whose latest text is on the device. */
  readonly #onDevice = new Set<string>();
  readonly #waitingSince = new Map<string, number>();
  #sending: string | undefined;
  #reach: Reach = "online";
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #draining: Promise<void> | undefined;

  constructor(parts: SaverParts) {
    this.#parts = parts;
    for (const [item, draft] of parts.kept) {
      this.#states.set(item, answers.fromDraft(draft, undefined));
      this.#onDevice.add(item);
    }
  }

  get states(): ReadonlyMap<string, AnswerState> {
    return this.#states;
  }

  get reach(): Reach {
    return this.#reach;
  }

  /** Whether something typed has not reached the server and could still. */
  hasUnsent(): boolean {
    return this.#nextDue() !== undefined;
  }

  isSending(item: string): boolean {
    return this.#sending === item;
  }

  isOnDevice(item: string): boolean {
    return this.#onDevice.has(item);
  }

  /** Weighs what the server holds for the open section against what is here. */
  meet(current: Current): void {
    for (const { id } of current.items) {
      const stored = current.answers[id];
      const known = this.#states.get(id);
      if (!known) this.#states.set(id, answers.fromStored(stored));
      else if (stored) this.#settle(id, answers.meet(known, stored));
    }
    this.#parts.changed();
  }

  type(item: string, value: Json): void {
    const now = performance.now();
    const since = this.#waitingSince.get(item) ?? now;
    this.#waitingSince.set(item, since);
    this.#settle(item, answers.typed(this.#states.get(item) ?? answers.fromStored(undefined), value));
    if (this.#failures === 0) this.#schedule(Math.max(0, Math.min(PAUSE, since + LONGEST_WAIT - now)));
  }

  keepMine(item: string): void {
    this.#change(item, answers.keepMine);
    this.#schedule(0);
  }

  takeOther(item: string): void {
    this.#change(item, answers.takeOther);
  }

  /** Sends what is due now; resolves when nothing is left to send or sending has stalled. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#draining ??= this.#sendAll().finally(() => {
      this.#draining = undefined;
    });
    return this.#draining;
  }

  /** The network may be back: what waits is sent at once, with patience to begin with. */
  retry(): Promise<void> {
    this.#failures = 0;
    return this.flush();
  }

  /** The page is going: sends what is due without waiting; each request outlives the page. */
  leave(): void {
    for (const [item, state] of this.#states) {
      const underway = this.#sending === item;
      if (!answers.isDue(state) || (underway && equal(state.attempts.at(-1), state.value))) continue;
      this.#states.set(item, answers.sent(state));
      const body = { value: state.value, revision: state.base + (underway ? 1 : 0) };
      // Whatever becomes of it: the draft stays on the device and is weighed against the server at the next load.
      this.#parts.client.save(item, body).catch(() => undefined);
    }
  }

  #change(item: string, change: (state: AnswerState) => AnswerState): void {
    const state = this.#states.get(item);
    if (state) this.#settle(item, change(state));
  }

  /** Takes a new state over and keeps the device in step with it. */
  #settle(item: string, state: AnswerState): void {
    this.#states.set(item, state);
    const { drafts, changed } = this.#parts;
    if (!state.unsent && !state.other) {
      this.#onDevice.delete(item);
      // A draft that stays behind does no harm: at the next load it equals what the server holds.
      drafts.remove(item).catch(() => undefined);
    } else void this.#keep(item, state);
    changed();
  }

  async #keep(item: string, state: AnswerState): Promise<void> {
    const { drafts, changed } = this.#parts;
    const kept = await drafts.put(item, answers.draftOf(state)).then(
      () => drafts.lasting,
      () => false,
    );
    if (kept) this.#onDevice.add(item);
    else this.#onDevice.delete(item);
    changed();
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), delay);
  }

  async #sendAll(): Promise<void> {
    for (let item = this.#nextDue(); item !== undefined; item = this.#nextDue()) {
      if (await this.#send(item)) continue;
      this.#schedule(this.#patience());
      return;
    }
  }

  #nextDue(): string | undefined {
    return [...this.#states].find(([, state]) => answers.isDue(state))?.[0];
  }

  #patience(): number {
    const usual = BACKOFF[Math.min(this.#failures, BACKOFF.length) - 1] ?? 0;
    return usual * (0.8 + Math.random() * 0.4);
  }

  /** @returns whether to go on with the next. */
  async #send(item: string): Promise<boolean> {
    this.#change(item, answers.sent);
    const { value, base } = this.#states.get(item)!;
    this.#sending = item;
    this.#waitingSince.delete(item);
    this.#parts.changed();
    const outcome = await this.#parts.client.save(item, { value, revision: base }).then(
      (reply) => ({ stored: { value, ...reply } }),
      (error: unknown) => ({ error }),
    );
    this.#sending = undefined;
    if ("error" in outcome) return this.#failed(item, outcome.error);
    this.#reached();
    this.#change(item, (state) => answers.acknowledged(state, outcome.stored));
    return true;
  }

  #reached(): void {
    this.#failures = 0;
    this.#reach = "online";
  }

  #failed(item: string, error: unknown): boolean {
    if (error instanceof Unreachable) return this.#stall("offline");
    if (!(error instanceof ApiProblem)) throw error;
    const verdict = verdictOf(error);
    if (verdict.kind === "stalled") return this.#stall("busy");
    this.#reached();
    if (verdict.kind === "other") this.#change(item, (state) => answers.meet(state, verdict.stored));
    if (verdict.kind === "late") this.#change(item, answers.cameLate);
    if (verdict.kind === "refused") this.#change(item, (state) => answers.refused(state, verdict.sentence));
    if (verdict.interrupts) this.#parts.interrupted();
    return true;
  }

  #stall(reach: Reach): boolean {
    this.#failures += 1;
    this.#reach = reach;
    this.#parts.changed();
    return false;
  }
}
