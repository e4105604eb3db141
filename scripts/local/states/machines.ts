import { readFileSync } from "node:fs";
import { asObject, asText, type Json } from "../json.ts";
import { attributeOf } from "../template/names.ts";
import type { Resource, Template } from "../template/template.ts";
import type { Engine } from "./engine.ts";

/** Loads every state machine of the template, with its substitutions made. */
export function addMachines(template: Template, engine: Engine): void {
  for (const resource of template.all("AWS::StepFunctions::StateMachine")) {
    const { id, properties } = resource;
    if ((properties["StateMachineType"] ?? "STANDARD") !== "STANDARD") {
      throw new Error(`state machine ${id}: only Standard workflows run here`);
    }
    const machine = { arn: attributeOf(resource, "Arn", ""), name: id, roleArn: String(properties["RoleArn"] ?? "") };
    engine.addMachine(machine, JSON.parse(substituted(resource, documentOf(resource, template))));
  }
}

function documentOf({ id, properties }: Resource, template: Template): string {
  const { DefinitionString, Definition, DefinitionS3Location } = properties;
  if (DefinitionString !== undefined) return asText(DefinitionString, `the definition of ${id}`);
  if (Definition !== undefined) return JSON.stringify(Definition);
  const location = asObject(DefinitionS3Location, `the definition of ${id}`);
  return readFileSync(template.assetPath(asText(location["Key"], `the definition of ${id}`)), "utf8");
}

function substituted({ id, properties }: Resource, document: string): string {
  const values = asObject(properties["DefinitionSubstitutions"] ?? {}, `the substitutions of ${id}`);
  return document.replace(/\$\{([A-Za-z0-9_.]+)\}/g, (_, name: string) => {
    const value: Json | undefined = values[name];
    if (value === undefined) throw new Error(`state machine ${id}: nothing is substituted for ${name}`);
    return JSON.stringify(String(value)).slice(1, -1);
  });
}
