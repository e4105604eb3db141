import { type Notices, STANDARD_NOTICES } from "../domain/company/notices.ts";
import { candidateItem } from "../domain/grading/candidate-sides.ts";
import type { Situation } from "../domain/session/state.ts";
import { type CandidateView, candidateView } from "../domain/session/view.ts";
import type { SettingsStore } from "../ports/company-settings.ts";
import type { Ports } from "./ports.ts";

/** Without settings, what holds until a company writes its own. */
export type ViewPorts = Pick<Ports, "sessions"> & { settings?: Pick<SettingsStore, "read"> };

/** The candidate's page, as it stands now. */
export const viewSession = (ports: ViewPorts) => {
  const view = viewing(ports);
  return async (input: { session: string }): Promise<CandidateView> => view(await ports.sessions.read(input.session));
};

/** The view of a session; before the start with what its candidate is asked to agree to. */
export const viewing =
  (ports: Pick<ViewPorts, "settings">) =>
  async (situation: Situation): Promise<CandidateView> => {
    const view = candidateView(situation, candidateItem);
    if (view.next !== "start") return view;
    return { ...view, notices: await noticesOf(ports) };
  };

/** What candidates are told before they agree, as it stands now. */
export const noticesOf = async ({ settings }: Pick<ViewPorts, "settings">): Promise<Notices> =>
  (await settings?.read())?.notices ?? STANDARD_NOTICES;
