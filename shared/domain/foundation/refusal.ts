import type { Json } from "./json.ts";

/** One place in a body, file or playbook that is wrong, and what to do about it. */
export type Violation = { path: string; message: string; remedy?: string; line?: number };

/**
 * The one way in which a use case says no: a request that is understood and can't be granted.
 * Everything else that is thrown is a fault of ours.
 *
 * `code` is one of the codes of `shared/contracts/problem.ts`, which gives it a status and a title;
 * `detail` is a sentence for people; `data` becomes members of the problem document.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: string;
  readonly data: { [key: string]: Json };
  readonly violations: Violation[];

  constructor(code: string, detail: string, more: { data?: { [key: string]: Json }; violations?: Violation[] } = {}) {
    super(detail);
    this.code = code;
    this.data = more.data ?? {};
    this.violations = more.violations ?? [];
  }
}
