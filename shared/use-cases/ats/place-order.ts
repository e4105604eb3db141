import type { Order, OrderRequest } from "../../domain/ats/order.ts";
import { stillCounts } from "../../domain/ats/status-map.ts";
import { isOnHosts } from "../../domain/ats/updates.ts";
import type { CompanySettings, Connection } from "../../domain/company/settings.ts";
import { canonicalJson } from "../../domain/foundation/json.ts";
import { Refusal } from "../../domain/foundation/refusal.ts";
import { shift } from "../../domain/session/timing.ts";
import type { SettingsStore } from "../../ports/company-settings.ts";
import type { SteadyMint } from "../../ports/identity.ts";
import { JournalConflict } from "../../ports/journal-store.ts";
import type { CandidateLinks } from "../../ports/mail.ts";
import type { Orders } from "../../ports/orders.ts";
import { createSession } from "../create-session.ts";
import type { Ports } from "../ports.ts";

export type PlacePorts = Pick<Ports, "sessions" | "playbooks" | "clock" | "identity" | "site"> & {
  orders: Orders;
  settings: SettingsStore;
  links: CandidateLinks;
};

type PlaceRequest = OrderRequest & {
  actor: string;
  /** Where the request may come again. */
  mint?: SteadyMint | undefined;
};

/** `url` is the candidate's link, given with a new order where the ATS invites by itself. */
export type Placed = { order: Order; isNew: boolean; url: string | null };

const DAY = 86_400_000;
const ATTEMPTS = 4;

/**
 * Places an order: one session under one natural key, however often and however much at once it is asked for. Once that
 * session is over without a result, the same key invites anew.
 *
 * @throws Refusal `playbook_not_found`, `mail_off`, `address_refused`, `busy`
 */
export const placeOrder = (ports: PlacePorts) => {
  const invite = inviting(ports);
  return async (request: PlaceRequest): Promise<Placed> => {
    const settings = await ports.settings.read();
    const key_hash = keyHash(ports.identity, request);
    const { mint = ports.identity } = request;
    const own = { id: mint.id("ord_"), session: mint.id("ses_") };
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const latest = await ports.orders.latest(request.ats, key_hash);
      // A request that comes again goes on with its own order.
      if (latest?.id === own.id) return invite(latest, request, settings.ats[request.ats]);
      const standing = latest && (await standingOf(ports, latest));
      if (latest && standing === "counts") return { order: latest, isNew: false, url: null };
      await requirePossible(ports, request, settings);
      // A crash may have left an order without its session: then it gets the one it was promised.
      if (latest && standing === "unfinished") return invite(latest, request, settings.ats[request.ats]);
      const order = { ...own, ...newOrder(ports, request), key_hash, round: (latest?.round ?? 0) + 1 };
      if (await ports.orders.place(order)) return invite(order, request, settings.ats[request.ats]);
    }
    throw new Refusal("busy", "This candidate is being ordered several times at once; try again.");
  };
};

/** A natural key as it is kept: it may be an address that is nobody else's to know. */
export const keyHash = (
  { digest }: Pick<Ports["identity"], "digest">,
  { ats, key }: Pick<OrderRequest, "ats" | "key">,
): string => digest(canonicalJson([ats, key]));

async function standingOf({ sessions }: PlacePorts, order: Order): Promise<"counts" | "over" | "unfinished"> {
  try {
    const { state } = await sessions.read(order.session);
    return stillCounts(state.status) ? "counts" : "over";
  } catch (error) {
    if (error instanceof Refusal && error.code === "session_not_found") return "unfinished";
    throw error;
  }
}

async function requirePossible(ports: PlacePorts, request: OrderRequest, settings: CompanySettings): Promise<void> {
  const { invites, hosts } = settings.ats[request.ats];
  const { url } = request.callback;
  if (url !== undefined && !isOnHosts(url, hosts)) {
    throw new Refusal("address_refused", `Results are sent to ${hosts.join(", ")} alone; the settings can name more.`);
  }
  if (!(await ports.playbooks.read(request.playbook))) {
    throw new Refusal("playbook_not_found", `There is no playbook "${request.playbook}".`);
  }
  if (invites === "assay" && !settings.mail.enabled) {
    throw new Refusal("mail_off", "Nobody would invite the candidate: switch mail on in Assay's settings.");
  }
}

const newOrder = ({ clock }: PlacePorts, { ats, callback }: OrderRequest) => ({
  ...{ ats, callback },
  ...{ placed_at: clock.now(), canceled: false, told: null, told_at: null, failed: null },
});

/** Makes the session that an order was promised; whoever comes second finds it made. */
function inviting(ports: PlacePorts) {
  const create = createSession(ports);
  return async (
    order: Order,
    { candidate, playbook, job, metadata, actor, mint }: PlaceRequest,
    { invites, expires_days }: Connection,
  ): Promise<Placed> => {
    try {
      const { url } = await create({
        session: order.session,
        playbook,
        candidate,
        job,
        metadata: { ...metadata, ats: order.ats, order: order.id },
        expires_at: shift(ports.clock.now(), expires_days * DAY),
        mailed: invites === "assay",
        ...{ actor, mint },
      });
      return { order, isNew: true, url: invites === "ats" ? url : null };
    } catch (error) {
      if (!(error instanceof JournalConflict)) throw error;
      return { order, isNew: false, url: null };
    }
  };
}
