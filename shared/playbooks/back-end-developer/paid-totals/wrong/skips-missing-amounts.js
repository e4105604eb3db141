function paidTotals(orders) {
  const totals = {};
  for (const { customerId, amount, status } of orders) {
    if (status === "paid" && amount) totals[customerId] = (totals[customerId] ?? 0) + amount;
  }
  return totals;
}
