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
    if (action.quantity <= 0) return others;
    return cart.map((each) => (each === line ? { ...each, quantity: action.quantity } : each));
  }
  if (action.quantity <= 0) return cart;
  if (!line) return [...cart, { id: action.id, quantity: action.quantity }];
  return cart.map((each) => (each === line ? { ...each, quantity: each.quantity + action.quantity } : each));
}
