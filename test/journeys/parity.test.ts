import { afterAll, beforeAll, expect, test } from "vitest";
import { mixedAnswers, mixedFigures } from "./support/answers.ts";
import { candidate, machine } from "./support/people.ts";
import { type AssayServer, startAssay } from "./support/server.ts";

let server: AssayServer;
beforeAll(async () => {
  server = await startAssay({ code: "bundle" });
});
afterAll(() => server?.dispose());

test("the bundles that would be deployed give the figure that the sources give", async () => {
  const company = machine(server.endpoints);
  const session = await company.invite();
  await candidate(server.endpoints, session.url).takeWhole(mixedAnswers);
  expect(await company.result(session.id, 60_000)).toMatchObject(mixedFigures);
});
