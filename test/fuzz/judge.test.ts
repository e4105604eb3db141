import { describe, expect, test } from "vitest";
import { describedOperations, type Reply } from "./document.ts";
import { type Evidence, faultsOf, said } from "./judge.ts";
import type { Sent } from "./request.ts";
import { openStage } from "./stage.ts";

/** A candidate's look at the own session, answered as it should be. */
async function lookedAt() {
  const stage = await openStage();
  const [own, other] = [await stage.taking("Own", null), await stage.taking("Other", null)];
  const described = describedOperations().find(({ operationId }) => operationId === "view-session")!;
  const event = {
    routeKey: "GET /v1/take",
    rawPath: "/v1/take",
    headers: { authorization: `Bearer ${own.token}` },
    requestContext: { requestId: "req-1", http: { method: "GET" } },
  } as unknown as Sent["event"];
  const before = stage.lengths();
  const reply = (await stage.call("candidate", event)) as Reply;
  const sent: Sent = { event, described, zone: "candidate", session: own, credential: "candidate" };
  return { stage, own, other, evidence: { sent, reply, stage, sessions: [own, other], before } satisfies Evidence };
}

const withBody = (evidence: Evidence, change: (body: { [name: string]: unknown }) => object): Evidence => ({
  ...evidence,
  reply: { ...evidence.reply, body: JSON.stringify(change(JSON.parse(evidence.reply.body!))) },
});

describe("the fuzzer's judge", () => {
  test("finds nothing in an answer as it should be", async () => {
    expect(faultsOf((await lookedAt()).evidence)).toEqual([]);
  });

  test("sees a member that isn't documented, one that is missing, and a status that isn't", async () => {
    const { evidence } = await lookedAt();
    expect(faultsOf(withBody(evidence, (body) => ({ ...body, key: "4" })))).toHaveLength(1);
    expect(faultsOf(withBody(evidence, ({ next: _, ...body }) => body))).toHaveLength(1);
    expect(faultsOf({ ...evidence, reply: { ...evidence.reply, statusCode: 203 } })).toHaveLength(1);
    expect(faultsOf({ ...evidence, reply: { ...evidence.reply, statusCode: 500 } })).not.toEqual([]);
  });

  test("sees what is another's, read or written", async () => {
    const { evidence, other, stage } = await lookedAt();
    const shown = withBody(evidence, (body) => ({ ...body, redirect_url: `https://x.example/${other.markers[0]}` }));
    expect(faultsOf(shown)).toEqual([`shows ${other.markers[0]}`]);
    const journal = stage.at.tables.journals.get(other.id)!;
    stage.at.tables.journals.set(other.id, [...journal, journal[0]!]);
    expect(faultsOf(evidence)).toEqual([`changes ${other.id}`]);
  });

  test("sees somebody unknown who is let in", async () => {
    const { evidence } = await lookedAt();
    expect(faultsOf({ ...evidence, sent: { ...evidence.sent, credential: "wrong" } })).toEqual([
      "somebody unknown was let in",
    ]);
  });

  test("sees a name, a token and extra time in what is logged", async () => {
    const { stage, own } = await lookedAt();
    stage.lines.push(`${own.markers[0]} got multiplier ${own.token}`);
    expect(said(stage, [own])).toEqual([own.markers[0], own.token.split(".")[1], "multiplier"]);
  });
});
