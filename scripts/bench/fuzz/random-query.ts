import * as fc from "fast-check";
import { soup, spliced } from "./random-text.ts";

const WORDS = [
  ..."select from where group by having order limit offset union all except with recursive as materialized".split(" "),
  ..."join lateral on using case when then else end in exists between like is null not and or distinct over".split(" "),
  ..."partition rows range filter cast array row values table cursor begin commit set role insert delete update".split(
    " ",
  ),
  ..."( ) [ ] , ; . * + - / % ^ || :: = < > <> ~ @> -> ->> # $1 $$ ' '' \" -- /* */ E'\\' 0 1 1e400 'a' orders id \u0001".split(
    " ",
  ),
];

const NUMBERS = [
  "id",
  "total",
  "o.id",
  "0",
  "-1",
  "1.5",
  "1e308",
  "null",
  "random()",
  "1e-9::float8",
  "9223372036854775807",
];
const TEXTS = ["note", "o.note", "'x'", "''", "'%_'", "null::text", "E'\\u00e4'", "md5(note)", "repeat('ab', 1000)"];
const OPERATORS = ["+", "-", "*", "/", "%", "^"];
const COMPARISONS = ["=", "<>", "<", ">=", "is distinct from"];
const OF_NUMBER = ["abs", "ceil", "sqrt", "exp", "ln", "sign", "round", "trunc"];
const OF_TEXT = ["upper", "reverse", "initcap", "trim", "quote_literal", "to_jsonb", "array_agg"];
const OF_GROUP = ["count", "sum", "avg", "max", "stddev", "array_agg", "jsonb_agg"];
const WINDOWS = ["rank() over", "row_number() over", "sum(id) over", "lag(id) over", "ntile(3) over"];
const TYPES = ["int", "numeric", "text", "float8", "smallint", "interval", "bool", "numeric(5, 2)"];

type Grammar = { number: string; text: string; test: string; query: string };

const grammar = fc.letrec<Grammar>((tie) => ({
  number: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(...NUMBERS),
    joined(tie("number"), OPERATORS, tie("number")),
    fc.tuple(fc.constantFrom(...OF_NUMBER), tie("number")).map(([name, value]) => `${name}(${value})`),
    fc
      .tuple(tie("test"), tie("number"), tie("number"))
      .map(([test, a, b]) => `case when ${test} then ${a} else ${b} end`),
    fc.tuple(tie("number"), fc.constantFrom(...TYPES)).map(([value, type]) => `(${value})::${type}`),
    tie("text").map((text) => `length(${text})`),
    tie("query").map((query) => `(select count(*) from (${query}) counted)`),
  ),
  text: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(...TEXTS),
    joined(tie("text"), ["||"], tie("text")),
    fc.tuple(fc.constantFrom(...OF_TEXT), tie("text")).map(([name, value]) => `${name}(${value})::text`),
    fc.tuple(tie("text"), tie("number")).map(([text, count]) => `left(${text}, (${count})::int)`),
    fc.tuple(tie("text"), tie("text")).map(([text, pattern]) => `regexp_replace(${text}, ${pattern}, 'y', 'g')`),
  ),
  test: fc.oneof(
    { depthSize: "small" },
    joined(tie("number"), COMPARISONS, tie("number")),
    joined(tie("text"), ["like", "~", "<", "="], tie("text")),
    joined(tie("test"), ["and", "or"], tie("test")),
    tie("query").map((query) => `exists (${query})`),
  ),
  query: fc.oneof(
    { depthSize: "small" },
    fc.tuple(tie("number"), tie("text")).map(([a, b]) => `select ${a} as id, 1.5 as total, ${b} as note from orders o`),
    fc
      .tuple(tie("number"), tie("test"))
      .map(([a, test]) => `select ${a} as id, 2 as total, note from orders o where ${test}`),
    fc
      .tuple(fc.constantFrom(...OF_GROUP), tie("number"), tie("text"))
      .map(
        ([name, of, key]) =>
          `select 1 as id, ${name}(${of})::text::numeric as total, ${key} as note from orders o group by ${key}`,
      ),
    fc
      .tuple(fc.constantFrom(...WINDOWS), tie("number"))
      .map(([window, by]) => `select id, ${window} (order by ${by}) as total, note from orders o`),
    fc
      .tuple(tie("query"), tie("number"))
      .map(([from, by]) => `select o.* from (${from}) o cross join orders b order by ${by} limit 5`),
    fc.tuple(tie("query"), tie("query")).map(([a, b]) => `(${a}) union (${b})`),
    tie("query").map(
      (start) => `(with recursive r as ((${start}) union select id + 1, total, note from r) select * from r)`,
    ),
  ),
}));

function joined(left: fc.Arbitrary<string>, operators: readonly string[], right: fc.Arbitrary<string>) {
  return fc.tuple(left, fc.constantFrom(...operators), right).map(([a, operator, b]) => `(${a} ${operator} ${b})`);
}

/** Queries by a grammar, words in any order, and pieces of the given queries. */
export const randomQuery = (known: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof({ arbitrary: grammar.query, weight: 3 }, { arbitrary: spliced(known), weight: 2 }, soup(WORDS));
