import { describe, expect, test } from "vitest";
import { atsDesk } from "#test/builders/ats-desk.ts";
import recorded from "./recorded/ashby.json" with { type: "json" };

const start = { body: recorded["assessment.start"] };

describe("Ashby", () => {
  test("lists assessments, with and without a body", async () => {
    const { call } = await atsDesk();
    for (const body of [undefined, {}, { cursor: null }]) {
      expect(await call("ashby-list-assessments", { body })).toEqual({
        status: 200,
        json: { success: true, results: [{ assessment_type_id: "small", name: "Small" }] },
      });
    }
  });

  test("starts an assessment and pushes its first status in the same answer", async () => {
    const { call, at } = await atsDesk();
    const { status, json } = await call("ashby-start-assessment", start);
    const { assessment_id } = json.results;
    expect({ status, json }).toEqual({
      status: 200,
      json: {
        success: true,
        results: {
          assessment_id: expect.stringMatching(/^ord_/),
          update_request: {
            assessment_id,
            timestamp: Date.parse(at.clock.now()),
            assessment_status: { identifier: "status", label: "Status", type: "string", value: "Invited" },
          },
        },
      },
    });
    const [head] = [...at.tables.heads.values()];
    expect(head!.candidate).toEqual({ name: "Ada Example", email: "ada@example.com", external_id: "app-4711" });
    expect(head!.metadata).toMatchObject({ ashby_job: "job-42", job: "Back-end developer" });
  });

  test("says 409 with a message for an application that has this assessment already", async () => {
    const { call, at } = await atsDesk();
    await call("ashby-start-assessment", start);
    const again = await call("ashby-start-assessment", start);
    expect(again).toMatchObject({ status: 409, json: { message: "This application has this assessment already." } });
    expect(at.tables.heads.size).toBe(1);
  });

  test("cancels once and again, and leaves alone what is handed in", async () => {
    const { call, at } = await atsDesk();
    const { json } = await call("ashby-start-assessment", start);
    const body = { assessment_id: json.results.assessment_id };
    for (const _ of [1, 2]) {
      expect(await call("ashby-cancel-assessment", { body })).toEqual({
        status: 200,
        json: { success: true, results: body },
      });
    }
    expect([...at.tables.heads.values()].map(({ status }) => status)).toEqual(["canceled"]);
  });
});
