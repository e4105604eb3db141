import type { ComponentChildren, JSX } from "preact";
import { CopyButton } from "../../../../shared/copy-button.tsx";
import { Dialog } from "../../../parts/dialog.tsx";

type SecretProps = { title: string; secret: string; close: () => void; children: ComponentChildren };

/** What is shown this once: to be copied before the dialog is closed. */
export const Secret = ({ title, secret, close, children }: SecretProps): JSX.Element => (
  <Dialog title={title} close={close} closeWord="I have stored it">
    {children}
    <div class="secret">
      <code class="secret-text">{secret}</code>
      <CopyButton text={secret} />
    </div>
  </Dialog>
);
