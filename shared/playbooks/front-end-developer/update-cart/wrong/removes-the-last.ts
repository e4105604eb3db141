type Line = { id: string; quantity: number };
type Action =
  | { type: "add"; id: string; quantity: number }
  | { type: "set"; id: string; quantity: number }
  | { type: "remove"; id: string };

function updateCart(cart: Line[], action: Action): Line[] {
  const next = cart.map((line) => ({ ...line }));
  const index = next.findIndex((line) => line.id === action.id);
  const line = next[index];
  if (action.type === "remove") {
    next.splice(index, 1);
  } else if (action.type === "set") {
    if (line && action.quantity > 0) line.quantity = Math.min(action.quantity, 99);
    else if (line) next.splice(index, 1);
  } else if (action.quantity > 0) {
    if (line) line.quantity = Math.min(line.quantity + action.quantity, 99);
    else next.push({ id: action.id, quantity: Math.min(action.quantity, 99) });
  }
  return next;
}
