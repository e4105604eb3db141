import { describe, expect, test } from "vitest";
import { workflowFunction } from "#functions/workflow/steps.ts";
import { beginSection } from "#shared/use-cases/begin-section.ts";
import { startSession } from "#shared/use-cases/start-session.ts";
import { desk, invite } from "#test/builders/desk.ts";

/** A session whose first section runs, and the function that looks after it. */
async function running() {
  const at = await desk();
  const { id: session } = await invite(at);
  await startSession(at)({ session });
  const section = at.published.playbook.sections[0]!.id;
  await beginSection(at)({ session, section });
  const lines: string[] = [];
  return { at, session, section, lines, run: workflowFunction(at, (line) => lines.push(line)) };
}

describe("the workflow's function", () => {
  test("keeps the token of a section that runs, and never logs it", async () => {
    const { at, session, section, lines, run } = await running();
    expect(await run({ step: "run-section", session, section, token: "token-1" })).toEqual({});
    expect(await at.waitTokens.list(session)).toEqual([{ section, token: "token-1" }]);
    expect(JSON.parse(lines[0]!)).toMatchObject({ step: "run-section", session, section });
    expect(lines.join()).not.toContain("token-1");
  });

  test("tells the state machine by the error's name and message that a section still runs, and for how long", async () => {
    const { session, section, run } = await running();
    const failure = await run({ step: "grade-section", session, section }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: "SectionStillOpen", message: expect.stringMatching(/^\d+$/) });
  });

  test("starts the execution of a session that was lost sight of", async () => {
    const { at, session, run } = await running();
    await run({ wake: session });
    expect([...at.workflow.starts.keys()]).toEqual([session]);
  });

  test("sweeps", async () => {
    const { at, session, run } = await running();
    at.at("23:59:00");
    expect(await run({ sweep: true })).toEqual({});
    const { state } = await at.sessions.read(session);
    expect([...state.sections.values()][0]!.closed).toMatchObject({ reason: "timeout" });
  });

  test("names the call in the lines about it", async () => {
    const { lines, run } = await running();
    await run({ sweep: true }, { awsRequestId: "call-7" });
    expect(JSON.parse(lines[0]!)).toMatchObject({ request_id: "call-7", step: "sweep" });
  });

  test("refuses an event that is none of its own", async () => {
    const { run } = await running();
    await expect(run({ step: "delete-everything" })).rejects.toThrow();
  });
});
