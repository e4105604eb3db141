type Line = { id: string; quantity: number };
type Action =
  | { type: "add"; id: string; quantity: number }
  | { type: "set"; id: string; quantity: number }
  | { type: "remove"; id: string };

function updateCart(cart: Line[], action: Action): Line[] {
  const others = cart.filter((line) => line.id !== action.id);
  const line = cart.find((each) => each.id === action.id);
  if (action.type === "remove") return others;
  if (action.type === "add" && action.quantity <= 0) return cart;
  const asked = action.type === "add" ? (line?.quantity ?? 0) + action.quantity : action.quantity;
  if (asked <= 0) return others;
  const quantity = Math.min(asked, 99);
  return line ? cart.map((each) => (each === line ? { ...each, quantity } : each)) : [...cart, { id: action.id, quantity }];
}
