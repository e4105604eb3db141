function paidTotals(orders) {
  const totals = {};
  for (const { customerId, amount, status } of orders) {
    if (status === "paid") totals[customerId] = amount ?? 0;
  }
  return totals;
}
