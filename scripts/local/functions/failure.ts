/** What Lambda answers for a function that failed. */
export type FailurePayload = { errorType: string; errorMessage: string; trace?: string[] };

/** A function was found and ran, and failed. */
export class FunctionFailure extends Error {
  readonly payload: FailurePayload;
  constructor(payload: FailurePayload) {
    super(payload.errorMessage);
    this.name = payload.errorType;
    this.payload = payload;
  }
}
