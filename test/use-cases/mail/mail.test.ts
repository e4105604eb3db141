import { describe, expect, test } from "vitest";
import { serveExtendSession } from "#functions/staff/extend-session.ts";
import { buildEvent } from "#shared/domain/events/build.ts";
import { MailRefused } from "#shared/ports/mail.ts";
import type { WebhookEndpoint } from "#shared/ports/webhooks.ts";
import { cancelSession } from "#shared/use-cases/cancel-session.ts";
import { createSession } from "#shared/use-cases/create-session.ts";
import { disableEndpoint } from "#shared/use-cases/disable-endpoint.ts";
import { startSession } from "#shared/use-cases/start-session.ts";
import { invite } from "#test/builders/desk.ts";
import { gradeSmall, takeSmall } from "#test/builders/scored-order.ts";
import { sendingDesk } from "#test/builders/sending-desk.ts";

const HOUR = 3_600_000;
const PERSON = { name: "Ada Example", email: "ada@example.com" };

async function invited() {
  const world = await sendingDesk();
  const session = await invite(world.at);
  await world.dispatch(session.id);
  return { ...world, session };
}

type World = Awaited<ReturnType<typeof invited>>;

const extend = ({ at, session }: World, expires_at: string) =>
  serveExtendSession(at)({
    caller: { kind: "machine", id: "key_1", label: "", scopes: [], actor: { id: "key_1", roles: [], delegate: false } },
    parameters: { session: session.id },
    query: undefined,
    body: { expires_at },
  });

describe("an invitation", () => {
  test("carries the link that opens the session", async () => {
    const { mailer, session } = await invited();
    expect(mailer.sent).toHaveLength(1);
    const [mail] = mailer.sent;
    expect(mail).toMatchObject({
      to: ["ada@example.com"],
      subject: "Example Company invites you to an assessment: Small",
      tags: { stream: session.id },
    });
    expect(mail!.text).toContain(session.url);
    expect(mail!.html).toContain(`href="${session.url}"`);
  });

  test("goes out once, however often and however much at once events are handed out", async () => {
    const world = await sendingDesk();
    const session = await invite(world.at);
    await Promise.all([1, 2, 3, 4, 5].map(() => world.dispatch(session.id)));
    await world.dispatch(session.id);
    world.at.clock.advance(HOUR);
    await world.sweep();
    expect(world.mailer.sent).toHaveLength(1);
  });

  test("is tried again after a failure, until it is refused for good", async () => {
    const world = await sendingDesk();
    world.mailer.failNext(new Error("throttled"), new MailRefused("no such identity"));
    const session = await invite(world.at);
    await world.dispatch(session.id);
    world.at.clock.advance(10_000);
    await world.sweep();
    world.at.clock.advance(HOUR);
    await world.sweep();
    expect(world.mailer.sent).toEqual([]);
    const [errand] = [...world.at.errands.all.values()];
    expect(errand).toMatchObject({ state: "failed", attempts: [{ error: "Error" }, { error: "MailRefused" }] });
  });

  test("is not sent where the company wants no mail, and no link is kept", async () => {
    const world = await sendingDesk();
    await world.setMail({ enabled: false });
    const session = await invite(world.at);
    await world.dispatch(session.id);
    await world.setMail({ enabled: true });
    await world.dispatch(session.id);
    expect(world.mailer.sent).toEqual([]);
    expect(await world.at.links.list(session.id)).toEqual([]);
  });

  test("is not sent any more once it was taken back", async () => {
    const world = await sendingDesk();
    const session = await invite(world.at);
    await cancelSession(world.at)({ session: session.id, reason: null, actor: "key_1" });
    await world.dispatch(session.id);
    expect(world.mailer.sent).toEqual([]);
  });
});

test("what is committed while older events are handed out is followed, too, before it is handed out", async () => {
  const world = await sendingDesk();
  const session = await invite(world.at);
  const { open } = world.ports.outbox;
  let reads = 0;
  world.ports.outbox.open = async (stream) => {
    if (++reads === 1) await takeSmall(world.at, session.id);
    return open(stream);
  };
  await Promise.all([world.dispatch(session.id), world.dispatch(session.id)]);
  expect(await open(session.id)).toEqual([]);
  expect(world.subjects()).toContain("We have your assessment: Small");
});

