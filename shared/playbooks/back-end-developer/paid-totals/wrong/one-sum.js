function paidTotals(orders) {
  return orders
    .filter(({ status }) => status === "paid")
    .reduce((sum, { amount }) => sum + (amount ?? 0), 0);
}
