import { ApiProblem, Unreachable } from "../../../shared/api-problem.ts";
import type { CardBody, Entry, Scorecard } from "./card.ts";
import * as cards from "./card-state.ts";

/** A pause in writing after which the card is sent, and how long it waits when the network is away (milliseconds). */
const PAUSE = 900;
const BACKOFF = [2_000, 4_000, 8_000, 15_000];

/** How the service is reached: it answers, or no answer comes. */
export type Reach = "online" | "away";

/** Where a card's draft is kept on the device; `false` where nothing could be kept. */
export type Device = { put(draft: cards.CardDraft): boolean; remove(): void };

export type SaverParts = {
  save: (body: CardBody) => Promise<Scorecard>;
  /** The own card as the service holds it. */
  read: () => Promise<Scorecard | undefined>;
  device: Device;
  changed: () => void;
};

/** Carries every word to the device at once and every pause in writing to the service, one request at a time. */
export class CardSaver {
  readonly #parts: SaverParts;
  #state: cards.CardState;
  #reach: Reach = "online";
  #onDevice = true;
  #sending = false;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #draining: Promise<void> | undefined;

  constructor(state: cards.CardState, parts: SaverParts) {
    this.#state = state;
    this.#parts = parts;
    if (cards.isDue(state)) this.#schedule(0);
  }

  get state(): cards.CardState {
    return this.#state;
  }

  get reach(): Reach {
    return this.#reach;
  }

  get isSending(): boolean {
    return this.#sending;
  }

  /** Whether what isn't saved outlives the page. */
  get isOnDevice(): boolean {
    return this.#onDevice;
  }

  write(question: string, change: Partial<Entry>): void {
    this.#settle(cards.written(this.#state, question, change));
    if (this.#failures === 0) this.#schedule(PAUSE);
  }

  keepMine(): void {
    this.#settle(cards.keepMine(this.#state));
    this.#schedule(0);
  }

  takeOther(): void {
    this.#settle(cards.takeOther(this.#state));
  }

  /** Sends what is due now; resolves when nothing is left to send or sending has stalled. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#draining ??= this.#sendAll().finally(() => {
      this.#draining = undefined;
    });
    return this.#draining;
  }

  /** The network may be back: what waits is sent at once. */
  retry(): Promise<void> {
    this.#failures = 0;
    return this.flush();
  }

  /** The card is locked, or the screen is left: nothing more is sent by itself. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  /** The card is locked: the device needn't keep anything of it. */
  forget(): void {
    this.stop();
    this.#parts.device.remove();
  }

  #settle(state: cards.CardState): void {
    this.#state = state;
    const { device, changed } = this.#parts;
    if (cards.isAhead(state)) this.#onDevice = device.put(cards.draftOf(state));
    else device.remove();
    changed();
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), delay);
  }

  async #sendAll(): Promise<void> {
    while (cards.isDue(this.#state)) {
      if (await this.#send()) continue;
      this.#schedule(BACKOFF[Math.min(this.#failures, BACKOFF.length) - 1] ?? 0);
      return;
    }
  }

  /** @returns whether the service answered. */
  async #send(): Promise<boolean> {
    this.#sending = true;
    this.#settle(cards.leaving(this.#state));
    const body = { ratings: this.#state.sent ?? [], revision: this.#state.base };
    try {
      const card = await this.#parts.save(body);
      this.#answered(cards.acknowledged(this.#state, card));
      return true;
    } catch (error) {
      return await this.#failed(error);
    }
  }

  async #failed(error: unknown): Promise<boolean> {
    if (isPassing(error)) return this.#stall();
    if (!(error instanceof ApiProblem)) throw error;
    if (error.problem.code !== "revision_conflict") {
      this.#answered(cards.refused(this.#state, error.message));
      return true;
    }
    const base = this.#state.base;
    const card = await this.#parts.read().catch(() => undefined);
    if (!card) return this.#stall();
    this.#answered(cards.meet(this.#state, card));
    return this.#state.other !== undefined || this.#state.base > base || this.#stall();
  }

  #answered(state: cards.CardState): void {
    this.#failures = 0;
    this.#reach = "online";
    this.#sending = false;
    this.#settle(state);
  }

  #stall(): boolean {
    this.#failures += 1;
    this.#reach = "away";
    this.#sending = false;
    this.#parts.changed();
    return false;
  }
}

/** The same save may well be taken a little later. */
const isPassing = (error: unknown): boolean =>
  error instanceof Unreachable ||
  (error instanceof ApiProblem && (error.status >= 500 || error.status === 429 || error.problem.code === "busy"));
