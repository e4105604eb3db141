import * as z from "zod/mini";
import { equivalentMutants, field, fieldsOfPart, itemFields, localId, positiveDecimal, text } from "../item-fields.ts";

/** `{query}`: one SELECT of at most 20 KB. */
const sqlAnswer = z.strictObject({ query: z.string().check(z.maxLength(20_480)) });

const row = z.array(z.nullable(z.string()));

const dataSet = z.strictObject({
  id: field("Name of the data set in the working.", localId),
  title: field("What it is there to tell apart, for people.", text),
  sql: field("Statements that fill the tables.", z.string()),
  rows: field(
    "The rows a right query gives, in the order asked; every value as text (numbers compare by value) or null.",
    z.array(row),
  ),
});

const order = z.strictObject({
  by: field("The columns of the asked order, by number from 1: rows equal in all of them are ties.", z.array(z.int())),
  ties: field(
    "`any`: ties in any order. `fixed`: exactly as the rows stand.",
    z._default(z.enum(["any", "fixed"]), "any"),
  ),
});

const sqlKey = z.strictObject({
  points: field(
    "The points of each aspect; they sum to the item's. An aspect is earned when it holds on every data set.",
    z.strictObject({
      rows: field("The right rows, told by the columns of `identity`.", positiveDecimal),
      columns: field("The right number of columns with the right values in them.", z.optional(positiveDecimal)),
      order: field("The right order; needs `order`.", z.optional(positiveDecimal)),
    }),
  ),
  columns: field("How many columns the answer has.", z.int().check(z.minimum(1))),
  identity: field(
    "The columns that tell a row, by number from 1; left out: all of them.",
    z.optional(z.array(z.int().check(z.minimum(1))).check(z.minLength(1))),
  ),
  column_names: field(
    "The columns' names, where the task asks for them; else names are free.",
    z.optional(z.array(text)),
  ),
  order: field("The order asked for, if any; without it rows come in any order.", z.optional(order)),
  data_sets: field("Hidden data sets; several small ones beat one.", z.array(dataSet).check(z.minLength(1))),
  reference: field("A query that is right on every data set.", text),
  equivalent_mutants: equivalentMutants,
});

const own = {
  type: z.literal("sql"),
  schema: field("Statements that create the tables (PostgreSQL), shown to the candidate.", text),
  starter: field("The text in the editor at the start.", z._default(z.string(), "")),
  examples: field("Shown data sets that the candidate may run a query on.", z._default(z.array(dataSet), [])),
  fuel: field("Steps per data set, where the engine's default isn't right.", z.optional(z.int().check(z.minimum(1)))),
  key: field("The hidden data sets, what is compared, and the reference query.", sqlKey),
};

export const sqlItem = z.strictObject({ ...itemFields(sqlAnswer), ...own });
export const sqlPart = z.strictObject({ ...fieldsOfPart(sqlAnswer), ...own });

export type SqlItem = z.infer<typeof sqlItem>;
export type SqlPart = z.infer<typeof sqlPart>;
export type SqlAnswer = z.infer<typeof sqlAnswer>;
export type SqlDataSet = z.infer<typeof dataSet>;
export type SqlKey = z.infer<typeof sqlKey>;
