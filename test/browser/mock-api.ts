import type { IncomingMessage } from "node:http";
import type { TakeView } from "#shared/contracts/shapes/take.ts";
import { STANDARD_NOTICES } from "#shared/domain/company/notices.ts";
import type { Json } from "#shared/domain/foundation/json.ts";
import type { Accommodation } from "#shared/domain/session/facts.ts";
import { everyType, sampleSections } from "./sample-view.ts";

type Stored = { value: Json; revision: number; saved_at: string };
type Progress = { opened_at: number; deadline: number | null; closed?: "submitted" | "timeout"; closed_at?: number };
export type Reply = { status: number; body: unknown; headers?: { [name: string]: string } };

const MINUTE = 60_000;
const PAUSE = 2 * MINUTE;
const time = (at: number) => new Date(at).toISOString();
const sameJson = (left: Json, right: Json) => JSON.stringify(left) === JSON.stringify(right);

export type MockOptions = {
  name?: string;
  accommodation?: Accommodation;
  /** Scales every section, so that a test needn't wait. */
  pace?: number;
  redirect_url?: string;
  titles?: { [section: string]: string };
};

/** One session behind the candidate's API, in memory, with a clock that a test can push. */
export class MockApi {
  status: TakeView["status"] = "invited";
  /** Milliseconds that the server's clock is ahead of the machine's. */
  ahead = 0;
  readonly saves: { item: string; value: Json; revision: number }[] = [];
  request: TakeView["accommodation_request"] = null;
  shared: TakeView["shared"];
  readonly answers = new Map<string, Stored>();
  readonly late: { item: string; value: Json }[] = [];
  readonly #progress = new Map<string, Progress>();
  readonly #options: MockOptions;
  #pauseFrom: number | null = null;

  constructor(options: MockOptions = {}) {
    this.#options = options;
  }

  now(): number {
    return Date.now() + this.ahead;
  }

  /** Starts the session and opens a section, those before it handed in. */
  jumpTo(section: string): void {
    this.status = "in_progress";
    for (this.#openNext(); this.#open()?.section.id !== section; this.#openNext()) {
      this.#close(this.#open()!.section.id, "submitted");
    }
  }

  /** Gives the open section more time. */
  grant(minutes: number): void {
    const open = this.#open();
    if (open?.progress.deadline) open.progress.deadline += minutes * MINUTE;
  }

  /** Leaves the open section so many milliseconds. */
  leave(milliseconds: number): void {
    const open = this.#open();
    if (open) open.progress.deadline = this.now() + milliseconds;
  }

  /** Another tab or device saves an answer. */
  saveElsewhere(item: string, value: Json): void {
    const revision = (this.answers.get(item)?.revision ?? 0) + 1;
    this.answers.set(item, { value, revision, saved_at: time(this.now()) });
  }

