import type { Json } from "#shared/domain/foundation/json.ts";

/** Whether two JSON values say the same, whatever the order of their fields. A field that is `undefined` isn't there. */
export function equal(left: Json | undefined, right: Json | undefined): boolean {
  if (Object.is(left, right)) return true;
  if (!isContainer(left) || !isContainer(right)) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => equal(fieldOf(left, key), fieldOf(right, key)));
}

type Container = Json[] | { [key: string]: Json };

function isContainer(value: Json | undefined): value is Container {
  return typeof value === "object" && value !== null;
}

function fieldOf(container: Container, key: string): Json | undefined {
  return (container as { [key: string]: Json })[key];
}
