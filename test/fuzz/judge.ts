import { eventShapes } from "#shared/contracts/shapes/event.ts";
import { offDocument, type Reply } from "./document.ts";
import type { Sent } from "./request.ts";
import type { Marked, Stage } from "./stage.ts";

export type Evidence = {
  sent: Sent;
  reply: Reply;
  stage: Stage;
  sessions: readonly Marked[];
  before: Map<string, number>;
};

/** What about an answer breaks a promise, in words. */
export function faultsOf(evidence: Evidence): string[] {
  const { sent, reply } = evidence;
  const faults = [offDocument(sent.described, reply), ...accessFaults(evidence), ...crossings(evidence)];
  if (reply.statusCode >= 500) faults.push("a fault of ours");
  if (reply.headers["x-request-id"] !== sent.event.requestContext.requestId) faults.push("the request's id is missing");
  return faults.filter((fault) => fault !== undefined);
}

function accessFaults({ sent, reply, stage, before }: Evidence): string[] {
  const { credential, described } = sent;
  const isUnknown = described.security.length > 0 && (credential === "none" || credential === "wrong");
  if (!isUnknown) return [];
  // A path that can't be anybody's is told from one that is somebody's before anybody is asked who they are.
  const isNowhere = JSON.parse(reply.body ?? "{}").code === "not_found";
  const faults = reply.statusCode === 401 || isNowhere ? [] : ["somebody unknown was let in"];
  return changed(stage, before).length > 0 ? [...faults, "somebody unknown has changed something"] : faults;
}

/** What shows the company the candidates of many sessions. */
const LISTS: ReadonlySet<string> = new Set(["list-sessions", "list-interviews", "list-accommodation-requests"]);

/** What a candidate gets or a path names is of one session: nothing of another is shown or changed. */
function crossings({ sent, reply, stage, sessions, before }: Evidence): string[] {
  const listsAll = LISTS.has(sent.described.operationId);
  const others = sessions.filter(({ id }) => id !== sent.session?.id);
  const shown = listsAll ? [] : others.flatMap(({ markers }) => markers.filter((mark) => reply.body?.includes(mark)));
  const touched = changed(stage, before).filter((stream) => others.some(({ id }) => id === stream));
  return [...shown.map((mark) => `shows ${mark}`), ...(listsAll ? [] : touched.map((stream) => `changes ${stream}`))];
}

const changed = (stage: Stage, before: Map<string, number>): string[] =>
  [...stage.lengths()].filter(([stream, length]) => before.get(stream) !== length).map(([stream]) => stream);

/** Words that stand in logs or events and must not: names, addresses, notes, answers, extra time, tokens and keys. */
export function said(stage: Stage, sessions: readonly Marked[]): string[] {
  const bodies = [...stage.at.tables.events.values()].map(({ event }) => event.body);
  const text = [...stage.lines, ...bodies].join("\n");
  const secrets = [...Object.values(stage.keys), ...sessions.map(({ token }) => token.split(".")[1]!)];
  const words = [...sessions.flatMap(({ markers }) => markers), ...secrets, "untimed", "multiplier", "whsec_"];
  return words.filter((word) => text.includes(word));
}

/** Events whose body isn't what the document promises, or larger than 4 KiB. */
export function misshapenEvents(stage: Stage): string[] {
  return [...stage.at.tables.events.values()].flatMap(({ event: { type, body } }) => {
    const fits = eventShapes[type].data.safeParse(JSON.parse(body).data).success;
    return fits && Buffer.byteLength(body) <= 4_096 ? [] : [body];
  });
}