describe("a reminder", () => {
  test("comes two days before the end to whoever has not started", async () => {
    const world = await invited();
    world.at.clock.advance(11.9 * 24 * HOUR);
    await world.sweep();
    expect(world.mailer.sent).toHaveLength(1);
    world.at.clock.advance(0.2 * 24 * HOUR);
    await world.sweep();
    await world.sweep();
    expect(world.subjects().slice(1)).toEqual(["Still open: your assessment for Example Company"]);
    expect(world.mailer.sent[1]!.text).toContain(world.session.url);
  });

  test("doesn't come to whoever has started", async () => {
    const world = await invited();
    await startSession(world.at)({ session: world.session.id });
    world.at.clock.advance(12.1 * 24 * HOUR);
    await world.sweep();
    expect(world.mailer.sent).toHaveLength(1);
  });

  test("moves with the end", async () => {
    const world = await invited();
    await extend(world, "2026-03-25T09:00:00.000Z");
    await world.sweep();
    world.at.clock.advance(12.1 * 24 * HOUR);
    await world.sweep();
    const told = () => world.subjects().filter((subject) => subject.startsWith("Still open"));
    expect(told()).toHaveLength(0);
    world.at.clock.advance(10 * 24 * HOUR);
    await world.sweep();
    expect(told()).toHaveLength(1);
  });
});

describe("more time", () => {
  test("is told once for each new end", async () => {
    const world = await invited();
    for (const end of ["2026-03-20T09:00:00.000Z", "2026-03-20T09:00:00.000Z", "2026-03-25T09:00:00.000Z"]) {
      await extend(world, end);
      for (const errand of world.at.errandRuns.woken.splice(0)) await world.deliver({ errand });
    }
    const told = world.mailer.sent.filter(({ subject }) => subject.startsWith("More time"));
    expect(told.map(({ text }) => /Open until: (.*)/.exec(text)![1])).toEqual([
      "20 March 2026 at 09:00 UTC",
      "25 March 2026 at 09:00 UTC",
    ]);
  });

  test("that was refused is not told", async () => {
    const world = await invited();
    await expect(extend(world, "2020-01-01T00:00:00.000Z")).rejects.toMatchObject({ code: "invalid_expiry" });
    world.at.clock.advance(HOUR);
    await world.sweep();
    expect(world.mailer.sent).toHaveLength(1);
  });
});

describe("a receipt", () => {
  test("comes when all is handed in; the link is forgotten then", async () => {
    const world = await invited();
    await takeSmall(world.at, world.session.id);
    await world.dispatch(world.session.id);
    expect(world.subjects().slice(1)).toEqual(["We have your assessment: Small"]);
    expect(await world.at.links.list(world.session.id)).toEqual([]);
  });
});

