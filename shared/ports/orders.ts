import type { AtsName, Order } from "../domain/ats/order.ts";

/** What applicant tracking systems have ordered. */
export interface Orders {
  read(id: string): Promise<Order | undefined>;
  /** The latest order under a natural key. */
  latest(ats: AtsName, keyHash: string): Promise<Order | undefined>;
  /** @returns false when somebody else has placed this round; then nothing was written */
  place(order: Order): Promise<boolean>;
  /** Empties the order of a person who is erased: its natural key and its callback go, its id stays. */
  forget(id: string): Promise<void>;
  /** Changes what is stored now; undefined where there is none. */
  change(id: string, change: (stored: Order) => Order): Promise<Order | undefined>;
  /** The newest first. @throws Refusal `invalid_request` for a cursor that isn't one */
  list(page: { limit: number; cursor?: string | undefined }): Promise<{ data: Order[]; next_cursor: string | null }>;
}
