type Line = { id: string; quantity: number };
type Action =
  | { type: "add"; id: string; quantity: number }
  | { type: "set"; id: string; quantity: number }
  | { type: "remove"; id: string };

function updateCart(cart: Line[], action: Action): Line[] {
  const index = cart.findIndex((line) => line.id === action.id);
  const line = cart[index];
  if (action.type === "remove") {
    if (line) cart.splice(index, 1);
  } else if (action.type === "set") {
    if (line) line.quantity = Math.min(action.quantity, 99);
    if (line && line.quantity <= 0) cart.splice(index, 1);
  } else if (action.quantity > 0) {
    if (line) line.quantity = Math.min(line.quantity + action.quantity, 99);
    else cart.push({ id: action.id, quantity: Math.min(action.quantity, 99) });
  }
  return cart;
}
