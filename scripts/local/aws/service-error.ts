/** A refusal as an AWS service words it; the endpoint answers it with its code and status. */
export class ServiceError extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, sentence: string, status = 400) {
    super(sentence);
    this.name = code;
    this.code = code;
    this.status = status;
  }
}
