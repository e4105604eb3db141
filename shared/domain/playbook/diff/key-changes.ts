import type { AnyItem } from "../../grading/schemas.ts";
import { type Change, type Fields, fieldChanges, listChanges, type Place } from "./change.ts";

const CANDIDATES = { area: "tasks", effect: "candidates" } as const;
const KEY = { area: "keys", effect: "results" } as const;
const STAFF = { area: "texts", effect: "staff" } as const;

const ITEM: Fields = {
  points: {
    area: "points",
    effect: "results",
    says: ({ of, before, after }) => `${of} gives ${after} points instead of ${before}.`,
  },
  shares: { area: "shares", effect: "results" },
  critical: { area: "gates", effect: "results" },
  disputed: { area: "gates", effect: "results" },
  explanation: STAFF,
  specimens: STAFF,
};

/** What an item's own fields mean: whatever isn't said here, candidates see. */
export const itemFieldsOf = (item: object): Fields => ({
  ...Object.fromEntries(Object.keys(item).map((name) => [name, CANDIDATES])),
  prompt: { ...CANDIDATES, says: ({ of }) => `${of} has another task text.` },
  ...ITEM,
  fuel: KEY,
});

/** What only proves a key, and moves no result. */
const PROOFS: Fields = { reference: STAFF, equivalent_mutants: STAFF };

type Thing = { id: string; [name: string]: unknown };
type Keyed = {
  key?: { [name: string]: unknown };
  rubric?: { criteria: (Thing & { title: string; checks: Thing[] })[]; [name: string]: unknown };
  parts?: (Thing & Keyed)[];
};
type Pair<T> = { before: T; after: T };

/** What changed in an item's key, rubric or parts. */
export function keyChanges(place: Place, { before, after }: Pair<AnyItem>): Change[] {
  return keyedChanges(place, { before: before as unknown as Keyed, after: after as unknown as Keyed });
}

function keyedChanges({ of, path }: Place, { before, after }: Pair<Keyed>): Change[] {
  return [
    ...(before.key && after.key
      ? keyFields({ of, path: `${path}.key` }, { before: before.key, after: after.key })
      : []),
    ...(before.rubric && after.rubric
      ? rubricChanges({ of, path }, { before: before.rubric, after: after.rubric })
      : []),
    ...(before.parts && after.parts ? partChanges({ of, path }, { before: before.parts, after: after.parts }) : []),
  ];
}

function keyFields(place: Place, { before, after }: Pair<NonNullable<Keyed["key"]>>): Change[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const fields = { ...Object.fromEntries(names.map((name) => [name, KEY])), ...PROOFS };
  return [
    ...fieldChanges(
      { ...place, of: `The key of ${place.of}` },
      { before, after },
      { fields, apart: ["tests", "data_sets"] },
    ),
    ...testChanges(place, "test", { before: listIn(before, "tests"), after: listIn(after, "tests") }),
    ...testChanges(place, "data set", { before: listIn(before, "data_sets"), after: listIn(after, "data_sets") }),
  ];
}

const listIn = (key: { [name: string]: unknown }, name: string): Thing[] => (key[name] ?? []) as Thing[];

function testChanges({ of, path }: Place, what: string, { before, after }: Pair<Thing[]>): Change[] {
  const placeOf = ({ id }: Thing): Place => ({ of: `The hidden ${what} "${id}" of ${of}`, path: `${path}.${id}` });
  const names = [...before, ...after].flatMap((test) => Object.keys(test));
  const fields = {
    ...Object.fromEntries(names.map((name) => [name, { area: "tests", effect: "results" }] as const)),
    title: STAFF,
  };
  return listChanges(before, after, {
    area: "tests",
    effect: "results",
    place: placeOf,
    changed: (pair) => fieldChanges(placeOf(pair.after), pair, { fields }),
  });
}

const RUBRIC = { area: "rubrics", effect: "results" } as const;

function rubricChanges({ of, path }: Place, { before, after }: Pair<NonNullable<Keyed["rubric"]>>): Change[] {
  const fields = { groups: RUBRIC, subject: RUBRIC, ...PROOFS };
  const place = { of: `The rubric of ${of}`, path: `${path}.rubric` };
  return [
    ...fieldChanges(place, { before, after }, { fields, apart: ["criteria"] }),
    ...listChanges(before.criteria, after.criteria, {
      ...RUBRIC,
      place: ({ id }) => criterionPlace({ of, path }, id),
      changed: (pair) => criterionChanges(criterionPlace({ of, path }, pair.after.id), pair),
    }),
  ];
}

const criterionPlace = ({ of, path }: Place, id: string): Place => ({
  of: `The criterion "${id}" of ${of}`,
  path: `${path}.rubric.${id}`,
});

function criterionChanges(place: Place, pair: Pair<{ checks: Thing[] } & Thing>): Change[] {
  const checkPlace = ({ id }: Thing): Place => ({ of: `${place.of}: the check "${id}"`, path: `${place.path}.${id}` });
  return [
    ...fieldChanges(place, pair, {
      fields: { points: { ...RUBRIC, area: "points" }, kind: RUBRIC },
      apart: ["checks"],
    }),
    ...listChanges(pair.before.checks, pair.after.checks, {
      ...RUBRIC,
      place: checkPlace,
      changed: (checks) => fieldChanges(checkPlace(checks.after), checks, { fields: ruledBy(checks) }),
    }),
  ];
}

/** All of a check decides, but its title. */
const ruledBy = ({ before, after }: Pair<Thing>): Fields => ({
  ...Object.fromEntries([...Object.keys(before), ...Object.keys(after)].map((name) => [name, RUBRIC])),
  title: STAFF,
});

const partChanges = ({ of, path }: Place, { before, after }: Pair<(Thing & Keyed)[]>): Change[] =>
  listChanges(before, after, {
    area: "items",
    effect: "results",
    place: ({ id }) => ({ of: `The part "${id}" of ${of}`, path: `${path}.${id}` }),
    changed: (pair) => {
      const place = { of: `the part "${pair.after.id}" of ${of}`, path: `${path}.${pair.after.id}` };
      const own = fieldChanges(place, pair, { fields: itemFieldsOf(pair.after), apart: ["key", "rubric"] });
      return [...own, ...keyedChanges(place, pair)];
    },
  });
