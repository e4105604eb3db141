import type { Piece } from "../reading/book.ts";

/** What the key says of each option, in a word. */
export function marksOf(piece: Piece): { [option: string]: string } {
  switch (piece.type) {
    case "single_choice":
      return { [piece.key.correct]: "Right" };
    case "multi_select":
      return Object.fromEntries(piece.key.correct.map((id) => [id, "Right"]));
    case "best_worst":
      return { [piece.key.best]: "Best", [piece.key.worst]: "Worst" };
    case "ranking":
      return Object.fromEntries(piece.key.order.map((id, place) => [id, `Place ${place + 1}`]));
    case "matching":
      return Object.fromEntries(Object.entries(piece.key.pairs).map(([left, right]) => [right, `Belongs to ${left}`]));
    default:
      return {};
  }
}
