import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Session } from "../../../api/types.ts";
import { mayCall } from "../../../may.ts";
import { useMe } from "../../../me.ts";
import { Menu } from "../../../parts/menu.tsx";
import { type Action, allowedFor } from "./allowed.ts";
import { Extend } from "./extend.tsx";
import { GiveTime } from "./give-time.tsx";
import { AskReason, REASONED } from "./reasoned.tsx";
import { NewLink, Reissue } from "./reissue.tsx";

const WORDS: { [A in Action]: string } = {
  extend: "Extend",
  "give-time": "Give time",
  reissue: "New link…",
  cancel: "Cancel the session…",
  void: "Declare void…",
  hold: "Hold…",
  release: "End the hold…",
  erase: "Erase…",
};

/** What is done often stands beside the heading; the rest, which takes a reason, in a menu. */
const isFrequent = (action: Action): boolean => action === "extend" || action === "give-time";

/** What can be done to a session; each asks before it does anything. */
export function Actions({ session }: { session: Session }): JSX.Element {
  const me = useMe();
  const [asked, ask] = useState<Action>();
  const [link, setLink] = useState<string>();
  const allowed = allowedFor(session, (operation) => mayCall(me, operation));
  const further = allowed.filter((action) => !isFrequent(action));
  return (
    <>
      {allowed.filter(isFrequent).map((action) => (
        <button key={action} type="button" class="button button-quiet" onClick={() => ask(action)}>
          {WORDS[action]}
        </button>
      ))}
      {further.length > 0 && (
        <Menu label="More" choices={further.map((action) => [WORDS[action], () => ask(action)])} />
      )}
      {asked && <Question action={asked} session={session} made={setLink} close={() => ask(undefined)} />}
      {link && <NewLink url={link} close={() => setLink(undefined)} />}
    </>
  );
}

type QuestionProps = { action: Action; session: Session; made: (link: string) => void; close: () => void };

function Question({ action, session, made, close }: QuestionProps): JSX.Element {
  if (action === "extend") return <Extend session={session} close={close} />;
  if (action === "give-time") return <GiveTime session={session} close={close} />;
  if (action === "reissue") return <Reissue session={session} made={made} close={close} />;
  return <AskReason deed={REASONED[action]} session={session} close={close} />;
}
