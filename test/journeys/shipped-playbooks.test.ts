import { afterAll, beforeAll, expect, test } from "vitest";
import { resolvePlaybook, shippedPlaybooks } from "#scripts/playbook/load.ts";
import type { Json } from "#shared/domain/foundation/json.ts";
import { referenceAnswerOf } from "#shared/domain/grading/registry.ts";
import { candidate, machine } from "./support/people.ts";
import { type AssayServer, startAssay, until } from "./support/server.ts";

let server: AssayServer;
beforeAll(async () => {
  server = await startAssay();
});
afterAll(() => server?.dispose());

function perfectAnswers(id: string): { [item: string]: Json } {
  const items = resolvePlaybook(id).playbook.sections.flatMap((section) => section.items);
  return Object.fromEntries(items.map((item) => [item.id, referenceAnswerOf(item)]));
}

async function published(): Promise<string[]> {
  const { data } = await machine(server.endpoints).get("/v1/playbooks");
  return data.map(({ id }: { id: string }) => id).sort();
}

test("the product starts with one playbook, and every other that comes with it follows", async () => {
  await until(async () => (await published()).length === shippedPlaybooks().length, 60_000);
  expect(await published()).toEqual(shippedPlaybooks());
});

test.each(shippedPlaybooks())("%s: perfect answers over HTTP give 100.00 provisional", async (id) => {
  const company = machine(server.endpoints);
  const session = await company.invite({ playbook: `${id}@1` });
  await candidate(server.endpoints, session.url).takeWhole(perfectAnswers(id));
  expect(await company.result(session.id, 60_000)).toMatchObject({
    stage: "provisional",
    score: "100.00",
    recommendation: "advance",
  });
});
