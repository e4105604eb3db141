import { describe, expect, test } from "vitest";
import { atsDesk } from "#test/builders/ats-desk.ts";
import recorded from "./recorded/recruitee.json" with { type: "json" };

const send = { body: recorded.send_candidate };

describe("Recruitee", () => {
  test("lists tests with name and id", async () => {
    const { call } = await atsDesk();
    expect((await call("recruitee-list-tests")).json).toEqual([{ name: "Small", id: "small" }]);
  });

  test("sends a candidate once for one report", async () => {
    const { call, at } = await atsDesk();
    const first = await call("recruitee-send-candidate", send);
    expect(first).toEqual({ status: 200, json: { order: expect.stringMatching(/^ord_/), status: "sent" } });
    expect(await call("recruitee-send-candidate", send)).toEqual(first);
    expect([...at.tables.heads.values()].map(({ candidate }) => candidate?.external_id)).toEqual(["1234567"]);
  });

  test("takes a test back by the report's id", async () => {
    const { call, at } = await atsDesk();
    const body = { report_id: recorded.send_candidate.report_id };
    expect(await call("recruitee-cancel-report", { body })).toMatchObject({ status: 404 });
    const { json } = await call("recruitee-send-candidate", send);
    expect(await call("recruitee-cancel-report", { body })).toEqual({
      status: 200,
      json: { order: json.order, status: "canceled" },
    });
    expect([...at.tables.heads.values()].map(({ status }) => status)).toEqual(["canceled"]);
  });
});
