import type { JSX } from "preact";
import { useRead } from "../../../api/hooks.ts";
import type { AnswerOf, Session } from "../../../api/types.ts";
import { Loaded } from "../../../parts/loaded.tsx";
import { Skeleton } from "../../../parts/skeleton.tsx";
import { Decision } from "./decision.tsx";
import { Finalize } from "./finalize.tsx";
import { Flags } from "./flags.tsx";

export type SessionReport = AnswerOf<"read-session-report">;

/** Where people judge: red flags with due process, the step to the final result, and the decision. */
export default function Judgement({ session }: { session: Session }): JSX.Element {
  const report = useRead("read-session-report", { session: session.id });
  return (
    <Loaded of={report} waiting={<Skeleton lines={10} />}>
      {(found) => (
        <div class="report">
          <Flags session={session} known={found.playbook.red_flags} />
          <Finalize report={found} />
          <Decision report={found} />
        </div>
      )}
    </Loaded>
  );
}
