import { asList, asObject, asText, isJsonObject, type Json, type JsonObject } from "../json.ts";

/** What the intrinsic functions of one stack ask of their surroundings. */
export type Surroundings = {
  /** `Ref` of a resource, parameter or pseudo parameter. */
  reference(name: string): Json;
  attribute(resource: string, attribute: string): string;
  exported(name: string): Json;
  output(stack: string, name: string): Json;
  condition(name: string): boolean;
};

type Intrinsic = (argument: Json, around: Surroundings) => Json | undefined;

const INTRINSICS: Record<string, Intrinsic> = {
  Ref: (argument, around) => (argument === "AWS::NoValue" ? undefined : around.reference(asText(argument, "Ref"))),
  Condition: (argument, around) => around.condition(asText(argument, "Condition")),
  "Fn::GetAtt": attribute,
  "Fn::Join": join,
  "Fn::Sub": substitute,
  "Fn::Select": select,
  "Fn::Split": split,
  "Fn::ImportValue": (argument, around) => around.exported(asText(resolve(argument, around), "Fn::ImportValue")),
  "Fn::GetStackOutput": stackOutput,
  "Fn::If": choose,
  "Fn::Equals": (argument, around) => {
    const [left, right] = resolveList(argument, around);
    return JSON.stringify(left) === JSON.stringify(right);
  },
  "Fn::Not": (argument, around) => resolveList(argument, around)[0] !== true,
  "Fn::And": (argument, around) => resolveList(argument, around).every((value) => value === true),
  "Fn::Or": (argument, around) => resolveList(argument, around).some((value) => value === true),
};

/**
 * The value with every intrinsic function evaluated; `AWS::NoValue` leaves its property out.
 * @throws Error for an intrinsic function that is not known here
 */
export function resolve(value: Json, around: Surroundings): Json {
  return resolveOptional(value, around) ?? null;
}

function resolveOptional(value: Json, around: Surroundings): Json | undefined {
  if (Array.isArray(value)) return resolveList(value, around);
  if (!isJsonObject(value)) return value;
  const call = intrinsicCall(value);
  if (call) return call.run(call.argument, around);
  const resolved = Object.entries(value).map(([name, part]) => [name, resolveOptional(part, around)] as const);
  return Object.fromEntries(resolved.filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

function resolveList(value: Json, around: Surroundings): Json[] {
  const parts = asList(value, "the argument of an intrinsic function");
  return parts.map((part) => resolveOptional(part, around)).filter((part) => part !== undefined);
}

function intrinsicCall(value: JsonObject): { run: Intrinsic; argument: Json } | undefined {
  const [name, ...others] = Object.keys(value);
  if (name === undefined || others.length > 0) return undefined;
  if (name === "Condition" && typeof value[name] !== "string") return undefined;
  const run = INTRINSICS[name];
  if (!run && name.startsWith("Fn::")) throw new Error(`unknown intrinsic function ${name}`);
  return run && { run, argument: value[name]! };
}

function attribute(argument: Json, around: Surroundings): string {
  const [resource, ...rest] = typeof argument === "string" ? argument.split(".") : resolveList(argument, around);
  return around.attribute(asText(resource, "Fn::GetAtt"), rest.join("."));
}

function join(argument: Json, around: Surroundings): string {
  const [separator, parts] = asList(argument, "Fn::Join");
  const texts = asList(resolve(parts!, around), "Fn::Join");
  return texts.map((text) => asText(text, "a part of Fn::Join")).join(asText(separator, "Fn::Join"));
}

function split(argument: Json, around: Surroundings): Json {
  const [separator, text] = resolveList(argument, around);
  return asText(text, "Fn::Split").split(asText(separator, "Fn::Split"));
}

function select(argument: Json, around: Surroundings): Json {
  const [index, list] = resolveList(argument, around);
  const chosen = asList(list, "Fn::Select")[Number(index)];
  if (chosen === undefined) throw new Error(`Fn::Select: there is no element ${index}`);
  return chosen;
}

function choose(argument: Json, around: Surroundings): Json | undefined {
  const [condition, yes, no] = asList(argument, "Fn::If");
  return resolveOptional(around.condition(asText(condition, "Fn::If")) ? yes! : no!, around);
}

function stackOutput(argument: Json, around: Surroundings): Json {
  const { StackName, OutputName } = asObject(resolve(argument, around), "Fn::GetStackOutput");
  return around.output(asText(StackName, "StackName"), asText(OutputName, "OutputName"));
}

function substitute(argument: Json, around: Surroundings): string {
  const [text, named] = Array.isArray(argument) ? argument : [argument, {}];
  const given = asObject(named, "the names of Fn::Sub");
  return asText(text, "Fn::Sub").replace(/\$\{([^!}][^}]*)\}/g, (_, name: string) => {
    if (given[name] !== undefined) return String(resolve(given[name], around));
    return name.includes(".") ? attribute(name, around) : String(around.reference(name));
  });
}
