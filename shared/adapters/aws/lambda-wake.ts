import type { Wake } from "../../ports/workflow.ts";
import { invokeLater } from "./lambda.ts";

/**
 * Wakes a function by an asynchronous call; `eventOf` makes its event. A call that fails is told to `onLost` and made
 * up for by the sweep.
 */
export const lambdaWake = (
  functionName: string,
  eventOf: (stream: string) => unknown,
  onLost: (error: unknown) => void,
): Wake => ({ wake: (stream) => invokeLater(functionName, eventOf(stream)).catch(onLost) });
