import { type Json, sameJson } from "../../foundation/json.ts";

/** What a change can lead to: other results for the same answers, another page for candidates, or other words for staff. */
export const EFFECTS = ["results", "candidates", "staff"] as const;
export type Effect = (typeof EFFECTS)[number];

/** What of a playbook a change concerns. */
export const AREAS = [
  "weights",
  "shares",
  "points",
  "keys",
  "tests",
  "rubrics",
  "items",
  "tasks",
  "minutes",
  "gates",
  "flags",
  "bands",
  "interview",
  "policy",
  "texts",
] as const;
export type Area = (typeof AREAS)[number];

/** One difference between two versions. `path` leads to it by ids, for example `items.tax.key`. */
export type Change = { area: Area; effect: Effect; path: string; text: string; before: Json; after: Json };

/** What a changed field means; without `says`, it is told what stands there instead of what. */
export type Field = {
  area: Area;
  effect: Effect;
  says?: (values: { of: string; before: Json; after: Json }) => string;
};

/** The meanings of an object's fields by name; any other is a text that only staff read. */
export type Fields = Readonly<Record<string, Field>>;

/** What the compared things are called in sentences, and where they are. */
export type Place = { of: string; path: string };

const TEXT: Field = { area: "texts", effect: "staff" };

type Thing = { readonly [name: string]: unknown };

/** The changed fields of one thing; `apart` are those that are told in other ways. */
export function fieldChanges(
  { of, path }: Place,
  pair: { before: Thing; after: Thing },
  { fields, apart = [] }: { fields: Fields; apart?: readonly string[] },
): Change[] {
  const names = [...new Set([...Object.keys(pair.before), ...Object.keys(pair.after)])];
  return names.flatMap((name) => {
    const [before, after] = [valueIn(pair.before, name), valueIn(pair.after, name)];
    if (name === "id" || apart.includes(name) || sameJson(before, after)) return [];
    const { area, effect, says } = fields[name] ?? TEXT;
    const text = says?.({ of, before, after }) ?? `${of}: ${words(name)} ${insteadOf(before, after)}.`;
    return [{ area, effect, path: `${path}.${name}`, text, before, after }];
  });
}

const valueIn = (thing: Thing, name: string): Json => (thing[name] ?? null) as Json;
const words = (name: string): string => name.replaceAll("_", " ");

const LONGEST = 40;

function insteadOf(before: Json, after: Json): string {
  const [was, is] = [shown(before), shown(after)];
  if (before === null) return is.length > LONGEST ? "is new" : `is ${is}, and wasn't given before`;
  if (after === null) return was.length > LONGEST ? "is gone" : `is gone; it was ${was}`;
  return was.length > LONGEST || is.length > LONGEST ? "changed" : `is ${is} instead of ${was}`;
}

const shown = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));

type Named = { id: string };

/** How the things of a list are compared: each by its id. */
export type ListRules<T extends Named> = {
  area: Area;
  effect: Effect;
  place: (thing: T) => Place;
  changed: (pair: { before: T; after: T }) => Change[];
  /** The order of the list matters for this. */
  order?: { effect: Effect; says: string };
};

/** The changes of a list whose things have ids: new ones, lost ones, and those of each that stayed. */
export function listChanges<T extends Named>(before: readonly T[], after: readonly T[], rules: ListRules<T>): Change[] {
  const one = (thing: T, says: string, values: { before: Json; after: Json }): Change => {
    const { of, path } = rules.place(thing);
    return { area: rules.area, effect: rules.effect, path, text: `${of} ${says}.`, ...values };
  };
  const lost = before.filter(({ id }) => !has(after, id));
  const stayed = after.flatMap((thing) => {
    const earlier = before.find(({ id }) => id === thing.id);
    return earlier ? rules.changed({ before: earlier, after: thing }) : [];
  });
  return [
    ...lost.map((thing) => one(thing, "is gone", { before: thing as unknown as Json, after: null })),
    ...after
      .filter(({ id }) => !has(before, id))
      .map((thing) => one(thing, "is new", { before: null, after: thing as unknown as Json })),
    ...stayed,
    ...orderChanges(before, after, rules),
  ];
}

const has = (list: readonly Named[], id: string): boolean => list.some((thing) => thing.id === id);

function orderChanges<T extends Named>(
  before: readonly T[],
  after: readonly T[],
  { area, order, place }: ListRules<T>,
): Change[] {
  const both = (list: readonly T[], other: readonly T[]) => list.filter(({ id }) => has(other, id)).map(({ id }) => id);
  const [was, is] = [both(before, after), both(after, before)];
  if (!order || sameJson(was, is)) return [];
  const path = place(after[0]!).path.replace(/\.[^.]*$/, "");
  return [{ area, effect: order.effect, path, text: order.says, before: was, after: is }];
}
