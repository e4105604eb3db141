import type { TakeView } from "#shared/contracts/shapes/take.ts";
import { ApiProblem, Unreachable } from "../shared/api-problem.ts";
import type { TakeClient } from "./client.ts";
import type { ServerClock } from "./clock.ts";
import type { Saver } from "./saving/saver.ts";

/** What the page shows beside the answers. */
export type PageState = {
  view: TakeView | undefined;
  /** Why there is no view to show. */
  trouble: ApiProblem | Unreachable | undefined;
  /** Something asked for is under way. */
  working: boolean;
  /** What went wrong with the last thing asked for, in a sentence. */
  setback: string | undefined;
  /** The open section's time is over by the clock; the server hasn't said so yet. */
  timeUp: boolean;
};

/** Often enough that extra time granted, or another tab's answers, show soon. */
const LOOK_EVERY = 30_000;
/** While there is nothing to show at all. */
const LOOK_WITHOUT_VIEW = 5_000;
/** While the page waits for the server to say what comes next. */
const LOOK_SOON = [400, 800, 1_500, 3_000];
/** Unsent words leave this long before the deadline, without waiting for a pause in typing. */
const LAST_CALL = 2_000;

export type SessionParts = { client: TakeClient; clock: ServerClock; changed: () => void };

/** One candidate's passage as this page sees it: the latest view, kept fresh, and the steps from here to there. */
export class CandidateSession {
  readonly #client: TakeClient;
  readonly #clock: ServerClock;
  readonly #changed: () => void;
  #saver: Saver | undefined;
  #state: PageState = { view: undefined, trouble: undefined, working: false, setback: undefined, timeUp: false };
  #looking: Promise<void> | undefined;
  #lookedAt = 0;
  #impatience = 0;
  #lastCall: string | undefined;

  constructor({ client, clock, changed }: SessionParts) {
    this.#client = client;
    this.#clock = clock;
    this.#changed = changed;
  }

  get state(): PageState {
    return this.#state;
  }

  saveWith(saver: Saver): void {
    this.#saver = saver;
  }

  /** Agrees to the notices as this page shows them. */
  start(): Promise<void> {
    const { notices } = this.#state.view ?? {};
    const read = notices && { privacy: notices.privacy.version, scoring: notices.scoring.version };
    return this.#step(() => this.#client.start(read));
  }

  begin(section: string): Promise<void> {
    return this.#step(() => this.#client.begin(section));
  }

  /** Unsent words go first, so that they count. */
  submit(section: string): Promise<void> {
    return this.#step(async () => {
      await this.#saver?.retry();
      if (this.#saver?.hasUnsent()) throw new Unreachable("Something typed is still to be sent.");
      return this.#client.submit(section);
    });
  }

  askForTime(text: string): Promise<void> {
    return this.#step(() => this.#client.askForTime(text));
  }

  object(item: string, text: string): Promise<void> {
    return this.#step(() => this.#client.object(item, text));
  }

  withdraw(): Promise<void> {
    return this.#step(() => this.#client.withdraw());
  }

  /** Asks the server where the session stands; calls in the meantime share one request. */
  look(): Promise<void> {
    this.#looking ??= this.#ask().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  /**
   * Called several times a second: notices deadlines, ends of pauses and when it is time to look again. A page that
   * nobody sees looks only where something is due; it looks anew when it comes back.
   */
  tick(seen: boolean): void {
    const { view, trouble } = this.#state;
    if (!view) {
      if (trouble && isPassing(trouble)) this.#lookAfter(LOOK_WITHOUT_VIEW);
      return;
    }
    const left = this.#timeLeft(view);
    if (left <= LAST_CALL) this.#callForLastWords(view);
    const timeUp = left <= 0 && view.next === "answer";
    if (timeUp !== this.#state.timeUp) this.#set({ timeUp });
    this.#lookAfter(this.#interval(view, { left, seen }));
  }

  #lookAfter(interval: number): void {
    if (performance.now() - this.#lookedAt >= interval) void this.look();
  }

  #timeLeft({ current, upcoming }: TakeView): number {
    const moment = current ? current.deadline : upcoming?.opens_at;
    return moment ? Date.parse(moment) - this.#clock.now() : Number.POSITIVE_INFINITY;
  }

  #callForLastWords({ current }: TakeView): void {
    const call = current && `${current.section} ${current.deadline}`;
    if (!call || call === this.#lastCall) return;
    this.#lastCall = call;
    void this.#saver?.flush();
  }

  #interval({ next }: TakeView, { left, seen }: { left: number; seen: boolean }): number {
    const waiting = next === "wait" || left <= 0;
    if (!waiting) this.#impatience = 0;
    if (next === "done") return Number.POSITIVE_INFINITY;
    if (waiting) return LOOK_SOON[Math.min(this.#impatience, LOOK_SOON.length - 1)]!;
    return seen ? LOOK_EVERY : Number.POSITIVE_INFINITY;
  }

  async #ask(): Promise<void> {
    this.#lookedAt = performance.now();
    this.#impatience += 1;
    try {
      this.#show(await this.#client.view());
    } catch (error) {
      this.#cannotSee(error);
    }
  }

  #show(view: TakeView): void {
    if (view.current) this.#saver?.meet(view.current);
    const timeUp = view.next === "answer" && this.#timeLeft(view) <= 0;
    this.#set({ view, timeUp, trouble: undefined });
  }

  /** A page that shows something keeps showing it while the network is away; a link that doesn't hold ends it. */
  #cannotSee(error: unknown): void {
    if (!isOutside(error)) throw error;
    if (!isPassing(error) || !this.#state.view) this.#set({ trouble: error });
  }

  async #step(work: () => Promise<TakeView>): Promise<void> {
    if (this.#state.working) return;
    this.#set({ working: true, setback: undefined });
    try {
      this.#show(await work());
    } catch (error) {
      if (!isOutside(error)) throw error;
      this.#set({ setback: sentenceOf(error) });
      await this.look();
    } finally {
      this.#set({ working: false });
    }
  }

  #set(change: Partial<PageState>): void {
    this.#state = { ...this.#state, ...change };
    this.#changed();
  }
}

function isPassing(error: ApiProblem | Unreachable): boolean {
  return error instanceof Unreachable || error.status >= 500 || error.status === 429;
}

function isOutside(error: unknown): error is ApiProblem | Unreachable {
  return error instanceof ApiProblem || error instanceof Unreachable;
}

function sentenceOf(error: ApiProblem | Unreachable): string {
  return error instanceof Unreachable
    ? "The service can't be reached just now. Check your connection and try again; nothing you typed is lost."
    : error.message;
}
