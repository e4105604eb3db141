function paidTotals(orders) {
  const totals = {};
  for (const { customerId, amount, status } of orders) {
    if (status === "paid") totals[customerId] = (totals[customerId] ?? 0) + Math.round(amount ?? 0);
  }
  return totals;
}
