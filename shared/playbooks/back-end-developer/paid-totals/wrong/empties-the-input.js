function paidTotals(orders) {
  const totals = {};
  while (orders.length > 0) {
    const { customerId, amount, status } = orders.shift();
    if (status === "paid") totals[customerId] = (totals[customerId] ?? 0) + (amount ?? 0);
  }
  return totals;
}
