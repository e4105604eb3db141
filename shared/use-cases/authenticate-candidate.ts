import { Refusal } from "../domain/foundation/refusal.ts";
import type { Ports } from "./ports.ts";

const TOKEN = /^(ses_[0-9A-Za-z]{1,64})\.([A-Za-z0-9_-]{16,128})$/;

/** The session a candidate's token (`<session id>.<secret>`) stands for. @throws Refusal `unauthenticated` */
export const authenticateCandidate =
  (ports: Pick<Ports, "sessions" | "identity">) =>
  async (input: { token: string }): Promise<{ session: string }> => {
    const [, session, secret] = TOKEN.exec(input.token) ?? [];
    const state = session === undefined ? undefined : await ports.sessions.recall(session);
    if (!state || state.link_hash !== ports.identity.digest(secret!)) {
      throw new Refusal("unauthenticated", "This link isn't valid. Please open the link from your invitation again.");
    }
    return { session: state.id };
  };
