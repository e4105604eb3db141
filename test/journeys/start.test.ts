import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { candidate, machine } from "./support/people.ts";
import { type AssayServer, freePort, readEndpoints, startAssay, until } from "./support/server.ts";

let server: AssayServer;
beforeAll(async () => {
  server = await startAssay();
});
afterAll(() => server?.dispose());

type Message = { body: string; verified: boolean };

describe("the local product", () => {
  test("says where everything is, to people and to scripts", () => {
    const { api_url, inbox_url, api_key } = server.endpoints;
    expect(server.output()).toContain(`${api_url}/take/#ses_`);
    expect(server.output()).toContain(inbox_url);
    expect(api_key).toMatch(/^ask_/);
  });

  test("shows in its inbox the signed events of a session, in order and verified", async () => {
    const company = machine(server.endpoints);
    const session = await company.invite();
    await candidate(server.endpoints, session.url).takeWhole({});
    await company.result(session.id, 60_000);
    const events = await until(async () => {
      const messages = await messagesOf(session.id);
      const types = messages.map(({ body }) => JSON.parse(body).type);
      return types.includes("session.scored") && types.includes("flag.raised") && messages;
    });
    expect(events.every(({ verified }) => verified)).toBe(true);
    const bodies = events.map(({ body }) => JSON.parse(body));
    const types = bodies.map(({ type }) => type);
    // No code was written: with the score the gate raises a red flag, whose event goes out beside the score's.
    expect(types.filter((type) => type !== "flag.raised")).toEqual([
      "session.created",
      "session.started",
      ...Array(5).fill("section.closed"),
      "session.submitted",
      "session.scored",
    ]);
    const sequences = bodies.map(({ data }) => data.sequence);
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
    expect(await (await fetch(server.endpoints.inbox_url)).text()).toContain("signature verified");
  });

  test("sends no personal data and keeps none in its log", async () => {
    const company = machine(server.endpoints);
    const secretName = "Zebulon Quillfeather";
    const session = await company.invite({
      candidate: { name: secretName, email: "zebulon@quillfeather.example" },
      accommodation: { kind: "multiplier", factor: "1.5" },
    });
    await candidate(server.endpoints, session.url).takeWhole({ servers: "my very own answer" });
    await company.result(session.id, 60_000);
    const said =
      JSON.stringify(await messagesOf(session.id)) + readFileSync(path.join(server.dataDir, "functions.log"));
    for (const word of [secretName, "quillfeather", "my very own answer", "multiplier", server.endpoints.api_key]) {
      expect(said).not.toContain(word);
    }
  });

  test("goes on after a restart where it ended, and leaves no process behind", async () => {
    const company = machine(server.endpoints);
    const session = await company.invite();
    const children = childProcesses();
    await server.stop();
    expect(children).not.toHaveLength(0);
    for (const pid of children) expect(() => process.kill(pid, 0), `process ${pid}`).toThrow("ESRCH");
    await expect(fetch(server.endpoints.api_url)).rejects.toThrow();
    await server.restart();
    expect(await company.get(`/v1/sessions/${session.id}`)).toMatchObject({ id: session.id, status: "invited" });
  });

  test("gives its demo link at the port it now has, and has events sent to the inbox that listens", async () => {
    const before = server.output();
    await server.restart({ port: await freePort() });
    const { api_url } = readEndpoints(server.dataDir);
    expect(before).not.toContain(api_url);
    expect(server.output()).toContain(`${api_url}/take/#ses_`);
    const { data } = await machine(readEndpoints(server.dataDir)).get("/v1/webhook-endpoints");
    expect(data).toMatchObject([{ description: "The local inbox" }]);
  });
});

/** The processes that the running server says it has started. */
function childProcesses(): number[] {
  const register = JSON.parse(readFileSync(path.join(server.dataDir, "runtime.json"), "utf8"));
  return register.children.map(({ pid }: { pid: number }) => pid);
}

async function messagesOf(session: string): Promise<Message[]> {
  const answer = await fetch(`${server.endpoints.inbox_url}messages`);
  const { data } = (await answer.json()) as { data: Message[] };
  return data.filter(({ body }) => body.includes(session));
}
