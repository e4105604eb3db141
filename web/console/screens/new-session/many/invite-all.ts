import { ApiProblem } from "../../../../shared/api-problem.ts";
import type { Call } from "../../../api/client.ts";
import { wordsFor } from "../../../api/problem-words.ts";
import type { AnswerOf } from "../../../api/types.ts";
import type { CreateBody } from "./sheet.ts";

export type Ready = { number: number; body: CreateBody };

/** What became of a line. */
export type Outcome = { session: AnswerOf<"create-session"> } | { problem: string };

type Means = {
  call: Call;
  /** A line is done, one way or the other. */
  done: (number: number, outcome: Outcome) => void;
  signal: AbortSignal;
  sleep: (milliseconds: number) => Promise<void>;
};

const AT_ONCE = 2;
const SECOND = 1_000;

/**
 * Invites line by line; a line that the service refuses is told of, and the others go on. Throws where the service is
 * away: then what is left can be begun again. The key is made of the line's content, so that the same line sent again,
 * by this page or by another, invites nobody twice.
 */
export async function inviteAll(lines: readonly Ready[], means: Means): Promise<void> {
  const left = [...lines];
  const work = async () => {
    for (let line = left.shift(); line && !means.signal.aborted; line = left.shift()) {
      means.done(line.number, await invite(line, means));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function invite({ body }: Ready, means: Means): Promise<Outcome> {
  const key = await keyFor(body);
  for (;;) {
    try {
      return { session: await means.call("create-session", {}, { body, key, signal: means.signal }) };
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status >= 500) throw error;
      if (error.status !== 429) return { problem: problemText(error) };
      await means.sleep((error.retryAfter ?? 1) * SECOND);
    }
  }
}

function problemText(error: ApiProblem): string {
  const { sentence, remedy } = wordsFor(error);
  const details = (error.problem.errors ?? []).map(({ path, message }) => `${path} ${message}.`);
  return [sentence, ...details, remedy].filter(Boolean).join(" ");
}

async function keyFor(body: CreateBody): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `line-${[...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
