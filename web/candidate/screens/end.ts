export { Closed } from "./closed.tsx";
export { Finish } from "./finish.tsx";
export { ReceiptScreen } from "./receipt.tsx";
export { SharedResult } from "./shared-result.tsx";
