import type { Json } from "#shared/domain/foundation/json.ts";
import { Refusal } from "#shared/domain/foundation/refusal.ts";
import type { CandidateView, CurrentSection } from "#shared/domain/session/view.ts";
import { beginSection } from "#shared/use-cases/begin-section.ts";
import { saveAnswer } from "#shared/use-cases/save-answer.ts";
import { startSession } from "#shared/use-cases/start-session.ts";
import { submitSection } from "#shared/use-cases/submit-section.ts";
import { viewSession } from "#shared/use-cases/view-session.ts";
import { withdrawSession } from "#shared/use-cases/withdraw-session.ts";
import { NoAnswer } from "./chaos.ts";
import type { SimulatedPorts } from "./plant.ts";
import type { Random } from "./random.ts";
import type { Scheduler } from "./scheduler.ts";

/** Sends one request to whichever process takes it. */
export type Send = <T>(request: (ports: SimulatedPorts) => Promise<T>) => Promise<T>;

/** What the candidate was told; the product is held to it. */
export type Promises = {
  saved: { item: string; value: Json; revision: number }[];
  late: { item: string; value: Json }[];
  submitted: Set<string>;
};

export type Tab = {
  name: string;
  session: string;
  random: Random;
  scheduler: Scheduler;
  send: Send;
  promises: Promises;
  /** Whether the candidate gives up in the middle. */
  withdraws: boolean;
  /** How many values were typed, so that each is told from all others. */
  typed: number;
};

/** One browser tab: draws what the server says, types, saves, and tries again while nothing answers. */
export async function runTab(tab: Tab): Promise<void> {
  for (;;) {
    await tab.scheduler.sleep(tab.random.between(100, 5_000));
    const view = await answered(tab, (ports) => viewSession(ports)({ session: tab.session }));
    if (view instanceof Refusal || view.next === "done") return;
    await act(tab, view);
  }
}

async function act(tab: Tab, view: CandidateView): Promise<void> {
  const { session, random } = tab;
  if (view.next === "start") await answered(tab, (ports) => startSession(ports)({ session }));
  if (view.upcoming && random.chance(0.6)) {
    const { section } = view.upcoming;
    await answered(tab, (ports) => beginSection(ports)({ session, section }));
  }
  if (view.current) await workOn(tab, view.current);
}

async function workOn(tab: Tab, { section, items, answers }: CurrentSection): Promise<void> {
  const { random, scheduler, session, promises } = tab;
  const revisions = new Map(Object.entries(answers).map(([item, { revision }]) => [item, revision]));
  for (let pauses = random.between(0, 5); pauses > 0; pauses--) {
    if (!(await type(tab, random.pick(items).id, revisions))) return;
    await scheduler.sleep(random.chance(0.05) ? random.between(20_000, 300_000) : random.between(200, 6_000));
  }
  if (tab.withdraws && random.chance(0.3)) {
    await answered(tab, (ports) => withdrawSession(ports)({ session }));
  }
  if (random.chance(0.4)) {
    promises.submitted.add(section);
    await answered(tab, (ports) => submitSection(ports)({ session, section }));
  }
}

/** Saves a new value of an item until it is answered. @returns false once it is too late */
async function type(tab: Tab, item: string, revisions: Map<string, number>): Promise<boolean> {
  const value = tab.random.chance(0.1) ? null : `${tab.name} ${tab.typed++}`;
  for (let attempt = 0; attempt < 3; attempt++) {
    const save = { item, value, revision: revisions.get(item) ?? 0 };
    const reply = await answered(tab, (ports) => saveAnswer(ports)({ session: tab.session, ...save }));
    if (!(reply instanceof Refusal)) {
      tab.promises.saved.push({ item, value, revision: reply.revision });
      revisions.set(item, reply.revision);
      return true;
    }
    if (reply.code !== "revision_conflict") {
      if (reply.data["kept"] === true) tab.promises.late.push({ item, value });
      return false;
    }
    revisions.set(item, (reply.data["answer"] as { revision: number } | null)?.revision ?? 0);
  }
  return true;
}

/** Tries again while nothing answers; sometimes a request goes out twice. */
async function answered<T>(tab: Tab, request: (ports: SimulatedPorts) => Promise<T>): Promise<T | Refusal> {
  for (;;) {
    try {
      if (tab.random.chance(0.1)) void tab.send(request).catch(() => undefined);
      return await tab.send(request);
    } catch (error) {
      if (error instanceof Refusal && error.code !== "busy") return error;
      if (!(error instanceof Refusal || error instanceof NoAnswer)) throw error;
      await tab.scheduler.sleep(tab.random.between(200, 3_000));
    }
  }
}
