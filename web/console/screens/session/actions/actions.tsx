import type { ComponentType, JSX } from "preact";
import { useState } from "preact/hooks";
import type { Session } from "../../../api/types.ts";
import { useMay } from "../../../may.ts";
import { type Action, allowedFor } from "./allowed.ts";
import { Cancel } from "./cancel.tsx";
import { Extend } from "./extend.tsx";
import { GiveTime } from "./give-time.tsx";
import { Void } from "./void.tsx";

type Way = { word: string; Question: ComponentType<{ session: Session; close: () => void }> };

const WAYS: { [A in Action]: Way } = {
  extend: { word: "Extend", Question: Extend },
  "give-time": { word: "Give time", Question: GiveTime },
  cancel: { word: "Cancel", Question: Cancel },
  void: { word: "Void", Question: Void },
};

/** What can be done to a session; each asks before it does anything. */
export function Actions({ session }: { session: Session }): JSX.Element | null {
  const may = useMay("cancel-session");
  const [asked, ask] = useState<Action>();
  if (!may) return null;
  const Question = asked && WAYS[asked].Question;
  return (
    <>
      {allowedFor(session.status).map((action) => (
        <button key={action} type="button" class="button button-quiet" onClick={() => ask(action)}>
          {WAYS[action].word}
        </button>
      ))}
      {Question && <Question session={session} close={() => ask(undefined)} />}
    </>
  );
}
