import type { Connection } from "../company/settings.ts";
import { ashbyUpdate } from "./ashby/mapper.ts";
import { greenhouseUpdate } from "./greenhouse/mapper.ts";
import type { AtsName, Order } from "./order.ts";
import type { Outgoing, Progress } from "./progress.ts";
import { recruiteeUpdate } from "./recruitee/mapper.ts";
import { workableUpdate } from "./workable/mapper.ts";

type Update = (order: Order, progress: Progress, connection: Connection) => Outgoing | undefined;

/** How each ATS is told of an order's progress; undefined where it wants to hear nothing of it, or can't be told. */
export const UPDATES: { readonly [Name in AtsName]: Update } = {
  greenhouse: greenhouseUpdate,
  ashby: ashbyUpdate,
  workable: workableUpdate,
  recruitee: recruiteeUpdate,
  // The company's own webhooks tell it.
  generic: () => undefined,
};

/** Whether an address lies on one of the hosts, or below it: no credential goes anywhere else. */
export function isOnHosts(url: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}