  async handle(request: IncomingMessage, body: unknown): Promise<Reply> {
    if (request.headers.authorization !== "Bearer ses_mock.secret")
      return problem(401, "unauthenticated", "Who is calling is not known.");
    this.#advance();
    const path = (request.url ?? "").replace("/v1/take", "");
    const [, first, second, third] = path.split("/");
    if (!first) return ok(this.view());
    if (first === "start") return this.#start();
    if (first === "accommodation-request") return this.#askForTime((body as { text: string }).text);
    if (first === "objections") return this.#object(body as { item: string; text: string });
    if (first === "withdraw") return this.#end("withdrawn");
    if (first === "receipt") return ok(this.#receipt());
    if (first === "export") return ok({ session: "ses_mock", exported_at: time(this.now()), entries: [] });
    if (first === "answers") return this.#save(second ?? "", body as { value: Json; revision: number });
    if (first === "items") return ok({ runs: sampleRuns(second ?? "") });
    return third === "begin" ? this.#begin(second ?? "") : this.#submit(second ?? "");
  }

  view(): TakeView {
    const open = this.#open();
    const upcoming = this.#upcoming();
    const running = this.status === "in_progress";
    return {
      status: this.status,
      accommodation_request: this.request,
      candidate: { name: this.#options.name ?? "Ada Lovelace" },
      playbook: {
        title: "Back-End Developer",
        summary: "An assessment for a mid-level back-end developer: reasoning, code, judgement, writing and care.",
        language: "en",
        minutes: "30",
        pause_minutes: "2",
        share_with_candidate: "score",
      },
      accommodation: this.#options.accommodation ?? null,
      expires_at: "2031-05-04T12:00:00.000Z",
      server_time: time(this.now()),
      next: this.status === "invited" ? "start" : !running ? "done" : open ? "answer" : "begin",
      sections: sampleSections.map((section) => this.#sectionView(section)),
      ...(this.status === "invited" && { practice: everyType, notices: STANDARD_NOTICES }),
      ...(running && open && { current: this.#current(open) }),
      ...(running && !open && upcoming && { upcoming: { section: upcoming.id, opens_at: this.#opensAt() } }),
      redirect_url: this.#options.redirect_url ?? null,
      ...(this.status === "decided" && this.shared && { shared: this.shared }),
    };
  }

  #askForTime(text: string): Reply {
    this.request = { text, at: time(this.now()), state: "open", reason: null };
    return ok(this.view());
  }

  #object({ item, text }: { item: string; text: string }): Reply {
    this.shared = { ...this.shared!, objection: { item, text, at: time(this.now()) } };
    return { status: 201, body: this.view() };
  }

  #sectionView({ id, title, minutes, items }: (typeof sampleSections)[number]): TakeView["sections"][number] {
    const progress = this.#progress.get(id);
    return {
      id,
      title: this.#options.titles?.[id] ?? title,
      minutes: String(minutes),
      items: items.length,
      status: progress ? (progress.closed ? "closed" : "open") : "waiting",
      ...(progress?.closed && { closed: progress.closed }),
    };
  }

  #current({ section, progress }: { section: (typeof sampleSections)[number]; progress: Progress }) {
    const kept = section.items.flatMap(({ id }) =>
      this.answers.has(id) ? [[id, this.answers.get(id)!] as const] : [],
    );
    return {
      section: section.id,
      ...(section.introduction && { introduction: section.introduction }),
      opened_at: time(progress.opened_at),
      deadline: progress.deadline === null ? null : time(progress.deadline),
      items: section.items,
      answers: Object.fromEntries(kept),
    };
  }

  #open() {
    const section = sampleSections.find(({ id }) => this.#progress.has(id) && !this.#progress.get(id)!.closed);
    return section && { section, progress: this.#progress.get(section.id)! };
  }

  #upcoming() {
    return sampleSections.find(({ id }) => !this.#progress.has(id));
  }

  #opensAt(): string | null {
    return this.#pauseFrom === null ? null : time(this.#pauseFrom + PAUSE);
  }

  #advance(): void {
    const open = this.#open();
    if (open?.progress.deadline && this.now() >= open.progress.deadline) this.#close(open.section.id, "timeout");
    if (this.#pauseFrom !== null && this.now() >= this.#pauseFrom + PAUSE) this.#openNext();
  }

  #close(section: string, closed: "submitted" | "timeout"): void {
    const progress = this.#progress.get(section)!;
    Object.assign(progress, { closed, closed_at: this.now() });
    this.#pauseFrom = this.#upcoming() ? this.now() : null;
    if (!this.#upcoming()) this.status = "grading";
  }

  #openNext(): void {
    const next = this.#upcoming();
    if (!next) return;
    const untimed = this.#options.accommodation?.kind === "untimed";
    const length = next.minutes * MINUTE * (this.#options.pace ?? 1);
    this.#progress.set(next.id, { opened_at: this.now(), deadline: untimed ? null : this.now() + length });
    this.#pauseFrom = null;
  }

  #start(): Reply {
    this.status = "in_progress";
    return ok(this.view());
  }

  #end(status: TakeView["status"]): Reply {
    this.status = status;
    return ok(this.view());
  }

  #begin(section: string): Reply {
    if (this.#upcoming()?.id === section) this.#openNext();
    return ok(this.view());
  }

  #submit(section: string): Reply {
    if (this.#open()?.section.id === section) this.#close(section, "submitted");
    return ok(this.view());
  }

  #save(item: string, { value, revision }: { value: Json; revision: number }): Reply {
    const stored = this.answers.get(item);
    if (stored?.revision === revision + 1 && sameJson(stored.value, value)) return ok(replyOf(stored));
    if (!this.#open()?.section.items.some(({ id }) => id === item)) {
      this.late.push({ item, value });
      return problem(409, "section_closed", "The section was closed before this arrived.", { kept: true });
    }
    if ((stored?.revision ?? 0) !== revision) {
      return problem(409, "revision_conflict", "This answer was changed elsewhere.", { answer: stored ?? null });
    }
    const kept = { value, revision: revision + 1, saved_at: time(this.now()) };
    this.answers.set(item, kept);
    this.saves.push({ item, value, revision });
    return ok(replyOf(kept));
  }

  #receipt() {
    return {
      session: "ses_mock",
      status: this.status,
      playbook: "back-end-developer@1",
      submitted_at: time(this.now()),
      sections: sampleSections.map(({ id, title, items }) => {
        const progress = this.#progress.get(id);
        const answers = items.flatMap((item) => {
          const stored = this.answers.get(item.id);
          return stored ? [{ item: item.id, title: item.title, ...replyOf(stored), late: false }] : [];
        });
        const at = progress?.closed_at;
        return { id, title, closed_at: at ? time(at) : null, closed: progress?.closed ?? null, answers };
      }),
      head: { seq: 42, hash: "5d41".repeat(16), signature: "MEQCIG".repeat(12), key_id: "9f86".repeat(16) },
    };
  }
}

const ok = (body: unknown): Reply => ({ status: 200, body });
const replyOf = ({ revision, saved_at }: Stored) => ({ revision, saved_at });

function problem(status: number, code: string, detail: string, data: object = {}): Reply {
  return {
    status,
    body: { ...data, type: `urn:assay:problem:${code}`, title: code, status, detail, code, request_id: "req_1" },
  };
}

function sampleRuns(item: string) {
  const run = { outcome: "ok", message: null, console: "" };
  return [
    { ...run, id: "two", title: "Two customers", passed: true, actual: '{"ada":12.5}', expected: '{"ada":12.5}' },
    {
      ...run,
      id: "none",
      title: `No orders (${item})`,
      passed: false,
      outcome: "threw",
      actual: null,
      expected: "{}",
      message: "TypeError: Cannot read properties of undefined (reading 'amount')",
      console: "called with []\n",
    },
  ];
}
