import type { CandidateItem } from "#shared/domain/grading/contract.ts";

type SampleSection = { id: string; title: string; minutes: number; introduction?: string; items: CandidateItem[] };

const item = (id: string, type: string, rest: object): CandidateItem =>
  ({ id, type, title: id, points: "1", prompt: "", ...rest }) as CandidateItem;

const options = (...texts: string[]) => texts.map((text, index) => ({ id: "abcdefgh"[index] ?? "z", text }));

const paidTotals = item("paid-totals", "coding", {
  title: "Totals of paid orders",
  points: "6",
  prompt:
    "Write a function `paidTotals(orders)` that adds up the amounts of **paid** orders for each customer.\n\n" +
    "- An order looks like `{customerId, amount, status}`.\n- Only the status `paid` counts; case matters.\n" +
    "- A missing amount counts as 0. Refunds are negative.\n- Customers without a paid order don't appear.\n\n" +
    "Return a plain object from customer to sum. Don't change the input.",
  entry: "paidTotals",
  languages: ["javascript", "typescript"],
  starter: {
    javascript: "function paidTotals(orders) {\n  // your code\n}\n",
    typescript: "function paidTotals(orders: Order[]): Record<string, number> {\n  // your code\n}\n",
  },
  examples: [
    {
      id: "two",
      title: "Two customers",
      arguments: [
        [
          { customerId: "ada", amount: 10, status: "paid" },
          { customerId: "bob", amount: 5, status: "open" },
          { customerId: "ada", amount: 2.5, status: "paid" },
        ],
      ],
      expected: { ada: 12.5 },
    },
    { id: "none", title: "No orders", arguments: [[]], expected: {} },
  ],
});

const busyCustomers = item("busy-customers", "sql", {
  title: "Busy customers",
  points: "4",
  prompt:
    "List the customers with **more than three orders in 2024** (UTC): name and number of orders.\n\n" +
    "Most orders first; ties by name.",
  schema:
    "CREATE TABLE customers (\n  id   integer PRIMARY KEY,\n  name text NOT NULL\n);\n\nCREATE TABLE orders (\n" +
    "  id          integer PRIMARY KEY,\n  customer_id integer REFERENCES customers,\n  total       numeric(10, 2),\n" +
    "  created_at  timestamptz NOT NULL\n);",
  starter: "",
  examples: [
    {
      id: "small",
      title: "Two customers",
      sql: "INSERT INTO customers VALUES (1, 'Ada'), (2, 'Bo');",
      rows: [["Ada", "4"]],
    },
  ],
});

const unsafeEndpoint = item("unsafe-endpoint", "best_worst", {
  title: "The unsafe endpoint",
  points: "2",
  prompt:
    "A colleague's endpoint is due out tonight. You see that it builds its SQL from raw user input. The lead is away. " +
    "What is the **best** and what the **worst** thing to do?",
  options: options(
    "Ship it as planned and open a ticket for Monday.",
    "Tell the colleague now, show the problem, propose a fix or a hold, and inform the deputy.",
    "Rewrite the endpoint silently and push it before anyone notices.",
    "Say nothing: it isn't your code.",
  ),
});

const delayEmail = item("delay-email", "written", {
  title: "The e-mail about a delay",
  points: "5",
  prompt:
    "A fix that you promised the product manager for today needs **two more days**. Write the e-mail (80 to 150 words): " +
    "the delay and the new date, the cause in plain words, the effect and a stop-gap, and the next step with an owner.",
  words: { min: 80, max: 150 },
});

const calculateTotal = item("calculate-total", "code_reading", {
  title: "What is wrong here?",
  points: "2",
  prompt: "Read the code with care and answer the three questions.",
  snippet: {
    language: "javascript",
    source:
      "function calculateTotal(n) {\n  let sum = 0;\n  for (let i = 1; i <= n; i++); {\n    sum += i;\n  }\n  return sum;\n}\n\n" +
      "console.log(calculateTotal(5));",
  },
  parts: [
    { id: "fault", type: "concepts", title: "What is wrong?", points: "1", prompt: "" },
    { id: "as_written", type: "short_text", title: "What happens when it runs as written?", points: "0.5", prompt: "" },
    {
      id: "fixed",
      type: "numeric",
      title: "What does it print once fixed?",
      points: "0.5",
      prompt: "",
      hint: "a number",
    },
  ],
});

const cognitive = [
  item("servers", "numeric", {
    title: "How many servers?",
    prompt:
      "A service gets 150 evenly spaced requests a minute. Each takes one processor for 0.5 seconds.\n\n" +
      "What is the least number of servers, each with one processor, that keeps up without a queue?",
    hint: "a whole number",
  }),
  item("sequence", "numeric", { title: "The next number", prompt: "3, 6, 12, 24, … Each step is the same operation." }),
  item("pseudocode", "numeric", {
    title: "What is printed?",
    prompt: "```\nx = 5\ny = 2\nif (x * 2 == 10) {\n  print(x + y)\n} else {\n  print(x - y)\n}\n```",
  }),
];

export const sampleSections: SampleSection[] = [
  { id: "cognitive", title: "Cognitive", minutes: 5, items: cognitive },
  {
    id: "hard-skills",
    title: "Hard Skills",
    minutes: 12,
    introduction: "Two tasks: a function and a query. Both can be run on examples as often as you like.",
    items: [paidTotals, busyCustomers],
  },
  { id: "situational-judgement", title: "Situational Judgement", minutes: 4, items: [unsafeEndpoint] },
  { id: "soft-skills", title: "Soft Skills", minutes: 5, items: [delayEmail] },
  { id: "accuracy", title: "Accuracy", minutes: 4, items: [calculateTotal] },
];

/** One item of every type that the page can draw. */
export const everyType: CandidateItem[] = [
  item("one-number", "numeric", {
    title: "A number",
    prompt: "How many minutes has an hour and a half?",
    hint: "a number",
  }),
  item("one-word", "short_text", { title: "A word", prompt: "What is the capital of France?", hint: "one word" }),
  item("one-choice", "single_choice", {
    title: "One choice",
    prompt: "Which status says that something was *created*?",
    options: options("`200`", "`201`", "`404`"),
  }),
  item("many-choices", "multi_select", {
    title: "Several choices",
    prompt: "Which of these are databases?",
    options: options("PostgreSQL", "MongoDB", "Express", "Docker"),
  }),
  { ...unsafeEndpoint, id: "practice-best-worst" },
  item("ranking", "ranking", {
    title: "An order",
    prompt: "Put the steps of a release in order.",
    options: options("Run the tests", "Write the code", "Deploy", "Watch the alarms"),
  }),
  item("matching", "matching", {
    title: "Pairs",
    prompt: "Match each tool with its purpose.",
    left: options("Git", "Docker", "Grafana"),
    right: [
      { id: "x", text: "versions" },
      { id: "y", text: "containers" },
      { id: "z", text: "dashboards" },
    ],
  }),
  item("several", "parts", {
    title: "Several fields",
    points: "2",
    prompt: "Copy the record.",
    parts: [
      { id: "name", type: "short_text", title: "Name", points: "1", prompt: "" },
      { id: "size", type: "single_choice", title: "Size", points: "1", prompt: "", options: options("small", "large") },
    ],
  }),
  { ...calculateTotal, id: "practice-reading" },
  { ...paidTotals, id: "practice-coding" },
  { ...busyCustomers, id: "practice-sql" },
  { ...delayEmail, id: "practice-email" },
];
