import { describe, expect, test } from "vitest";
import { cancelSession } from "#shared/use-cases/cancel-session.ts";
import { atsDesk } from "#test/builders/ats-desk.ts";
import { scored } from "#test/builders/scored-order.ts";
import recorded from "./recorded/greenhouse.json" with { type: "json" };

const send = { body: recorded.send_test };

describe("Greenhouse", () => {
  test("lists tests as strings", async () => {
    const { call } = await atsDesk();
    expect(await call("greenhouse-list-tests")).toEqual({
      status: 200,
      json: [{ partner_test_id: "small", partner_test_name: "Small" }],
    });
  });

  test("sends a test: one session with the candidate's name and address", async () => {
    const { call, at } = await atsDesk();
    const { status, json } = await call("greenhouse-send-test", send);
    expect({ status, json }).toEqual({ status: 200, json: { partner_interview_id: expect.stringMatching(/^ord_/) } });
    const [head] = [...at.tables.heads.values()];
    expect(head).toMatchObject({
      candidate: { name: "Harry Potter", email: "hpotter@hogwarts.example" },
      metadata: { ats: "greenhouse", order: json.partner_interview_id },
    });
  });

  test("sends the same test once, however often and however much at once it is asked", async () => {
    const { call, at } = await atsDesk();
    const replies = await Promise.all([1, 2, 3, 4].map(() => call("greenhouse-send-test", send)));
    replies.push(await call("greenhouse-send-test", send));
    expect(new Set(replies.map(({ json }) => json.partner_interview_id)).size).toBe(1);
    expect(at.tables.heads.size).toBe(1);
  });

  test("invites anew under the same key once the session is over without a result", async () => {
    const { call, at } = await atsDesk();
    const first = await call("greenhouse-send-test", send);
    at.clock.advance(15 * 86_400_000);
    const second = await call("greenhouse-send-test", send);
    expect(second.json.partner_interview_id).not.toBe(first.json.partner_interview_id);
    const [session] = [...at.tables.heads.keys()].slice(-1);
    await cancelSession(at)({ session: session!, reason: null, actor: "test" });
    await call("greenhouse-send-test", send);
    expect(at.tables.heads.size).toBe(3);
    expect([...at.orders.all.values()].map(({ round }) => round)).toEqual([1, 2, 3]);
  });

  test("says how a test stands, with nulls rather than missing keys", async () => {
    const { call } = await atsDesk();
    const { json } = await call("greenhouse-send-test", send);
    const query = { partner_interview_id: json.partner_interview_id };
    expect((await call("greenhouse-test-status", { query })).json).toEqual({
      partner_status: "sent",
      partner_profile_url: null,
      partner_score: null,
      metadata: {},
    });
  });

  test("says complete with a report and a number", async () => {
    const { call, at, set } = await atsDesk();
    await set("greenhouse", { pass_mark: "50" });
    const { json } = await call("greenhouse-send-test", send);
    await scored(at, json.partner_interview_id);
    const query = { partner_interview_id: json.partner_interview_id };
    expect((await call("greenhouse-test-status", { query })).json).toEqual({
      partner_status: "complete",
      partner_profile_url: expect.stringMatching(/^https:\/\/assay\.example\/report\/#ses_\w+\.\w+\.[\w-]{43}$/),
      partner_score: 66.67,
      metadata: { Outcome: "passed" },
    });
  });

  test("knows no order of another system", async () => {
    const { call } = await atsDesk();
    const query = { partner_interview_id: "ord_unknown" };
    const reply = await call("greenhouse-test-status", { query });
    expect(reply).toMatchObject({ status: 404, json: { code: "order_not_found", message: expect.any(String) } });
  });

  test("notes an error of ours without repeating names or addresses", async () => {
    const { call, lines } = await atsDesk();
    const reply = await call("greenhouse-response-error", { body: recorded.response_error });
    expect(reply).toEqual({ status: 200, json: { received: true } });
    expect(lines.join()).not.toMatch(/Potter|hogwarts/);
  });

  test("refuses to send results to a host that isn't Greenhouse's", async () => {
    const { call } = await atsDesk();
    for (const url of ["https://evil.example/x", "https://greenhouse.io.evil.example/", "https://xgreenhouse.io/"]) {
      const reply = await call("greenhouse-send-test", { body: { ...recorded.send_test, url } });
      expect(reply).toMatchObject({ status: 422, json: { code: "address_refused" } });
    }
  });

  test("refuses while nobody would invite the candidate", async () => {
    const { call, setMail, at } = await atsDesk();
    await setMail({ enabled: false });
    expect(await call("greenhouse-send-test", send)).toMatchObject({ status: 422, json: { code: "mail_off" } });
    expect(at.tables.heads.size).toBe(0);
  });

  test("is called with a key of its own", async () => {
    const { call } = await atsDesk();
    const headers = { authorization: `Basic ${btoa("ask_wrong:")}` };
    expect(await call("greenhouse-list-tests", { headers })).toMatchObject({ status: 401 });
  });
});
