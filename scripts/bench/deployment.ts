import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Runtime, startRuntime } from "../local/runtime.ts";
import { prepareDemo } from "../start/demo.ts";
import { prepareTemplates } from "../start/prepared.ts";

const ROOT = path.join(import.meta.dirname, "../..");

export type Deployment = {
  runtime: Runtime;
  dataDir: string;
  /** Makes the demo's company; where and with which key it is asked. */
  company: () => Promise<{ api_url: string; api_key: string }>;
  close: () => Promise<void>;
};

/** Runs the bundles as the template deploys them, on this machine and data of their own. */
export async function startDeployment(environment: Record<string, string> = {}): Promise<Deployment> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "assay-bench-"));
  const { outDir } = await prepareTemplates("bundle");
  const runtime = await startRuntime({
    outDir,
    dataDir,
    port: 0,
    code: "bundle",
    sourceRoot: ROOT,
    environment: { SITE_URL: "http://127.0.0.1", ...environment },
  });
  return {
    runtime,
    dataDir,
    company: async () => {
      const { api_key } = await prepareDemo({ runtime, dataDir, hookUrl: "http://127.0.0.1:9/hook" });
      return { api_url: runtime.url, api_key };
    },
    close: async () => {
      await runtime.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
