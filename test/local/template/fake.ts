import type { Json, JsonObject } from "#scripts/local/json.ts";
import type { Template } from "#scripts/local/template/template.ts";

/** A template of resources whose properties are resolved: by type, then by logical id. */
export function fakeTemplate(resources: Record<string, Record<string, { [name: string]: Json }>>): Template {
  return {
    types: () => Object.keys(resources),
    all: (...types) =>
      types.flatMap((type) =>
        Object.entries(resources[type] ?? {}).map(([id, properties]) => ({
          id,
          type,
          properties: properties as JsonObject,
          metadata: {},
        })),
      ),
    assetPath: (key) => {
      throw new Error(`no asset ${key}`);
    },
  };
}
