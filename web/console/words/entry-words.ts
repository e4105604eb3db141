import type { SessionFactKind, SessionFacts } from "#shared/domain/session/facts.ts";
import type { FlagAnswer } from "#shared/domain/session/people-facts.ts";
import { counted, dayAndTime, listed, minutesInWords, pointsInWords } from "../../shared/words.ts";
import type { Names } from "./names.ts";
import { outcomeWords, recommendationWords } from "./verdicts.ts";

/** An entry as the API gives it; `payload` is missing where it was erased. */
export type LogEntry = { seq: number; at: string; actor: string; kind: string; payload?: unknown };

type Words<K extends SessionFactKind> = (payload: SessionFacts[K], names: Names) => string;

/** What happened, without who and when: the sentence goes on after the actor's name. */
const WORDS: { [K in SessionFactKind]: Words<K> } = {
  "session.created": ({ playbook, expires_at }) =>
    `invited the candidate to ${playbook}, to be started by ${dayAndTime(expires_at)}`,
  "session.started": () => "agreed to the conditions and started",
  "section.opened": ({ section, deadline }, { section: name }) =>
    `opened ${name(section)}${deadline === null ? ", without a time limit" : ""}`,
  "answer.saved": ({ item, value }, names) =>
    value === null ? `cleared the answer to “${names.item(item)}”` : `saved an answer to “${names.item(item)}”`,
  "answer.late": ({ item }, names) => `sent an answer to “${names.item(item)}” too late; it is kept and doesn't count`,
  "section.closed": ({ section, reason }, { section: name }) =>
    reason === "timeout" ? `closed ${name(section)}: its time was over` : `handed in ${name(section)}`,
  "session.submitted": () => "took the whole assessment in",
  "accommodation.granted": ({ accommodation }) => accommodationWords(accommodation),
  "session.extended": ({ expires_at }) => `moved the last day to start to ${dayAndTime(expires_at)}`,
  "grade.recorded": gradeRecorded,
  "advice.recorded": ({ item, adviser }, names) =>
    `noted what the model ${adviser.model} says of “${names.item(item)}”; no point rests on it`,
  "result.computed": ({ version, score, stage, recommendation }) =>
    `computed result ${version}: ${score ?? "no score"}, ${stage}; recommendation: ${recommendationWords(recommendation)}`,
  "session.expired": () => "closed the invitation: it wasn't started in time",
  "session.canceled": ({ reason }) => `took the invitation back${because(reason)}`,
  "session.withdrawn": () => "withdrew",
  "session.voided": ({ reason }) => `declared the session void${because(reason)}`,
  "scorecard.locked": ({ interviewer, ratings }, names) =>
    `locked the scorecard of ${names.person(interviewer)} with ${counted(ratings.length, "rating")}`,
  "consensus.recorded": ({ question, value, reason }, names) =>
    `recorded the consensus ${value} for ${names.question(question)}${because(reason)}`,
  "flag.raised": ({ flag, observation }, names) =>
    `raised the red flag “${names.flag(flag)}”, having observed: ${quoted(observation)}`,
  "flag.confirmed": (payload, names) => flagAnswered("confirmed", payload, names),
  "flag.lifted": (payload, names) => flagAnswered("lifted", payload, names),
  "flag.overridden": (payload, names) => flagAnswered("overrode", payload, names),
  "review.opened": ({ items }, names) =>
    `asked for a person's look at ${listed(items.map(({ item }) => `“${names.item(item)}”`))}`,
  "objection.raised": ({ item, text }, names) => `objected to the grade of “${names.item(item)}”: ${quoted(text)}`,
  "session.regraded": ({ playbook, reason }) => `had it graded again by ${playbook}${because(reason)}`,
  "session.finalized": () => "declared the interviews in: the result is final",
  "decision.made": ({ outcome, reason }) => `decided: ${outcomeWords(outcome)}${because(reason)}`,
  "accommodation.requested": () => "asked for extra time",
  "accommodation.declined": ({ reason }) => `declined the extra time that was asked for${because(reason)}`,
  "link.reissued": () => "made a new link; the one before opens nothing any more",
  "session.held": ({ reason }) => `put a legal hold on it: nothing is erased${because(reason)}`,
  "session.released": ({ reason }) => `ended the legal hold${because(reason)}`,
  "session.erased": ({ reason }) => `erased what was known of the candidate${because(reason)}`,
  "erasure.completed": () => "removed the last of what was erased",
};

/** What an entry says, for people; an erased one says that, an unknown kind names itself. */
export function entryWords(entry: LogEntry, names: Names): string {
  const words = (WORDS as { [kind: string]: Words<SessionFactKind> | undefined })[entry.kind];
  if (entry.payload === undefined) return `${plainKind(entry.kind)}: what it said was erased`;
  return words ? words(entry.payload as never, names) : plainKind(entry.kind);
}

/** `flag.raised` → `flag raised`. */
export const plainKind = (kind: string): string => kind.replaceAll(/[._]/g, " ");

/** Whose deed it is, at the beginning of a sentence; an id stays as it is. */
export function actorWords(actor: string, names: Names): string {
  const name = names.person(actor);
  return name === actor ? name : name.charAt(0).toUpperCase() + name.slice(1);
}

function gradeRecorded({ item, points, max, outcome, review }: SessionFacts["grade.recorded"], names: Names): string {
  const name = `“${names.item(item)}”`;
  if (outcome === "not_gradable") return `could not grade ${name}: an engine failed`;
  const given = `${points} of ${pointsInWords(max)}`;
  if (review) return `graded ${name} by hand: ${given}${because(review.reason)}`;
  return `graded ${name}: ${given}${outcome === "needs_review" ? ", until a person has looked at it" : ""}`;
}

const flagAnswered = (deed: string, { flag, reason }: FlagAnswer, names: Names): string =>
  `${deed} the red flag “${names.flag(flag)}”${because(reason)}`;

function accommodationWords(accommodation: SessionFacts["accommodation.granted"]["accommodation"]): string {
  if (accommodation === null) return "took extra time back";
  if (accommodation.kind === "untimed") return "took the time limits away";
  if (accommodation.kind === "minutes") return `granted ${minutesInWords(accommodation.minutes)} more for each section`;
  return `granted ${accommodation.factor} times the time`;
}

const because = (reason: string | null): string => (reason === null ? "" : `. Reason: ${quoted(reason)}`);
const quoted = (text: string): string => (/^[“"«„]/.test(text) ? text : `“${text}”`);
