import { counted, spokenDuration } from "../../shared/words.ts";
import { actorWords, entryWords, type LogEntry } from "./entry-words.ts";
import type { Names } from "./names.ts";

/** One line of what happened; `until` where it stands for several entries. */
export type Happening = {
  key: number;
  at: string;
  until: string | null;
  who: string;
  what: string;
  kind: HappeningKind;
};
export type HappeningKind = "candidate" | "person" | "system" | "pause";

type TimelineOptions = {
  names: Names;
  /** Whether extra time may be told: it is hidden from everybody who scores. */
  tellsTime: boolean;
};

/** A session's log as a story: saves and machine grades in a row are one line, pauses are named. */
export function timeline(entries: readonly LogEntry[], { names, tellsTime }: TimelineOptions): Happening[] {
  const told = entries.filter(({ kind }) => tellsTime || kind !== "accommodation.granted");
  return withPauses(
    runsOf(told).map((run) => happening(run, names)),
    told,
  );
}

type Run = [LogEntry, ...LogEntry[]];

/** Entries that follow each other and say the same of several answers. */
function runsOf(entries: readonly LogEntry[]): Run[] {
  return entries.reduce<Run[]>((runs, entry) => {
    const last = runs.at(-1);
    if (last && isMany(entry) && last[0].kind === entry.kind && last[0].actor === entry.actor) last.push(entry);
    else runs.push([entry]);
    return runs;
  }, []);
}

const isMany = ({ kind, actor }: LogEntry): boolean =>
  kind === "answer.saved" || (kind === "grade.recorded" && actor === "system");

function happening(run: Run, names: Names): Happening {
  const [first] = run;
  const last = run.at(-1)!;
  return {
    key: first.seq,
    at: first.at,
    until: last.at === first.at ? null : last.at,
    who: actorWords(first.actor, names),
    what: run.length === 1 ? entryWords(first, names) : manyWords(run, names),
    kind: first.actor === "candidate" ? "candidate" : first.actor === "system" ? "system" : "person",
  };
}

function manyWords(run: Run, names: Names): string {
  const items = new Set(run.flatMap(({ payload }) => itemOf(payload) ?? []));
  if (run[0].kind === "grade.recorded") return `graded ${counted(items.size, "answer")}`;
  const [only] = items;
  const of = items.size === 1 ? `“${names.item(only!)}”` : counted(items.size, "question");
  return `saved answers ${run.length} times, to ${of}`;
}

const itemOf = (payload: unknown): string | undefined => (payload as { item?: string } | undefined)?.item;

/** Names the time between a section's end and the next one's beginning. */
function withPauses(happenings: Happening[], entries: readonly LogEntry[]): Happening[] {
  const pauses = entries.flatMap((entry, place) => {
    const next = entries.slice(place + 1).find(({ kind }) => kind === "section.opened");
    const closes = entry.kind === "section.closed" && next !== undefined;
    const length = closes ? Date.parse(next.at) - Date.parse(entry.at) : 0;
    return length < SECOND ? [] : [{ after: entry.seq, pause: pauseOf(entry, length) }];
  });
  return happenings.flatMap((one) => [
    one,
    ...pauses.filter(({ after }) => after === one.key).map(({ pause }) => pause),
  ]);
}

const SECOND = 1_000;

const pauseOf = ({ seq, at }: LogEntry, length: number): Happening => ({
  ...{ key: seq + 0.5, at, until: new Date(Date.parse(at) + length).toISOString() },
  ...{ who: "", what: `Pause of ${spokenDuration(length)}`, kind: "pause" },
});
