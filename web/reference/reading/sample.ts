import type { Schema } from "./document.ts";

/** What fields are filled with in samples, by name. */
const BY_NAME: { [name: string]: unknown } = {
  playbook: "back-end-developer@1",
  against: "back-end-developer@1",
  to: "back-end-developer@2",
  name: "Ada Example",
  email: "ada@example.com",
  url: "https://hooks.example.com/assay",
  scopes: ["sessions:read", "sessions:write"],
  key: "ats-1234",
  session: "ses_…",
  endpoint: "whe_…",
  event: "evt_…",
  secret: "whsec_…",
  score: "76.50",
  coverage: "64.00",
  low: "48.96",
  high: "84.96",
  points: "1.5",
  max: "2",
  weight: "40",
};

const BY_FORMAT: { [format: string]: string } = {
  "date-time": "2026-12-01T09:00:00.000Z",
  email: "ada@example.com",
  uri: "https://example.com/assay",
};

type Extent = {
  /** All fields, as in an answer, or only what must be there, as in a request. */
  fields: "all" | "required";
};

/** A value that the schema allows, for people to start from. */
export function sampleOf(schema: Schema, extent: Extent, name = ""): unknown {
  if ("const" in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return sampleOf(branches[0]!, extent, name);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "object") return objectSample(schema, extent);
  if (type === "array") return name in BY_NAME ? BY_NAME[name] : [sampleOf(schema.items ?? {}, extent, name)];
  if (type === "string") return textSample(schema, name);
  if (type === "integer" || type === "number") return Math.max(1, schema.minimum ?? 1);
  return type === "boolean" ? true : null;
}

function objectSample({ properties = {}, required = [] }: Schema, extent: Extent): object {
  const shown = Object.entries(properties).filter(([name]) => extent.fields === "all" || required.includes(name));
  return Object.fromEntries(shown.map(([name, property]) => [name, sampleOf(property, extent, name)]));
}

function textSample({ format, pattern }: Schema, name: string): string {
  const named = BY_NAME[name];
  if (typeof named === "string" && (!pattern || new RegExp(pattern).test(named))) return named;
  if (format && BY_FORMAT[format]) return BY_FORMAT[format];
  const fitting = ["…", "12.5", "assess.example.com", "https://example.com", "a0"];
  return fitting.find((text) => !pattern || new RegExp(pattern).test(text)) ?? "…";
}
