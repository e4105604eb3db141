type Line = { id: string; quantity: number };
type Action =
  | { type: "add"; id: string; quantity: number }
  | { type: "set"; id: string; quantity: number }
  | { type: "remove"; id: string };

function updateCart(cart: Line[], action: Action): Line[] {
  const line = cart.find((each) => each.id === action.id);
  if (action.type === "remove") return cart.filter((each) => each !== line);
  if (action.type === "set") {
    return cart.map((each) => (each === line ? { ...each, quantity: Math.min(action.quantity, 99) } : each));
  }
  const added = Math.max(action.quantity, 0);
  if (!line) return [...cart, { id: action.id, quantity: Math.min(added, 99) }];
  return cart.map((each) => (each === line ? { ...each, quantity: Math.min(each.quantity + added, 99) } : each));
}
