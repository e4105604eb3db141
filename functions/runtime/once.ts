import { canonicalJson } from "#shared/domain/foundation/json.ts";
import { Refusal } from "#shared/domain/foundation/refusal.ts";
import type { Clock } from "#shared/ports/clock.ts";
import type { Identity, SteadyMint } from "#shared/ports/identity.ts";
import { JournalConflict } from "#shared/ports/journal-store.ts";
import type { KeptReply, RepeatableRequest, Replies, ReplyOwner } from "#shared/ports/replies.ts";
import type { Exchange, HttpEvent } from "./exchange.ts";

/** What it takes to answer a request once, however often it is sent. */
type OnceMeans = { replies: Replies; clock: Clock; identity: Pick<Identity, "digest" | "mintFrom"> };

/** Answers a request by serving it, unless it was answered before. */
export type Once = (event: HttpEvent, serve: (mint?: SteadyMint) => Promise<KeptReply>) => Promise<KeptReply>;

const KEY = /^[\x21-\x7e]{1,255}$/;

/**
 * Answers a POST that carries an `Idempotency-Key` once: for seven days the same request again gets the same bytes.
 * What was refused is not kept, nor what lost a race: the next try is a new one. Where a try ended without an answer,
 * the next one makes what it has made under the same ids, and so finds it.
 *
 * @throws Refusal `idempotency_in_flight`, `idempotency_mismatch`, `invalid_request` for a key that is none
 */
export const answerOnce =
  (means: OnceMeans): Once =>
  async (event, serve) => {
    const request = repeatable(event, means.identity.digest);
    if (!request) return serve();
    const claim = await means.replies.claim(request, means.clock.now());
    if (claim.state === "answered") return claim.reply;
    if (claim.state !== "claimed") throw refusals[claim.state]();
    try {
      const reply = await serve({ ...means.identity.mintFrom(claim.seed, claim.since), again: claim.again });
      await means.replies.keep(request, reply, { now: means.clock.now(), owner: ownerOf(event.exchange, reply) });
      return reply;
    } catch (error) {
      if (error instanceof Refusal || error instanceof JournalConflict) await means.replies.release(request);
      throw error;
    }
  };

const refusals = {
  in_flight: () => new Refusal("idempotency_in_flight", "The first request with this key is not answered yet."),
  other_request: () => new Refusal("idempotency_mismatch", "This key was used for a request with another content."),
};

/** The session that a reply tells of: the candidate's, the path's, or the one that was made. */
function ownerOf({ parameters, caller }: Exchange, { body }: KeptReply): ReplyOwner {
  if (caller.kind === "candidate") return { session: caller.session };
  const session = parameters["session"] ?? madeSession(body);
  return session === undefined ? undefined : { session };
}

function madeSession(body: string | null): string | undefined {
  const { id } = JSON.parse(body ?? "{}") as { id?: unknown };
  return typeof id === "string" && id.startsWith("ses_") ? id : undefined;
}

function repeatable({ headers, exchange }: HttpEvent, digest: Identity["digest"]): RepeatableRequest | undefined {
  const key = headers["idempotency-key"];
  const { route, caller, credential } = exchange;
  const whose = "session" in caller ? caller.session : "id" in caller ? caller.id : undefined;
  if (key === undefined || route!.method !== "POST" || whose === undefined) return undefined;
  if (!KEY.test(key)) throw malformed();
  return {
    id: digest(canonicalJson([whose, route!.operation, key])),
    fingerprint: digest(canonicalJson(askedOf(exchange))),
    // A person's token is a new one every hour, and the reply is still the same person's.
    secret: `${caller.kind === "staff" ? caller.id : credential}\n${key}`,
  };
}

const askedOf = ({ parameters, body, caller }: Exchange) => ({
  ...{ parameters, body },
  ...(caller.kind === "machine" && caller.actor.id !== caller.id && { actor: caller.actor.id }),
});

const malformed = () =>
  new Refusal("invalid_request", "An idempotency key has 1 to 255 visible characters.", {
    violations: [{ path: "idempotency-key", message: "must have 1 to 255 visible ASCII characters" }],
  });
