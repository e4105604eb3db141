import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { later } from "./later.ts";
import { Report } from "./report.tsx";
import type { Checked } from "./verify-file.ts";

type State =
  | { step: "waiting" }
  | { step: "checking"; file: string }
  | { step: "done"; file: string; checked: Checked };

/** Takes a bundle and says what holds of it. */
export function App(): JSX.Element {
  const [state, setState] = useState<State>({ step: "waiting" });
  const [trust, setTrust] = useState("");
  const check = async (file: File) => {
    setState({ step: "checking", file: file.name });
    const { checkBundle } = await later();
    const checked = await checkBundle(new Uint8Array(await file.arrayBuffer()), trust.trim());
    setState({ step: "done", file: file.name, checked });
  };
  return (
    <main class="verify">
      <p class="eyebrow">Assay</p>
      <h1>Verify an assessment</h1>
      <p class="lede">
        Choose a bundle that was exported from Assay. It is checked here, in this browser, from the first entry to the
        last: nothing is uploaded, and you may cut the network first.
      </p>
      <TrustField trust={trust} change={setTrust} />
      <FileField chosen={(file) => void check(file)} />
      <div role="status" class="verify-status">
        {state.step === "checking" && <p>Checking {state.file}…</p>}
        {state.step === "done" && <Report file={state.file} checked={state.checked} />}
      </div>
      <Limits />
    </main>
  );
}

function TrustField({ trust, change }: { trust: string; change: (trust: string) => void }): JSX.Element {
  return (
    <div class="verify-field">
      <label for="trust">The key you trust (optional)</label>
      <input
        id="trust"
        class="input"
        type="text"
        autocomplete="off"
        spellcheck={false}
        aria-describedby="trust-hint"
        value={trust}
        onInput={(event) => change(event.currentTarget.value)}
      />
      <p id="trust-hint" class="hint">
        The company names it at /.well-known/assay-keys. Without it the bundle's own key is used, which shows that
        nothing was changed since it was signed, but not who signed.
      </p>
    </div>
  );
}

function FileField({ chosen }: { chosen: (file: File) => void }): JSX.Element {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer?.files[0];
    if (file) chosen(file);
  };
  return (
    <label
      class={over ? "verify-drop is-over" : "verify-drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span>
        <strong>Choose a bundle</strong> or drop it here
      </span>
      <input
        type="file"
        accept="application/json,.json"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) chosen(file);
        }}
      />
    </label>
  );
}

function Limits(): JSX.Element {
  return (
    <details class="verify-limits">
      <summary>What is checked, and what isn't</summary>
      <p>
        Checked: that the chain of entries is unbroken, that not a byte was changed, that the head is signed, that every
        step was allowed when it was taken, and that every grade and every score comes out the same when it is computed
        again. What candidates' code and queries did is taken as recorded; the command <code>npm run verify</code> runs
        them again.
      </p>
    </details>
  );
}
