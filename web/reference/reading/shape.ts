import type { Schema } from "./document.ts";

/** A schema as people read it: what it is, what holds for it, and what it is made of. */
export type Shape = {
  /** Such as `string`, `object[]`, `integer or null`. */
  type: string;
  /** Such as `1 to 200 characters`. */
  notes: string[];
  /** The values there are, as JSON. */
  values: string[];
  fields: Field[];
  /** Where there are several shapes to choose from. */
  choices: Shape[];
};

export type Field = { name: string; required: boolean; shape: Shape };

const NONE: Shape = { type: "any value", notes: [], values: [], fields: [], choices: [] };

export function shapeOf(schema: Schema): Shape {
  const { inner, nullable } = withoutNull(schema);
  const shape = plainShape(inner);
  const description = schema.description ?? inner.description;
  return {
    ...shape,
    type: nullable ? `${shape.type} or null` : shape.type,
    notes: [...(description ? [description] : []), ...shape.notes],
  };
}

/** A schema apart from the question whether `null` is one of its values. */
function withoutNull(schema: Schema): { inner: Schema; nullable: boolean } {
  if (Array.isArray(schema.type)) {
    const types = schema.type.filter((type) => type !== "null");
    return {
      inner: { ...schema, type: types.length === 1 ? types[0]! : types },
      nullable: schema.type.includes("null"),
    };
  }
  const branches = schema.anyOf ?? schema.oneOf;
  const rest = branches?.filter(({ type }) => type !== "null");
  if (!branches || !rest || rest.length === branches.length) return { inner: schema, nullable: false };
  return { inner: rest.length === 1 ? rest[0]! : { ...schema, anyOf: rest, oneOf: undefined }, nullable: true };
}

function plainShape(schema: Schema): Shape {
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return choiceShape(branches.map(shapeOf));
  if ("const" in schema) return { ...NONE, type: JSON.stringify(schema.const) };
  if (schema.enum)
    return { ...NONE, type: typeWord(schema), values: schema.enum.map((value) => JSON.stringify(value)) };
  if (schema.type === "array") return listShape(schema);
  if (schema.type === "object") return objectShape(schema);
  return { ...NONE, type: typeWord(schema), notes: notesOf(schema) };
}

const typeWord = ({ type }: Schema): string => (Array.isArray(type) ? type.join(" or ") : (type ?? NONE.type));

/** Plain types stand in one line; shapes with fields are told one by one. */
function choiceShape(choices: Shape[]): Shape {
  if (choices.some(({ fields, choices: more }) => fields.length > 0 || more.length > 0)) {
    return { ...NONE, type: `one of ${choices.length} shapes`, choices };
  }
  return {
    ...NONE,
    type: [...new Set(choices.map(({ type }) => type))].join(" or "),
    notes: choices.flatMap(({ notes }) => notes),
    values: choices.flatMap(({ values }) => values),
  };
}

function listShape(schema: Schema): Shape {
  const items = shapeOf(schema.items ?? {});
  const type = /^[\w"]+$/.test(items.type) ? `${items.type}[]` : `list of ${items.type}`;
  return { ...items, type, notes: [...range(schema.minItems, schema.maxItems, "entries"), ...items.notes] };
}

function objectShape({ properties = {}, required = [], additionalProperties }: Schema): Shape {
  const fields = Object.entries(properties).map(([name, property]) => ({
    name,
    required: required.includes(name),
    shape: shapeOf(property),
  }));
  if (fields.length > 0 || typeof additionalProperties !== "object") return { ...NONE, type: "object", fields };
  const values = shapeOf(additionalProperties);
  return { ...values, type: `object of ${values.type} by name` };
}

const FORMATS: { [format: string]: string } = {
  "date-time": "time, RFC 3339",
  email: "e-mail address",
  uri: "URL",
};

function notesOf(schema: Schema): string[] {
  const { format, pattern, minLength, maxLength, minimum, maximum } = schema;
  return [
    ...(format ? [FORMATS[format] ?? format] : []),
    ...range(minLength, maxLength, "characters"),
    ...range(finite(minimum), finite(maximum), ""),
    ...(pattern && pattern !== "\\S" ? [`matches \`${pattern}\``] : []),
    ...("default" in schema ? [`\`${JSON.stringify(schema.default)}\` where left out`] : []),
  ];
}

/** The bounds that every number has are none. */
const finite = (bound: number | undefined): number | undefined =>
  bound === undefined || Math.abs(bound) === Number.MAX_SAFE_INTEGER ? undefined : bound;

function range(from: number | undefined, to: number | undefined, what: string): string[] {
  if (from === undefined && to === undefined) return [];
  const words = from === undefined ? `at most ${to}` : to === undefined ? `at least ${from}` : `${from} to ${to}`;
  return [`${words} ${what}`.trim()];
}
