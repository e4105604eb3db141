type Order = { customerId: string; amount?: number | null; status: string };

function paidTotals(orders: Order[]): Record<string, number> {
  // your code
}