describe("mail to staff", () => {
  const STAFF = ["ops@example.com", "it@example.com"];
  const ENDPOINT: WebhookEndpoint = {
    ...{ id: "whe_1", url: "https://hooks.example.com", events: ["*"], description: null, enabled: true },
    ...{ disabled_reason: null, failing_since: null, secrets: [{ secret: "whsec_MfKQ", expires_at: null }] },
    ...{ public_key_signature: false, created_at: "2026-03-01T09:00:00.000Z" },
  };

  async function withStaff() {
    const world = await sendingDesk();
    await world.setMail({ staff: STAFF });
    await world.ports.endpoints.save(ENDPOINT);
    return world;
  }

  test.each([
    ["failing", "For five days nothing but failures came back"],
    ["gone", "answered that it is gone (410)"],
  ] as const)("tells that an endpoint was given up (%s)", async (reason, why) => {
    const world = await withStaff();
    await disableEndpoint(world.ports)({ endpoint: "whe_1", reason });
    for (let time = 0; time < 3; time++) await world.dispatch("org");
    expect(world.mailer.sent).toMatchObject([{ to: STAFF, subject: "A webhook endpoint was given up" }]);
    expect(world.mailer.sent[0]!.text).toContain(why);
  });

  test("doesn't tell whoever disabled an endpoint by hand", async () => {
    const world = await withStaff();
    await disableEndpoint(world.ports)({ endpoint: "whe_1", reason: "by_hand" });
    await world.dispatch("org");
    expect(world.mailer.sent).toEqual([]);
  });

  test("warns once of an endpoint that has failed for a day, and again after it had recovered, and tells the end", async () => {
    const world = await withStaff();
    const failFor = async (hours: number, status = 500) => {
      for (let hour = 0; hour < hours; hour += 6) {
        const session = await createSession(world.at)({ playbook: "small", candidate: PERSON, actor: "key_1" });
        world.answer(status);
        await world.dispatch(session.id);
        world.at.clock.advance(6 * HOUR);
        await world.sweep();
      }
    };
    await world.setMail({ enabled: true, staff: STAFF });
    const told = () => world.subjects().filter((subject) => subject.startsWith("A webhook"));
    await failFor(24);
    expect(told()).toEqual([]);
    await failFor(48);
    expect(told()).toEqual(["A webhook endpoint fails"]);
    await failFor(6, 200);
    await failFor(36);
    expect(told()).toEqual(["A webhook endpoint fails", "A webhook endpoint fails"]);
    const warning = world.mailer.sent.findLast(({ subject }) => subject.startsWith("A webhook"))!;
    expect(warning.to).toEqual(STAFF);
    expect(warning.text).toMatch(/Failing since: 4 March 2026[\s\S]*Disabled at: 9 March 2026/);
    await failFor(120);
    await world.dispatch("org");
    expect(told().slice(2)).toEqual(["A webhook endpoint was given up"]);
  });

  test("tells once a session that a review waits, however often its result changes", async () => {
    const world = await invited();
    await world.setMail({ staff: STAFF });
    await takeSmall(world.at, world.session.id);
    await gradeSmall(world.at, world.session.id);
    const head = world.at.tables.heads.get(world.session.id)!;
    world.at.tables.heads.set(world.session.id, { ...head, open_reviews: 2 });
    await world.dispatch(world.session.id);
    const told = () => world.subjects().filter((subject) => subject.startsWith("A review"));
    expect(told()).toEqual(["A review is waiting: Small"]);
    expect(world.mailer.sent.at(-1)!.to).toEqual(STAFF);
    for (const sequence of [90, 91]) {
      const event = { type: "result.updated", stream: head.id, sequence, at: world.at.clock.now(), data: {} } as const;
      const updated = buildEvent({ ...event, id: `evt_${sequence}` });
      world.at.tables.events.set(updated.id, { event: updated, open: true });
      await world.dispatch(world.session.id);
    }
    expect(told()).toHaveLength(1);
  });

  test("says nothing of a session whose grades wait for nobody", async () => {
    const world = await invited();
    await world.setMail({ staff: STAFF });
    await takeSmall(world.at, world.session.id);
    await gradeSmall(world.at, world.session.id);
    const head = world.at.tables.heads.get(world.session.id)!;
    world.at.tables.heads.set(world.session.id, { ...head, open_reviews: 0 });
    await world.dispatch(world.session.id);
    expect(world.mailer.sent.filter(({ to }) => to === STAFF)).toEqual([]);
  });
});

describe("mail that comes back", () => {
  const bounce = (session: string, bounceType = "Permanent") => ({
    Records: [
      {
        EventSource: "aws:sns",
        Sns: {
          Message: JSON.stringify({
            eventType: "Bounce",
            bounce: { bounceType, bouncedRecipients: [{ emailAddress: "Ada@Example.com", status: "5.1.1" }] },
            mail: { messageId: "1", tags: { errand: ["mail_1"], stream: [session], "ses:caller-identity": ["x"] } },
          }),
        },
      },
    ],
  });

  test("ends writing to that address, and is told without it", async () => {
    const world = await invited();
    await world.deliver(bounce(world.session.id));
    await world.deliver(bounce(world.session.id));
    const facts = (await world.at.journal.read("org")).filter(({ kind }) => kind === "mail.bounced");
    expect(facts.map(({ payload }) => payload)).toEqual([
      { stream: world.session.id, mail: "mail_1", reason: "bounce" },
    ]);
    await takeSmall(world.at, world.session.id);
    await world.dispatch(world.session.id);
    expect(world.mailer.sent).toHaveLength(1);
    expect(JSON.stringify([facts, world.lines])).not.toMatch(/ada@example/i);
  });

  test("for a while only is tried again by the mail service itself", async () => {
    const world = await invited();
    await world.deliver(bounce(world.session.id, "Transient"));
    await world.deliver({ Records: [{ Sns: { Message: "Successfully validated SNS topic." } }] });
    expect((await world.at.journal.read("org")).filter(({ kind }) => kind === "mail.bounced")).toEqual([]);
  });
});
