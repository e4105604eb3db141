import type { EventType } from "../domain/events/event.ts";
import { wants } from "../domain/events/matching.ts";
import type { Json } from "../domain/foundation/json.ts";
import { Refusal } from "../domain/foundation/refusal.ts";
import type { EventFeed, FeedEvent } from "../ports/event-feed.ts";

export type ListEventsInput = {
  /** A type, a family such as `session.*`, or `*`; everything where left out. */
  type?: string | undefined;
  /** The id of the last event that was seen; from the oldest on where left out. */
  after?: string | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
};

/** An event as webhooks send it, with its id. */
export type EventView = { id: string; type: EventType; timestamp: string; data: { [key: string]: Json } };
export type EventPage = { data: EventView[]; next_cursor: string | null };

const STANDARD_LIMIT = 50;
const READ_AT_ONCE = 200;
/** How many events one call looks through for the wanted types; a rare type gives short pages then. */
const MOST_READ = 1_000;

/**
 * Events of the last thirty days in the order in which they were handed out, for polling: whoever goes on after the last
 * event seen misses none and sees none twice.
 *
 * @throws Refusal `invalid_request` for an event or a cursor that isn't one
 */
export const listEvents =
  ({ feed }: { feed: EventFeed }) =>
  async ({ type = "*", after, limit = STANDARD_LIMIT, cursor }: ListEventsInput): Promise<EventPage> => {
    const data: EventView[] = [];
    let place = cursor === undefined ? await placeOf(feed, after) : positionOf(cursor);
    for (let read = 0; read < MOST_READ; read += READ_AT_ONCE) {
      const found = await feed.read(place, READ_AT_ONCE);
      for (const each of found) {
        if (data.length === limit) return { data, next_cursor: String(place) };
        place = each.position;
        if (wants([type], each.event.type)) data.push(viewOf(each));
      }
      if (found.length < READ_AT_ONCE) return { data, next_cursor: null };
    }
    return { data, next_cursor: String(place) };
  };

async function placeOf(feed: EventFeed, after: string | undefined): Promise<number> {
  if (after === undefined) return 0;
  const place = await feed.position(after);
  if (place !== undefined) return place;
  throw invalid("after", "There is no such event, or it is older than thirty days.", "is no event that is still kept");
}

function positionOf(cursor: string): number {
  if (/^[1-9]\d{0,14}$/.test(cursor)) return Number(cursor);
  throw invalid("cursor", "The cursor isn't one that this list gave.", "is no cursor of this list");
}

const invalid = (path: string, detail: string, message: string) =>
  new Refusal("invalid_request", detail, { violations: [{ path, message }] });

function viewOf({ event }: FeedEvent): EventView {
  const { type, timestamp, data } = JSON.parse(event.body) as Omit<EventView, "id">;
  return { id: event.id, type, timestamp, data };
}
