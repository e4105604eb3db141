import { Refusal } from "../domain/foundation/refusal.ts";
import type { Result } from "../domain/scoring/result.ts";
import type { Ports } from "./ports.ts";

/** The latest result, or the `version`th. @throws Refusal `session_not_found`, `result_not_found` */
export const readResult =
  (ports: Pick<Ports, "sessions">) =>
  async (input: { session: string; version?: number | undefined }): Promise<Result> => {
    const { state } = await ports.sessions.read(input.session);
    const result = input.version === undefined ? state.results.at(-1) : state.results[input.version - 1];
    if (result) return result;
    const which = input.version === undefined ? "no result yet" : `no result of version ${input.version}`;
    throw new Refusal("result_not_found", `There is ${which} of this session.`, {
      data: { session_status: state.status },
    });
  };
