import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { asObject, asText } from "../json.ts";
import { attributeOf } from "../template/names.ts";
import type { Resource, Template } from "../template/template.ts";

/** A function names its TypeScript source here, relative to the project; without it, it is not ours to run. */
const ENTRY = "assay:entry";

/** Instances of one function at most, on a machine that runs everything at once. */
const MOST_INSTANCES = 4;

export type FunctionDefinition = {
  name: string;
  arn: string;
  /** The module to load. */
  file: string;
  /** The name it exports the handler under. */
  handler: string;
  environment: Record<string, string>;
  timeoutSeconds: number;
  memoryMegabytes: number;
  instances: number;
};

export type Code = {
  /** `source`: the TypeScript of the project; `bundle`: what would be deployed. */
  code: "source" | "bundle";
  sourceRoot: string;
};

/** The functions of the template that name their source. */
export function functionDefinitions(template: Template, code: Code): FunctionDefinition[] {
  const resources = template.all("AWS::Lambda::Function").filter((resource) => resource.metadata[ENTRY] !== undefined);
  return resources.map((resource) => {
    const { id, properties } = resource;
    return {
      name: id,
      arn: attributeOf({ type: resource.type, id }, "Arn", ""),
      file: code.code === "source" ? sourceFile(resource, code.sourceRoot) : bundleFile(resource, template),
      handler: asText(properties["Handler"], `the handler of ${id}`).split(".").at(-1)!,
      environment: environmentOf(resource),
      timeoutSeconds: Number(properties["Timeout"] ?? 3),
      memoryMegabytes: Number(properties["MemorySize"] ?? 128),
      instances: Math.min(Number(properties["ReservedConcurrentExecutions"] ?? MOST_INSTANCES), MOST_INSTANCES),
    };
  });
}

function environmentOf({ id, properties }: Resource): Record<string, string> {
  const environment = asObject(properties["Environment"] ?? {}, `the environment of ${id}`);
  const variables = asObject(environment["Variables"] ?? {}, `the variables of ${id}`);
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)]));
}

function sourceFile({ id, metadata }: Resource, sourceRoot: string): string {
  return existing(resolve(sourceRoot, asText(metadata[ENTRY], `${ENTRY} of ${id}`)), id);
}

function bundleFile({ id, properties }: Resource, template: Template): string {
  const code = asObject(properties["Code"], `the code of ${id}`);
  const folder = template.assetPath(asText(code["S3Key"], `the asset of ${id}`));
  const module = asText(properties["Handler"], `the handler of ${id}`).split(".")[0]!;
  const file = [".mjs", ".js"].map((extension) => join(folder, module + extension)).find((path) => existsSync(path));
  return existing(file ?? join(folder, `${module}.mjs`), id);
}

function existing(path: string, id: string): string {
  if (!existsSync(path)) throw new Error(`function ${id} has no code at ${path}`);
  return path;
}
