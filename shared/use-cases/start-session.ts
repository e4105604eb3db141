import type { NoticeName, Notices } from "../domain/company/notices.ts";
import { Refusal } from "../domain/foundation/refusal.ts";
import { candidateItem } from "../domain/grading/candidate-sides.ts";
import { decideStart } from "../domain/session/decide-start.ts";
import { type CandidateView, candidateView } from "../domain/session/view.ts";
import type { Ports } from "./ports.ts";
import { noticesOf, type ViewPorts } from "./view-session.ts";

/** The versions of the notices as the candidate has read them. */
type ReadVersions = { readonly [Name in NoticeName]: string };

/**
 * The candidate consents and starts. What they agree to stands in the journal by version and digest.
 *
 * @throws Refusal `wrong_status`, `session_expired`, `notice_changed` where a notice is another than the one that was read
 */
export const startSession =
  (ports: ViewPorts & Pick<Ports, "identity">) =>
  async (input: { session: string; notices?: ReadVersions | undefined }): Promise<CandidateView> => {
    const notices = await noticesOf(ports);
    if (input.notices) requireCurrent(input.notices, notices);
    const agreed = (name: NoticeName) => {
      const { version, text } = notices[name];
      return { version, digest: ports.identity.digest(text) };
    };
    const to = { privacy: agreed("privacy"), scoring: agreed("scoring") };
    return candidateView(await ports.sessions.change(input.session, (now) => decideStart(now, to)), candidateItem);
  };

function requireCurrent(read: ReadVersions, notices: Notices): void {
  for (const name of ["privacy", "scoring"] as const) {
    if (read[name] !== notices[name].version) throw changed(name, notices[name].version);
  }
}

const changed = (notice: NoticeName, version: string) =>
  new Refusal("notice_changed", "A notice was changed while you read. Please read it again before you start.", {
    data: { notice, version },
  });
