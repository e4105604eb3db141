import { decideDecline, decideRequest } from "../domain/session/decide-request.ts";
import type { Accommodation } from "../domain/session/facts.ts";
import type { AccommodationRequest } from "../domain/session/state.ts";
import type { CandidateView } from "../domain/session/view.ts";
import type { Ports } from "./ports.ts";
import { type ViewPorts, viewing } from "./view-session.ts";

/** The candidate asks for extra time. @throws Refusal `wrong_status`, `session_expired`, `too_many_requests` */
export const requestAccommodation = (ports: ViewPorts) => {
  const view = viewing(ports);
  return async (input: { session: string; text: string }): Promise<CandidateView> =>
    view(await ports.sessions.change(input.session, (now) => decideRequest(now, input)));
};

/** What a candidate has, and asked for; for those who grant it, and for nobody who scores. */
export type AccommodationStanding = { accommodation: Accommodation | null; request: AccommodationRequest | null };

/** @throws Refusal `session_not_found` */
export const readAccommodation =
  (ports: Pick<Ports, "sessions">) =>
  async (input: { session: string }): Promise<AccommodationStanding> => {
    const { state } = await ports.sessions.read(input.session);
    return { accommodation: state.accommodation, request: state.accommodation_request };
  };

/** @throws Refusal `session_not_found`, `wrong_status`, `nothing_requested` */
export const declineAccommodation =
  (ports: Pick<Ports, "sessions">) =>
  async (input: { session: string; reason: string | null; actor: string }): Promise<AccommodationStanding> => {
    const { state } = await ports.sessions.change(input.session, (now) => decideDecline(now, input));
    return { accommodation: state.accommodation, request: state.accommodation_request };
  };
