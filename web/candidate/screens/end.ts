export { Closed } from "./closed.tsx";
export { Finish } from "./finish.tsx";
export { ReceiptScreen } from "./receipt.tsx";
