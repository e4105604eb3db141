import { setTimeout as wait } from "node:timers/promises";
import type { Ask, Company } from "./company.ts";
import type { Card, Story } from "./stories.ts";

export type Parts = { company: Company; playbook: string; best: { [item: string]: unknown } };

const PATIENCE_MS = 60_000;

/** Lets a story happen, as its people would by hand. @returns the session's id. */
export async function liveThrough(story: Story, { company, playbook, best }: Parts): Promise<string> {
  const recruiter = company.as("recruiter");
  const { name, job, stage } = story;
  const email = `${name
    .split(" ")[0]
    ?.toLowerCase()
    .normalize("NFD")
    .replaceAll(/[^a-z]/g, "")}@example.com`;
  const session = await recruiter("POST", "/sessions", { playbook, job, candidate: { name, email } });
  const at = `/sessions/${session.id}`;
  if (story.accommodation) await recruiter("POST", `${at}/accommodate`, { accommodation: story.accommodation });
  if (stage === "invited") return session.id;
  const answers = story.answers?.(best) ?? best;
  await take(company.candidate(session.url), { answers, sections: stage === "started" ? 1 : undefined });
  if (stage === "started") return session.id;
  await until(async () => (await recruiter("GET", at)).score !== null);
  for (const card of story.cards ?? []) await interview(company.as(card.interviewer), { at, card });
  if (story.cards) await until(async () => (await recruiter("GET", at)).finalized_at !== null);
  if (story.flag) await judge(story.flag, { company, at });
  if (story.decision) await recruiter("POST", `${at}/decision`, story.decision);
  return session.id;
}

type Taking = { answers: { [item: string]: unknown }; sections: number | undefined };

async function take(candidate: Ask, { answers, sections }: Taking): Promise<void> {
  const view = await candidate("POST", "/start", { consent: true });
  for (const { id } of view.sections.slice(0, sections)) {
    const { current } = await candidate("POST", `/sections/${id}/begin`, {});
    for (const { id: item } of current.items) {
      if (answers[item] !== undefined)
        await candidate("PUT", `/answers/${item}`, { value: answers[item], revision: 0 });
    }
    await candidate("POST", `/sections/${id}/submit`, {});
  }
}

async function interview(interviewer: Ask, { at, card }: { at: string; card: Card }): Promise<void> {
  const { id } = await interviewer("GET", "/me");
  const { categories } = await interviewer("GET", `${at}/interview`);
  const questions: string[] = categories.flatMap(({ questions: asked }: { questions: { id: string }[] }) =>
    asked.map((question) => question.id),
  );
  const ratings = questions.map((question) => {
    const value = card.ratings?.[question] ?? card.usual;
    return { question, value, observation: WORDS[value - 1] };
  });
  await interviewer("PUT", `${at}/scorecards/${id}`, { ratings });
  await interviewer("POST", `${at}/scorecards/${id}/lock`, {});
}

const WORDS = [
  "“I would ask somebody else to do that.”",
  "“It usually works out”; no example, asked twice.",
  "“We write tests for the main paths”, one example, no numbers.",
  "“I measured first: 3 of 4 slow requests were one query”, and how it was mended.",
  "“I wrote down what we'd see if I was wrong, and we saw it within an hour.”",
];

type Judging = { company: Company; at: string };

async function judge(
  { flag, observation, lifted }: NonNullable<Story["flag"]>,
  { company, at }: Judging,
): Promise<void> {
  const raised = await company.as("interviewer")("POST", `${at}/flags`, { flag, observation });
  if (lifted) await company.as("recruiter")("POST", `${at}/flags/${raised.id}/lift`, { reason: lifted });
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await wait(200)) if (await holds()) return;
  throw new Error("The product didn't come that far within a minute.");
}
