import type { Json } from "#shared/domain/foundation/json.ts";

const paidTotals = `function paidTotals(orders) {
  const totals = {};
  for (const { customerId, amount, status } of orders) {
    if (status === "paid") totals[customerId] = (totals[customerId] ?? 0) + (amount ?? 0);
  }
  return totals;
}`;

const busyCustomers = (order: string) => `SELECT c.name, count(*) AS orders
FROM customers c JOIN orders o ON o.customer_id = c.id
WHERE o.created_at >= '2024-01-01T00:00:00Z' AND o.created_at < '2025-01-01T00:00:00Z'
GROUP BY c.id, c.name HAVING count(*) > 3
ORDER BY ${order}`;

/** What a candidate who gets everything right gives, but for the e-mail (see `playbook.ts reference`). */
export const rightAnswers: { [item: string]: Json } = {
  servers: "2",
  sequence: "48",
  pseudocode: "7",
  "paid-totals": { language: "javascript", source: paidTotals },
  "busy-customers": { query: busyCustomers("count(*) DESC, c.name ASC") },
  "unsafe-endpoint": { best: "b", worst: "d" },
  "calculate-total": {
    fault: "There is a semicolon right after the for loop's header, so the loop body is empty.",
    as_written: "It throws a ReferenceError because i is not defined outside the loop.",
    fixed: "15",
  },
};

/**
 * A mixed set whose figure is computed by hand from the shipped weights:
 * technical 6 + 3 of 10 → 90 · problem solving 2 of 3 → 66.67 · communication 0 · attitude 1 of 2 → 50 · attention 1 of 2 → 50.
 * F_p = .40·90 + .15·66.67 + 0 + .15·50 + .10·50 = 36 + 10 + 7.5 + 5 = 58.50;
 * low = .6·(36 + 10 + 7.5) + 5 = 37.10; high = low + 36 = 73.10.
 */
export const mixedAnswers: { [item: string]: Json } = {
  ...rightAnswers,
  sequence: "36",
  "busy-customers": { query: busyCustomers("count(*) ASC, c.name DESC") },
  "unsafe-endpoint": { best: "b", worst: "c" },
  "calculate-total": {
    ...(rightAnswers["calculate-total"] as { [part: string]: Json }),
    fault: "The variable names are too short.",
  },
};
export const mixedFigures = { score: "58.50", coverage: "64.00", bounds: { low: "37.10", high: "73.10" } };
