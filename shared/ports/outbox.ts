import type { OutboxEvent } from "../domain/events/event.ts";

/** Events committed with their facts and not yet handed over to every endpoint. */
export interface Outbox {
  /** Open events of one stream in rising sequence. */
  open(stream: string): Promise<OutboxEvent[]>;
  /** Streams that hold open events created before `before`: what a crash left behind. */
  stale(before: string, limit: number): Promise<string[]>;
  /** The event has a delivery record for every endpoint that wants it; it stays readable for 30 days. */
  close(event: OutboxEvent): Promise<void>;
}
