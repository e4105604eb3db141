import { type Cells, METADATA } from "./columns.ts";
import type { Circumstances, CreateBody, Line } from "./sheet.ts";

const EMAIL = /^[^\s@"]{1,64}@[^\s@".]+(?:\.[^\s@".]+)+$/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_AND_TIME = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})$/;
const MULTIPLE = /^(\d{1,3}(?:[.,]\d{1,3})?)\s*[x×]$/i;
const MINUTES = /^\+?(\d{1,4}(?:[.,]\d{1,3})?)\s*(?:min|minutes)$/i;
const LONGEST = { name: 200, email: 254, external_id: 200, job: 100 } as const;

type Read<Value> = { value: Value } | { problem: string };

/** What one line asks for, or everything that has to be mended in it. */
export function readLine({ number, cells }: { number: number; cells: Cells }, { playbook, now }: Circumstances): Line {
  const { name = "", email = "", external_id, job } = cells;
  const [until, time] = [untilOf(cells["expires_at"] ?? "", now), timeOf(cells["extra_time"] ?? "")];
  const problems = [...missingIn(cells), ...tooLongIn(cells), ...[until, time].flatMap(problemOf)];
  if (problems.length > 0) return { number, name, email, problems };
  const body: CreateBody = {
    playbook,
    candidate: { name, email, ...(external_id && { external_id }) },
    ...(job && { job }),
    ...readValue(until),
    ...readValue(time),
    ...metadataOf(cells),
  };
  return { number, name, email, body };
}

const problemOf = (read: Read<unknown>): string[] => ("problem" in read ? [read.problem] : []);
const readValue = <Value extends object>(read: Read<Value>): Partial<Value> => ("value" in read ? read.value : {});

function missingIn({ name, email }: Cells): string[] {
  const said = email ? "This is no e-mail address." : "The e-mail address is missing.";
  return [...(name ? [] : ["The name is missing."]), ...(email && EMAIL.test(email) ? [] : [said])];
}

const tooLongIn = (cells: Cells): string[] =>
  Object.entries(LONGEST).flatMap(([name, most]) =>
    (cells[name]?.length ?? 0) > most ? [`“${name}” has more than ${most} characters.`] : [],
  );

/** A day counts to its end, on this machine's clock. */
function untilOf(text: string, now: number): Read<Pick<CreateBody, "expires_at">> {
  if (text === "") return { value: {} };
  const [, day, time] = DAY_AND_TIME.exec(text) ?? (DAY.test(text) ? [text, text, "23:59"] : []);
  const moment = day ? new Date(`${day}T${time}`) : undefined;
  if (!moment || Number.isNaN(moment.getTime())) {
    return { problem: "“expires_at” must be a day such as 2027-01-31, with a time such as 18:00 or without." };
  }
  if (moment.getTime() < now) return { problem: "“expires_at” is past already." };
  return { value: { expires_at: moment.toISOString() } };
}

function timeOf(text: string): Read<Pick<CreateBody, "accommodation">> {
  const [factor, minutes] = [MULTIPLE, MINUTES].map((pattern) => pattern.exec(text)?.[1]?.replace(",", "."));
  if (text === "") return { value: {} };
  if (text.toLowerCase() === "untimed") return { value: { accommodation: { kind: "untimed" } } };
  if (factor) return { value: { accommodation: { kind: "multiplier", factor } } };
  if (minutes) return { value: { accommodation: { kind: "minutes", minutes } } };
  return { problem: "“extra_time” must be like “1.5x”, “10 min” or “untimed”." };
}

function metadataOf(cells: Cells): Pick<CreateBody, "metadata"> {
  const kept = Object.entries(cells).filter(([name, text]) => name.startsWith(METADATA) && text !== "");
  if (kept.length === 0) return {};
  return { metadata: Object.fromEntries(kept.map(([name, text]) => [name.slice(METADATA.length), text])) };
}
