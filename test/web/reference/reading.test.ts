import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { openApi } from "#shared/contracts/openapi.ts";
import { routes } from "#shared/contracts/routes.ts";
import { EVENT_TYPES } from "#shared/domain/events/event.ts";
import { curlOf } from "#web/reference/reading/curl.ts";
import type { ApiDocument, Schema } from "#web/reference/reading/document.ts";
import { type Entry, groupsOf, titleOf } from "#web/reference/reading/entries.ts";
import { sampleOf } from "#web/reference/reading/sample.ts";
import { found } from "#web/reference/reading/search.ts";
import { shapeOf } from "#web/reference/reading/shape.ts";

const document = JSON.parse(JSON.stringify(openApi(routes))) as ApiDocument;
const groups = groupsOf(document);
const entries = groups.flatMap((group) => group.entries);
const entryOf = (id: string): Entry => entries.find((entry) => entry.id === id)!;

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);

describe("the reference", () => {
  test("tells of every operation and every event once", () => {
    expect(entries.map(({ id }) => id).sort()).toEqual(
      [
        ...routes.map(({ operation }) => operation),
        ...EVENT_TYPES.map((type) => `on-${type.replaceAll(/[._]/g, "-")}`),
      ].sort(),
    );
    expect(groups.filter(({ entries }) => entries.length === 0)).toEqual([]);
  });

  test("says who may call, what is needed, and every refusal by its code", () => {
    expect(entryOf("create-session")).toMatchObject({ caller: "key", method: "POST", title: "Create session" });
    expect(entryOf("save-answer").caller).toBe("candidate");
    expect(entryOf("read-keys").caller).toBe("anybody");
    expect(entryOf("create-session").refusals).toContainEqual({
      status: "404",
      code: "playbook_not_found",
      title: "There is no such playbook",
    });
    expect(entryOf("create-session").refusals).toContainEqual(expect.objectContaining({ status: "429", code: "" }));
  });

  test.each(routes.flatMap(({ operation, ...route }) => ("body" in route && route.body ? [operation] : [])))(
    "%s: its sample body is one that the operation takes",
    (operation) => {
      const { schema } = entryOf(operation).body!;
      const sample = sampleOf(schema, { fields: "required" });
      expect(ajv.compile(schema)(sample), JSON.stringify(sample)).toBe(true);
    },
  );

  test("writes a call as a command", () => {
    expect(curlOf(entryOf("read-session"))).toBe(
      'curl "$API/v1/sessions/$SESSION" \\\n  -H "Authorization: Bearer $KEY"',
    );
    expect(curlOf(entryOf("compare-playbooks"))).toContain("/diff?against=back-end-developer@1");
    expect(curlOf(entryOf("create-session"))).toContain("-d '{\n");
    expect(curlOf(entryOf("read-keys"))).not.toContain("Authorization");
  });

  test("finds by name, path, field and code, all words together", () => {
    const idsOf = (words: string) => found(groups, words).flatMap((group) => group.entries.map(({ id }) => id));
    expect(idsOf("create session")).toContain("create-session");
    expect(idsOf("grace_hours")).toEqual(["rotate-webhook-secret"]);
    expect(idsOf("four_eyes flag")).toContain("confirm-flag");
    expect(idsOf("no such word here")).toEqual([]);
    expect(found(groups, " ")).toEqual(groups);
  });

  test("names operations as people say them", () => {
    expect(titleOf("create-api-key")).toBe("Create API key");
  });
});

describe("a schema in words", () => {
  const said = (schema: Schema) => {
    const { type, notes, values } = shapeOf(schema);
    return [type, ...values, ...notes];
  };

  test.each<[string, Schema, string[]]>([
    ["a text", { type: "string", minLength: 1, maxLength: 200, pattern: "\\S" }, ["string", "1 to 200 characters"]],
    ["a time or nothing", { type: ["string", "null"], format: "date-time" }, ["string or null", "time, RFC 3339"]],
    ["a choice of values", { type: "string", enum: ["a", "b"] }, ["string", '"a"', '"b"']],
    ["a list", { type: "array", items: { type: "string" }, maxItems: 20 }, ["string[]", "at most 20 entries"]],
    [
      "any integer",
      { type: "integer", minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
      ["integer"],
    ],
    ["one of two plain types", { anyOf: [{ type: "string" }, { type: "number" }] }, ["string or number"]],
    ["values by name", { type: "object", additionalProperties: { type: "string" } }, ["object of string by name"]],
  ])("%s", (_what, schema, words) => expect(said(schema)).toEqual(words));

  test("shapes to choose from, beside null", () => {
    const shape = shapeOf({
      anyOf: [
        {
          oneOf: [
            { type: "object", properties: { kind: { const: "minutes" } }, required: ["kind"] },
            { type: "object" },
          ],
        },
        { type: "null" },
      ],
    });
    expect(shape.type).toBe("one of 2 shapes or null");
    expect(shape.choices[0]!.fields).toMatchObject([{ name: "kind", required: true, shape: { type: '"minutes"' } }]);
  });
});
