import { describe, expect, test } from "vitest";
import { atsDesk } from "#test/builders/ats-desk.ts";
import { scored } from "#test/builders/scored-order.ts";
import recorded from "./recorded/workable.json" with { type: "json" };

const order = { body: recorded.assessments };

describe("Workable", () => {
  test("lists tests", async () => {
    const { call } = await atsDesk();
    expect((await call("workable-list-tests")).json).toEqual({ tests: [{ id: "small", name: "Small" }] });
  });

  test("creates one assessment for one callback address", async () => {
    const { call, at } = await atsDesk();
    const first = await call("workable-create-assessment", order);
    expect(first).toEqual({ status: 201, json: { assessment_id: expect.stringMatching(/^ord_/) } });
    expect(await call("workable-create-assessment", order)).toEqual(first);
    expect(at.tables.heads.size).toBe(1);
  });

  test("shares a link to the report once there is one", async () => {
    const { call, at } = await atsDesk();
    const { json } = await call("workable-create-assessment", order);
    const request = { parameters: { order: json.assessment_id } };
    expect(await call("workable-share-link", request)).toMatchObject({ status: 404, json: { status: 404 } });
    await scored(at, json.assessment_id);
    expect(await call("workable-share-link", request)).toEqual({
      status: 200,
      json: { url: expect.stringContaining("/report/#ses_"), ttl: 90, ttl_units: "days" },
    });
  });

  test("names status and message where it refuses", async () => {
    const { call } = await atsDesk();
    const body = { ...recorded.assessments, test_id: "gone" };
    const { json } = await call("workable-create-assessment", { body });
    expect(json).toMatchObject({ status: 404, message: 'There is no playbook "gone".' });
  });
});
