import type { OutboxEvent } from "../domain/events/event.ts";

/** An event at its place in the feed; positions are 1, 2, 3, … without a gap. */
export type FeedEvent = { position: number; event: OutboxEvent };

/**
 * All events of the company in one line, for whoever asks instead of being told. An event gets its place when it is
 * handed out, never when its fact is written: a place below one that was read is never filled later.
 */
export interface EventFeed {
  /** Puts events at the end in the given order, except those that have a place already. */
  publish(events: readonly OutboxEvent[]): Promise<void>;
  /** What follows on `after` (0: the oldest that is kept), in order, at most `limit`. */
  read(after: number, limit: number): Promise<FeedEvent[]>;
  /** The place of an event by its id; undefined where it has none or is older than thirty days. */
  position(event: string): Promise<number | undefined>;
}
