import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { afterAll, expect, test } from "vitest";
import { acknowledge } from "#infra/acknowledgements.ts";
import { assayApp } from "#infra/synth.ts";

const outDirs: string[] = [];
afterAll(() => {
  for (const folder of outDirs) rmSync(folder, { recursive: true, force: true });
});

const DEPLOYMENTS = [
  ["standard", {}],
  ["mail", { mail: { from: "jobs@example.com" } }],
  ["own issuer", { signIn: { issuer: "https://login.example.com", clientId: "assay" } }],
] as const;

type Report = {
  pluginReports: { violations: { ruleName: string; violatingConstructs: { constructPath: string }[] }[] }[];
};

test.each(DEPLOYMENTS)(
  "the AwsSolutions rules find nothing that isn't acknowledged with a reason: %s",
  (_, settings) => {
    const outDir = mkdtempSync(path.join(tmpdir(), "assay-nag-"));
    outDirs.push(outDir);
    const { app, ...stacks } = assayApp({ outDir, settings, code: "sources", checks: false });
    acknowledge(stacks);
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    const synthesized = attempt(() => app.synth());
    const report: Report = JSON.parse(readFileSync(path.join(outDir, "validation-report.json"), "utf8"));
    const found = report.pluginReports.flatMap(({ violations }) =>
      violations.flatMap(({ ruleName, violatingConstructs }) =>
        violatingConstructs.map(({ constructPath }) => `${ruleName}: ${constructPath}`),
      ),
    );
    expect(found).toEqual([]);
    expect(synthesized).toBeUndefined();
  },
);

/** What was thrown, so that the report is shown before it. */
function attempt(action: () => unknown): unknown {
  try {
    action();
    return undefined;
  } catch (thrown) {
    return thrown;
  }
}
