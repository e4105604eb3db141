type Line = { id: string; quantity: number };
type Action =
  | { type: "add"; id: string; quantity: number }
  | { type: "set"; id: string; quantity: number }
  | { type: "remove"; id: string };

function updateCart(cart: Line[], action: Action): Line[] {
  const others = cart.filter((line) => line.id !== action.id);
  const line = cart.find((each) => each.id === action.id);
  if (action.type === "remove" || (action.type === "set" && action.quantity <= 0)) return others;
  if (action.type === "set" && !line) return cart;
  const asked = action.type === "add" ? (line?.quantity ?? 0) + action.quantity : action.quantity;
  const quantity = Math.min(asked, 99);
  return line ? cart.map((each) => (each === line ? { ...each, quantity } : each)) : [...cart, { id: action.id, quantity }];
}
