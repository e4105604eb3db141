type Line = { id: string; quantity: number };
type Action =
  | { type: "add"; id: string; quantity: number }
  | { type: "set"; id: string; quantity: number }
  | { type: "remove"; id: string };

const MOST = 99;

const without = (cart: Line[], id: string): Line[] => cart.filter((line) => line.id !== id);

function put(cart: Line[], id: string, quantity: number): Line[] {
  if (quantity <= 0) return without(cart, id);
  const line = { id, quantity: Math.min(quantity, MOST) };
  const isHeld = cart.some((each) => each.id === id);
  return isHeld ? cart.map((each) => (each.id === id ? line : each)) : [...cart, line];
}

function updateCart(cart: Line[], action: Action): Line[] {
  const held = cart.find((line) => line.id === action.id)?.quantity ?? 0;
  switch (action.type) {
    case "add":
      return put(cart, action.id, held + Math.max(action.quantity, 0));
    case "set":
      return held === 0 ? cart : put(cart, action.id, action.quantity);
    case "remove":
      return without(cart, action.id);
  }
}
