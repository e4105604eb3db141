import type { JSX } from "preact";
import type { CandidateItem } from "#shared/domain/grading/contract.ts";
import { counted } from "#web/shared/words.ts";
import { Notice } from "../../shared/notice.tsx";
import type { Saver } from "../saving/saver.ts";

/** Tells plainly of answers to closed sections (all but the open one's items) that came late or are still to be sent. */
export function LateNotice({ saver, open = [] }: { saver: Saver; open?: CandidateItem[] }): JSX.Element | null {
  const states = [...saver.states].flatMap(([id, state]) => (open.some((item) => item.id === id) ? [] : [state]));
  const late = states.filter((state) => state.late).length;
  const waiting = states.filter((state) => state.unsent && state.refusal === undefined).length;
  if (late + waiting === 0) return null;
  return (
    <Notice kind="note">
      {waiting > 0 && (
        <p>{counted(waiting, "answer")} from before could not be sent yet. This page keeps trying; nothing is lost.</p>
      )}
      {late > 0 && (
        <p>
          <strong>{counted(late, "answer")} reached us after the section had closed.</strong> What came late is kept
          with the session, so that people can see it, but it does not count. The version saved in time does.
        </p>
      )}
    </Notice>
  );
}
