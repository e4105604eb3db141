function paidTotals(orders) {
  // your code
}
