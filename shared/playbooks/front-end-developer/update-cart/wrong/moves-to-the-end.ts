type Line = { id: string; quantity: number };
type Action =
  | { type: "add"; id: string; quantity: number }
  | { type: "set"; id: string; quantity: number }
  | { type: "remove"; id: string };

function updateCart(cart: Line[], action: Action): Line[] {
  const others = cart.filter((line) => line.id !== action.id);
  const line = cart.find((each) => each.id === action.id);
  if (action.type === "remove") return others;
  if (action.type === "set") {
    if (!line) return cart;
    return action.quantity <= 0 ? others : [...others, { id: action.id, quantity: Math.min(action.quantity, 99) }];
  }
  if (action.quantity <= 0) return cart;
  return [...others, { id: action.id, quantity: Math.min((line?.quantity ?? 0) + action.quantity, 99) }];
}
