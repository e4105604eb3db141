import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

const ROOT = path.join(import.meta.dirname, "../..");

/** Which code the functions run: the sources as they are, or the bundles that would be deployed. */
export type Code = "source" | "bundle";

const TEMPLATE_SOURCES = [
  "infra",
  "shared/contracts",
  "web/content-security-policy.ts",
  "cdk.json",
  "package-lock.json",
];
const SITE_SOURCES = ["web", "shared/contracts", "shared/domain", "package-lock.json"];
const SITE = path.join(ROOT, ".build/site");

/** Synthesizes the deployment's templates for this machine, unless they are newer than what they are made from. */
export async function prepareTemplates(code: Code): Promise<{ outDir: string }> {
  const outDir = path.join(ROOT, ".build/templates", code);
  const sources = code === "bundle" ? [...TEMPLATE_SOURCES, ".build/functions"] : TEMPLATE_SOURCES;
  if (!isNewer(path.join(outDir, "manifest.json"), sources)) {
    const { synthesize } = await import("#infra/synth.ts");
    synthesize({
      outDir,
      code: `${code}s`,
      // The people who sign in here are the demo's, whoever signs them in when deployed.
      settings: { loopbackWebhooks: true, loopbackIssuer: true, signIn: undefined, siteUrl: "http://127.0.0.1:3000" },
    });
  }
  return { outDir };
}

/** Builds the pages unless they are newer than everything they are made from. */
export async function prepareSite(): Promise<void> {
  if (isNewer(path.join(SITE, "take/index.html"), SITE_SOURCES)) return;
  const { buildSite } = await import("#web/build.ts");
  await buildSite({ outDir: SITE, minify: true });
}

function isNewer(output: string, sources: readonly string[]): boolean {
  if (!existsSync(output)) return false;
  const built = statSync(output).mtimeMs;
  return sources.every((source) => newest(path.join(ROOT, source)) <= built);
}

function newest(file: string): number {
  const stats = statSync(file);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(file).reduce((latest, name) => Math.max(latest, newest(path.join(file, name))), stats.mtimeMs);
}
