import type { Errand } from "../domain/errands/errand.ts";

/** What is still to be done outside, and what was. */
export interface Errands {
  /** @returns false when it stands already; then nothing was written */
  create(errand: Errand): Promise<boolean>;
  read(id: string): Promise<Errand | undefined>;
  /**
   * Puts `next` where still `known` stands.
   *
   * @returns false when somebody else changed it meanwhile
   */
  replace(known: Errand, next: Errand): Promise<boolean>;
  /** Those that somebody has to look at by `now`. */
  due(now: string, limit: number): Promise<string[]>;
}
