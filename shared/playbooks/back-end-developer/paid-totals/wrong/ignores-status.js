function paidTotals(orders) {
  const totals = {};
  for (const { customerId, amount } of orders) {
    totals[customerId] = (totals[customerId] ?? 0) + (amount ?? 0);
  }
  return totals;
}
