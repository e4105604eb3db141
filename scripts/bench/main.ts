import { buildAll } from "../build.ts";
import { measureApi } from "./api.ts";
import { measureColdStart } from "./cold.ts";
import { costMeasures, prices } from "./cost.ts";
import { measureFirstRequest } from "./first-request.ts";
import { measureFuzz } from "./fuzz.ts";
import { measureGrading } from "./grading.ts";
import { idleMeasures } from "./idle.ts";
import { measureInit } from "./init.ts";
import { measureLoad } from "./load.ts";
import { report } from "./measure.ts";
import { measureRegrade } from "./regrade.ts";
import { measureSave } from "./save.ts";
import { measureSender } from "./sender.ts";
import { measureSessionUse } from "./session.ts";

/*
 * `npm run bench [-- <part> …]`: figures beside a control of the same run. Parts: init, save, api, sender, grading, fuzz, load, cost, idle.
 * A missed target is told and ends with exit code 1.
 */

const parts = {
  init: async () => report("Start of the functions", [...(await measureInit()), ...(await measureFirstRequest())]),
  save: async () => report("An answer save, without the database", await measureSave()),
  api: async () => report("Requests of integrators, without the database", await measureApi()),
  sender: async () => report("Webhooks over TLS on this machine", await measureSender()),
  grading: async () =>
    report("Grading", [...measureColdStart(), ...(await measureGrading()), ...(await measureRegrade())]),
  fuzz: async () => report("Random programs and queries", await measureFuzz()),
  load: async () => report("Saves over HTTP on this machine, which emulates DynamoDB, too", await measureLoad()),
  cost: async () =>
    report(
      `A session's use and its price (list prices of ${prices["as_of"]})`,
      costMeasures(await measureSessionUse()),
    ),
  idle: async () => report("A month without candidates", await idleMeasures()),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0)
  throw new Error(`no such part: ${unknown.join(", ")}; there are ${Object.keys(parts).join(", ")}`);

await buildAll();
const texts: string[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const text = await measure();
  console.log(text);
  texts.push(text);
}
process.exit(texts.some((text) => text.includes("MISSED")) ? 1 : 0);
