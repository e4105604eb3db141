import { describe, expect, test } from "vitest";
import { serveReadPlaybook } from "#functions/staff/read-playbook.ts";
import { memoryPlaybookStore } from "#shared/adapters/memory/records.ts";
import type { Role } from "#shared/domain/staff/person.ts";
import { examplePlaybook } from "#test/builders/example-playbook.ts";

const playbooks = memoryPlaybookStore();
await playbooks.publish({ playbook: examplePlaybook(), digest: "d", published_at: "2026-03-01T09:00:00.000Z" });
const serve = serveReadPlaybook({ playbooks });

type Call = Parameters<typeof serve>[0];

async function readAs(caller: object) {
  const call = { caller, parameters: { playbook: "bookkeeper" }, query: undefined, body: undefined } as unknown as Call;
  return (await serve(call)) as { keys: boolean; playbook: object };
}

const signedIn = (roles: Role[]) => ({ kind: "staff", id: "p", person: { id: "p", roles } });

describe("the keys of a playbook", () => {
  test.each<[string, object]>([
    ["a machine", { kind: "machine", id: "key_1" }],
    ["an author", signedIn(["author"])],
    ["a reviewer", signedIn(["recruiter", "reviewer"])],
    ["an auditor", signedIn(["auditor"])],
  ])("are shown to %s", async (_who, caller) => {
    expect(await readAs(caller)).toMatchObject({ keys: true, playbook: examplePlaybook() });
  });

  test("are kept from a recruiter", async () => {
    const read = await readAs(signedIn(["recruiter"]));
    expect(read.keys).toBe(false);
    expect(JSON.stringify(read.playbook)).not.toContain('"key"');
  });
});
