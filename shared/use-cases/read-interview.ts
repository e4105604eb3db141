import { type InterviewKit, interviewKit } from "../domain/interview/kit.ts";
import type { Ports } from "./ports.ts";

/** What an interviewer needs in the room. @throws Refusal `session_not_found` */
export const readInterview =
  (ports: Pick<Ports, "sessions">) =>
  async (input: { session: string }): Promise<InterviewKit> =>
    interviewKit(await ports.sessions.read(input.session));
