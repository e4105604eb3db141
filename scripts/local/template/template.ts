import { readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve as resolvePath } from "node:path";
import { asObject, asText, type Json, type JsonObject } from "../json.ts";
import { resolve, type Surroundings } from "./intrinsics.ts";
import { attributeOf, pseudoParameter, referenceTo } from "./names.ts";

/** One resource with its properties resolved; its logical id is its physical name here. */
export type Resource = { id: string; type: string; properties: JsonObject; metadata: JsonObject };

/** The loaded stacks of one synthesized application. */
export type Template = {
  /** Every resource type that occurs, in no particular order. */
  types(): string[];
  /** Every resource of the types, with its properties resolved. */
  all(...types: string[]): Resource[];
  /** Path of a file asset on this machine, by the key it would have in the bootstrap bucket. */
  assetPath(objectKey: string): string;
};

type Stack = { name: string; template: JsonObject };
type Definition = { stack: Stack; id: string; type: string; body: JsonObject };
type Application = { stacks: Stack[]; frontHost: string };

const STACK_SUFFIX = ".template.json";

/**
 * Reads every stack in a folder that `cdk synth` wrote.
 * @param outDir the folder, usually `cdk.out`
 * @param frontHost host and port where the API and the site will answer, for properties that name them
 */
export function loadTemplate(outDir: string, frontHost: string): Template {
  const stacks = readStacks(outDir);
  const application = { stacks, frontHost };
  const definitions = stacks.flatMap(definitionsOf).filter((definition) => isWanted(definition, application));
  const assets = readAssets(outDir);
  return {
    types: () => [...new Set(definitions.map((definition) => definition.type))],
    all: (...types) => {
      const chosen = definitions.filter((definition) => types.includes(definition.type));
      refuseSharedIds(chosen);
      return chosen.map((definition) => resolved(definition, application));
    },
    assetPath: (objectKey) => {
      const path = assets.get(objectKey);
      if (path === undefined) throw new Error(`no asset in ${outDir} has the key ${objectKey}`);
      return path;
    },
  };
}

function readJson(path: string): JsonObject {
  return asObject(JSON.parse(readFileSync(path, "utf8")), path);
}

function readStacks(outDir: string): Stack[] {
  const files = readdirSync(outDir).filter((file) => file.endsWith(STACK_SUFFIX));
  if (files.length === 0) throw new Error(`${outDir} holds no *${STACK_SUFFIX}: synthesize the application first`);
  return files.sort().map((file) => ({ name: basename(file, STACK_SUFFIX), template: readJson(join(outDir, file)) }));
}

function readAssets(outDir: string): Map<string, string> {
  const manifests = readdirSync(outDir).filter((file) => file.endsWith(".assets.json"));
  const assets = new Map<string, string>();
  for (const manifest of manifests) {
    for (const file of Object.values(asObject(readJson(join(outDir, manifest))["files"] ?? {}, manifest))) {
      const { source, destinations } = asObject(file, manifest);
      const path = resolvePath(outDir, asText(asObject(source, manifest)["path"], "the path of an asset"));
      for (const destination of Object.values(asObject(destinations, manifest))) {
        assets.set(asText(asObject(destination, manifest)["objectKey"], "the key of an asset"), path);
      }
    }
  }
  return assets;
}

function definitionsOf(stack: Stack): Definition[] {
  return Object.entries(asObject(stack.template["Resources"] ?? {}, "Resources")).map(([id, value]) => {
    const body = asObject(value, id);
    return { stack, id, type: asText(body["Type"], `the type of ${id}`), body };
  });
}

function isWanted({ stack, body }: Definition, application: Application): boolean {
  const condition = body["Condition"];
  return condition === undefined || surroundings(stack, application).condition(asText(condition, "Condition"));
}

function refuseSharedIds(definitions: Definition[]): void {
  const seen = new Set<string>();
  for (const { id, type } of definitions) {
    if (seen.has(id)) throw new Error(`two stacks both call a resource ${id} (${type}); names must differ to run here`);
    seen.add(id);
  }
}

function resolved({ stack, id, type, body }: Definition, application: Application): Resource {
  try {
    const properties = resolve(body["Properties"] ?? {}, surroundings(stack, application));
    const local = withLocalOrigins(properties, application.frontHost);
    return { id, type, properties: asObject(local, id), metadata: asObject(body["Metadata"] ?? {}, id) };
  } catch (error) {
    throw new Error(`cannot read ${id} (${type}) of stack ${stack.name}`, { cause: error });
  }
}

/** Deployed, API and site answer on https hosts of their own; here both are the front, without TLS. */
function withLocalOrigins(value: Json, frontHost: string): Json {
  const text = JSON.stringify(value)
    .replaceAll(/https:\/\/[A-Za-z0-9]+\.execute-api\.[a-z0-9-]+\.amazonaws\.com/g, `http://${frontHost}`)
    .replaceAll(`https://${frontHost}`, `http://${frontHost}`);
  return JSON.parse(text) as Json;
}

function surroundings(stack: Stack, application: Application): Surroundings {
  const part = (section: string) => asObject(stack.template[section] ?? {}, section);
  const around: Surroundings = {
    reference: (name) => {
      const resource = part("Resources")[name];
      if (resource) return referenceTo(asText(asObject(resource, name)["Type"], "Type"), name);
      return pseudoParameter(name) ?? parameterDefault(part("Parameters"), name);
    },
    attribute: (id, attribute) => {
      const type = asText(asObject(part("Resources")[id], id)["Type"], "Type");
      return attributeOf({ type, id }, attribute, application.frontHost);
    },
    exported: (name) => exportedValue(name, application),
    output: (stackName, name) => outputValue({ stackName, name }, application),
    condition: (name) => {
      const condition = part("Conditions")[name];
      if (condition === undefined) throw new Error(`no condition ${name}`);
      return resolve(condition, around) === true;
    },
  };
  return around;
}

function parameterDefault(parameters: JsonObject, name: string): Json {
  const value = asObject(parameters[name] ?? {}, name)["Default"];
  if (value === undefined) throw new Error(`nothing is called ${name}, or it is a parameter without a default`);
  return value;
}

function outputsOf(stack: Stack): [string, JsonObject][] {
  const outputs = asObject(stack.template["Outputs"] ?? {}, "Outputs");
  return Object.entries(outputs).map(([name, output]) => [name, asObject(output, name)]);
}

function exportedValue(name: string, application: Application): Json {
  for (const stack of application.stacks) {
    const around = surroundings(stack, application);
    for (const [, output] of outputsOf(stack)) {
      if (output["Export"] === undefined) continue;
      const exported = asObject(resolve(output["Export"], around), "Export");
      if (exported["Name"] === name) return resolve(output["Value"]!, around);
    }
  }
  throw new Error(`no loaded stack exports ${name}`);
}

function outputValue({ stackName, name }: { stackName: string; name: string }, application: Application): Json {
  const stack = application.stacks.find((candidate) => candidate.name === stackName);
  const output = stack && outputsOf(stack).find(([id]) => id === name)?.[1];
  if (!stack || !output) throw new Error(`stack ${stackName} has no output ${name}`);
  return resolve(output["Value"]!, surroundings(stack, application));
}
