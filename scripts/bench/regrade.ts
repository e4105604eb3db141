import { referenceAnswerOf } from "#shared/domain/grading/registry.ts";
import { gradeAnswers } from "../playbook/grade-answers.ts";
import { resolvePlaybook } from "../playbook/load.ts";
import { withSandbox } from "../playbook/sandbox.ts";
import { cpuMilliseconds, type Measure, median } from "./measure.ts";

const PLAYBOOK = "back-end-developer@1";
const WARM_UP = 20;
const RUNS = 15;
const REGRADE_MS = 300;

/** What grading a whole session anew costs, engines started: every item of a shipped playbook, answered right. */
export function measureRegrade(): Promise<Measure[]> {
  const { playbook } = resolvePlaybook(PLAYBOOK);
  const items = playbook.sections.flatMap((section) => section.items);
  const answers = Object.fromEntries(items.map((item) => [item.id, referenceAnswerOf(item)]));
  return withSandbox(async (sandbox) => {
    const regrade = () => gradeAnswers({ playbook, sandbox }, answers);
    for (let run = 0; run < WARM_UP; run++) await regrade();
    const costs: { cpu: number; wall: number }[] = [];
    for (let run = 0; run < RUNS; run++) {
      const start = performance.now();
      const cpu = await cpuMilliseconds(regrade);
      costs.push({ cpu, wall: performance.now() - start });
    }
    const cpu = median(costs.map((cost) => cost.cpu));
    return [
      {
        name: `regrading a session of ${items.length} items, warm`,
        value: cpu,
        unit: "ms CPU",
        target: { text: `≤ ${REGRADE_MS}`, met: cpu <= REGRADE_MS },
      },
      { name: "the same by the clock", value: median(costs.map((cost) => cost.wall)), unit: "ms" },
    ];
  });
}
