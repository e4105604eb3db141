export { Closed } from "./closed.tsx";
export { ReceiptScreen } from "./receipt.tsx";
