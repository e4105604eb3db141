import { compare, exact, parseExact } from "../foundation/exact.ts";
import { sameJson } from "../foundation/json.ts";
import { Refusal } from "../foundation/refusal.ts";
import type { Accommodation } from "./facts.ts";
import { requireSection } from "./lookup.ts";
import { type Decision, NOTHING, type Situation } from "./state.ts";
import { deadlineOf, later, runningSection, shift } from "./timing.ts";
import { requireLegal } from "./transitions.ts";

const DAY = 86_400_000;
const DEFAULT_VALIDITY = 14 * DAY;
const LONGEST_VALIDITY = 366 * DAY;
const LIMITS = { factor: ["1", "10"], minutes: ["0", "600"] } as const;

/** The time until which an invitation holds: as asked, or fourteen days. @throws Refusal `invalid_expiry` */
export function validityUntil(now: string, asked: string | undefined): string {
  if (asked === undefined) return shift(now, DEFAULT_VALIDITY);
  if (Number.isNaN(Date.parse(asked))) throw invalidExpiry("is no time");
  const expires = shift(asked, 0);
  if (expires <= now) throw invalidExpiry("must lie in the future");
  if (expires > shift(now, LONGEST_VALIDITY)) throw invalidExpiry("must lie within the next 366 days");
  return expires;
}

const invalidExpiry = (message: string) =>
  new Refusal("invalid_expiry", `The time of expiry ${message}.`, { violations: [{ path: "expires_at", message }] });

/** @throws Refusal `invalid_accommodation` for a factor outside 1 to 10 or minutes outside 0 to 600 */
export function requireAccommodation(accommodation: Accommodation | null): Accommodation | null {
  if (accommodation?.kind === "multiplier") requireWithin("factor", accommodation.factor);
  if (accommodation?.kind === "minutes") requireWithin("minutes", accommodation.minutes);
  return accommodation;
}

function requireWithin(field: keyof typeof LIMITS, text: string): void {
  const [low, high] = LIMITS[field];
  const value = parseExact(text);
  if (value && compare(value, exact(low)) >= 0 && compare(value, exact(high)) <= 0) return;
  const message = `must be a decimal from ${low} to ${high}`;
  throw new Refusal("invalid_accommodation", `The ${field} of extra time ${message}.`, {
    violations: [{ path: `accommodation.${field}`, message }],
  });
}

/** More time to start in (and, for an untimed session, to work in). @throws Refusal `wrong_status`, `invalid_expiry` */
export function decideExtend({ state, now }: Situation, input: { expires_at: string; actor: string }): Decision {
  if (input.expires_at === state.expires_at) return NOTHING;
  requireLegal(state, "session.extended");
  const expires_at = validityUntil(now, input.expires_at);
  if (expires_at < state.expires_at) throw invalidExpiry(`can't be moved before ${state.expires_at}`);
  return { facts: [{ kind: "session.extended", at: now, actor: input.actor, payload: { expires_at } }] };
}

/**
 * Extra time, from now on and for the running section too: its deadline is counted anew from its opening. Time already
 * promised is never taken back: a running deadline only moves later.
 *
 * @throws Refusal `wrong_status`, `invalid_accommodation`
 */
export function decideAccommodate(
  situation: Situation,
  input: { accommodation: Accommodation | null; actor: string },
): Decision {
  const { state, now } = situation;
  const accommodation = requireAccommodation(input.accommodation);
  if (sameJson(accommodation, state.accommodation)) return NOTHING;
  requireLegal(state, "accommodation.granted");
  const payload = { accommodation, deadline: movedDeadline(situation, accommodation) };
  return { facts: [{ kind: "accommodation.granted", at: now, actor: input.actor, payload }] };
}

function movedDeadline({ state, playbook }: Situation, accommodation: Accommodation | null): string | null {
  const running = runningSection(state);
  if (!running) return null;
  const moved = deadlineOf(requireSection(playbook, running.section), running.opened_at, accommodation);
  if (running.deadline === null) return accommodation?.kind === "untimed" ? null : later(moved!, state.expires_at);
  if (moved === null) return untimedDeadline(running.deadline, state.expires_at);
  return later(moved, running.deadline);
}

function untimedDeadline(promised: string, expires_at: string): null {
  if (expires_at >= promised) return null;
  throw new Refusal("invalid_accommodation", "An untimed section closes with the session; extend the session first.");
}
