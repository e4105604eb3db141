import { describe, expect, test } from "vitest";
import { valueAtPath } from "#shared/domain/ats/generic/mapping.ts";
import { atsDesk } from "#test/builders/ats-desk.ts";

const mapping = {
  key: "$.application.id",
  stage: "$.stage.name",
  name: "$.application.people[0].name",
  email: "$.application.people[0].email",
  external_id: "$.application.id",
  playbooks: { Assessment: "small" },
  metadata: { job: "$.job.title" },
};
const webhook = {
  event: "stage_changed",
  stage: { name: "Assessment" },
  job: { title: "Back-end developer" },
  application: { id: 4711, people: [{ name: "Ada Example", email: "ada@example.com" }] },
};

async function connected() {
  const world = await atsDesk();
  await world.set("generic", { mapping });
  const send = (body: unknown) => world.call("generic-stage-changed", { body });
  return { ...world, send };
}

describe("a stage-changed webhook", () => {
  test("makes a session from what the mapping finds, and gives its link once", async () => {
    const { send, at } = await connected();
    const first = await send(webhook);
    expect(first).toEqual({
      status: 200,
      json: {
        order: expect.stringMatching(/^ord_/),
        session: expect.stringMatching(/^ses_/),
        created: true,
        url: expect.stringContaining(`/take/#${first.json.session}.`),
      },
    });
    expect(await send(webhook)).toEqual({ status: 200, json: { ...first.json, created: false, url: null } });
    expect([...at.tables.heads.values()]).toMatchObject([
      {
        candidate: { name: "Ada Example", email: "ada@example.com", external_id: "4711" },
        metadata: { job: "Back-end developer", ats: "generic" },
      },
    ]);
  });

  test("orders nothing at other stages", async () => {
    const { send, at } = await connected();
    for (const stage of [{ name: "Offer" }, { name: "toString" }, null]) {
      expect((await send({ ...webhook, stage })).json).toEqual({
        order: null,
        session: null,
        created: false,
        url: null,
      });
    }
    expect(at.tables.heads.size).toBe(0);
  });

  test("names the paths at which nothing fit stands", async () => {
    const { send } = await connected();
    const reply = await send({ ...webhook, application: { people: [{ email: "no address" }] } });
    expect(reply).toMatchObject({
      status: 400,
      json: { errors: [{ path: "$.application.id" }, { path: "$.application.people[0].email" }] },
    });
  });

  test("is refused until a mapping is set", async () => {
    const { call } = await atsDesk();
    expect(await call("generic-stage-changed", { body: webhook })).toMatchObject({
      status: 422,
      json: { code: "not_connected" },
    });
  });

  test("is not mailed for where the company's own system invites", async () => {
    const { send, at } = await connected();
    const { json } = await send(webhook);
    expect(await at.links.list(json.session)).toEqual([]);
  });
});

test("paths name own members alone", () => {
  expect(valueAtPath({ a: [{ b: 1 }] }, "$.a[0].b")).toBe(1);
  for (const path of ["$.a[1].b", "$.constructor", "$.a.length.x", "$.a[0].b.c"]) {
    expect(valueAtPath({ a: [{ b: 1 }] }, path)).toBeUndefined();
  }
});
