function paidTotals(orders) {
  const totals = {};
  for (const { customerId, amount, status } of orders) {
    if (status !== "paid") continue;
    totals[customerId] = (totals[customerId] ?? 0) + (amount ?? 0);
  }
  return totals;
}
