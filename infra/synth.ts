import { readFileSync } from "node:fs";
import path from "node:path";
import { App, Tags } from "aws-cdk-lib";
import { ownSignIn } from "./constructs/sign-in.ts";
import type { CodeSource } from "./constructs/zone-function.ts";
import { parseSettings } from "./settings.ts";
import { DataStack } from "./stacks/data-stack.ts";
import { ServiceStack } from "./stacks/service-stack.ts";
import { SignInStack } from "./stacks/sign-in-stack.ts";
import { SiteStack } from "./stacks/site-stack.ts";

export type SynthOptions = {
  /** Where the templates are written; the folder that `cdk` expects where left out. */
  outDir?: string;
  /** Laid over the settings in `cdk.json`. */
  settings?: Record<string, unknown>;
  /** `sources`: no bundles are needed, because the local runtime runs the sources. */
  code: CodeSource;
};

/** The whole deployment as a CDK app, not yet synthesized. */
export function assayApp({ outDir, settings, code, checks = true }: SynthOptions & { checks?: boolean }) {
  const file = JSON.parse(readFileSync(path.join(import.meta.dirname, "../cdk.json"), "utf8"));
  const app = new App({
    ...(outDir ? { outdir: outDir } : {}),
    context: file.context,
    analyticsReporting: false,
    builtinCloudFormationValidation: checks,
    stackTraces: checks,
    treeMetadata: checks,
  });
  const chosen = parseSettings({ ...app.node.tryGetContext("assay"), ...settings });
  const data = new DataStack(app, "Assay-Data", { settings: chosen, description: "Assay: journal, state and key" });
  const site = new SiteStack(app, "Assay-Site", { settings: chosen, code, description: "Assay: the front door" });
  const pool = chosen.signIn
    ? undefined
    : new SignInStack(app, "Assay-SignIn", { settings: chosen, site, description: "Assay: where staff sign in" });
  const service = new ServiceStack(app, "Assay-Service", {
    settings: chosen,
    code,
    data,
    site,
    signIn: ownSignIn(chosen) ?? pool!.signIn,
    description: "Assay: what runs",
  });
  Tags.of(app).add("application", "assay");
  return { app, data, site, service, ...(pool && { pool }) };
}

/** Writes the templates to `outDir`, in this process and without checks: for the local runtime. */
export function synthesize(options: SynthOptions): void {
  assayApp({ ...options, checks: false }).app.synth({ skipValidation: true });
}
