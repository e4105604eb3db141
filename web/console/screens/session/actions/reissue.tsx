import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { useChange } from "../../../api/hooks.ts";
import type { Session } from "../../../api/types.ts";
import { Confirm } from "../../../parts/confirm.tsx";
import { CopyText } from "../../../parts/copy-text.tsx";
import { Dialog } from "../../../parts/dialog.tsx";

type ReissueProps = { session: Session; made: (url: string) => void; close: () => void };

/** A new link in place of one that was lost or leaked. */
export function Reissue({ session, made, close }: ReissueProps): JSX.Element {
  const change = useChange("reissue-link", { session: session.id });
  const [mail, setMail] = useState(false);
  const url = useRef<string>(undefined);
  const run = async () => {
    url.current = (await change.run({ mail })).url;
  };
  // One question gives way to the other at once, so that the focus finds back to where it came from.
  const giveWay = () => {
    close();
    if (url.current) made(url.current);
  };
  return (
    <Confirm title="Make a new link?" action="Make a new link" danger {...change} run={run} close={giveWay}>
      <p>The link that the candidate has is dead at once, also in the middle of a section. Their answers stay.</p>
      <label class="check">
        <input type="checkbox" checked={mail} onChange={(event) => setMail(event.currentTarget.checked)} />
        Send the new link to the candidate by mail
      </label>
    </Confirm>
  );
}

/** The new link, this once. */
export const NewLink = ({ url, close }: { url: string; close: () => void }): JSX.Element => (
  <Dialog title="The new link" close={close} closeWord="Close">
    <CopyText label="The candidate's link" hint="Shown this once. The link before it is dead." text={url} />
  </Dialog>
);
