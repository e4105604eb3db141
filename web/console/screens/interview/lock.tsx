import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Unreachable } from "../../../shared/api-problem.ts";
import { useChange } from "../../api/hooks.ts";
import { useMe } from "../../me.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { say } from "../../parts/toasts.tsx";
import { type Gap, gapsOf, isEmpty, isStopping, type Kit, type Lack } from "./card.ts";
import type { CardSaver } from "./card-saver.ts";
import { isDue } from "./card-state.ts";

const LACKS: { [L in Lack]: string } = {
  words: "rated, but nothing is quoted",
  reason: "not assessed, but no reason is given",
  rating: "something is noted, but it isn't rated",
  "left-out": "left out",
};

type LockProps = { kit: Kit; saver: CardSaver; close: () => void };

/** Locks the card for good; says first what is missing. */
export function Lock({ kit, saver, close }: LockProps): JSX.Element {
  const gaps = gapsOf(kit, saver.state.entries);
  const stopping = gaps.filter(isStopping);
  if (stopping.length > 0 || isEmpty(saver.state.entries)) {
    return (
      <Dialog title="Not yet" close={close} closeWord="Back to the card">
        <p>{stopping.length > 0 ? "This is missing before the card can be locked:" : "Nothing is rated yet."}</p>
        <Gaps gaps={stopping} close={close} />
      </Dialog>
    );
  }
  return <Final kit={kit} saver={saver} close={close} leftOut={gaps} />;
}

function Final({ kit, saver, close, leftOut }: LockProps & { leftOut: Gap[] }): JSX.Element {
  const me = useMe();
  const change = useChange("lock-scorecard", { session: kit.session, interviewer: me.id });
  const [unsaved, setUnsaved] = useState<Unreachable>();
  const run = async () => {
    await saver.flush();
    const away = isDue(saver.state) ? new Unreachable() : undefined;
    setUnsaved(away);
    if (away) throw away;
    await change.run({});
    saver.forget();
    say("Your scorecard is locked.");
  };
  const error = unsaved ?? change.error;
  return (
    <Confirm
      title="Lock your scorecard?"
      action="Lock it"
      closeWord="Not yet"
      pending={change.pending || saver.isSending}
      error={error}
      run={run}
      close={close}
    >
      <p>It is final: nobody changes it after that, not even you. Then you see what others have rated.</p>
      {leftOut.length > 0 && (
        <>
          <p>You leave these out. Somebody else has to rate them before the result can be final:</p>
          <Gaps gaps={leftOut} close={close} />
        </>
      )}
    </Confirm>
  );
}

const Gaps = ({ gaps, close }: { gaps: Gap[]; close: () => void }): JSX.Element => (
  <ul class="gaps">
    {gaps.map(({ question, lack }) => (
      <li key={question.id}>
        <button type="button" class="link" onClick={() => goTo(question.id, close)}>
          {question.text}
        </button>
        <span class="hint">{LACKS[lack]}</span>
      </li>
    ))}
  </ul>
);

/** After the dialog is closed, which gives the focus back to where it came from. */
function goTo(question: string, close: () => void): void {
  close();
  setTimeout(() => {
    const place = document.getElementById(`of-${question}`);
    place?.scrollIntoView({ block: "start" });
    place?.querySelector<HTMLElement>("input:checked, textarea, input")?.focus({ preventScroll: true });
  });
}
