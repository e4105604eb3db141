import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useCall, useDownload } from "../../../api/hooks.ts";
import type { Session } from "../../../api/types.ts";
import { useMay } from "../../../may.ts";
import { Setback } from "../../../parts/setback.tsx";
import { save } from "./save.ts";
import type { Verdict } from "./verify.tsx";

type State = { busy: "verify" | "export" | null; verdict?: Verdict; error?: unknown };

/** Exports the signed bundle, or verifies it at once: here, by the code of the public verifier. */
export function Proof({ session }: { session: Session }): JSX.Element {
  const may = useMay("export-bundle");
  return (
    <section class="panel" aria-labelledby="proof-title">
      <h2 id="proof-title">Can this log be trusted?</h2>
      <p>
        Each entry carries the sum of the one before it, and the last one is signed with the company's key. “Verify”
        fetches the signed bundle and checks it in this browser: every entry, the signature, and every grade and score
        computed again.
      </p>
      {!may && <p class="hint">To export the bundle takes the role auditor or admin: it holds keys and names.</p>}
      {may && session.scored_at === null && <p class="hint">There is a bundle once the session is scored.</p>}
      {may && session.scored_at !== null && <Means session={session.id} />}
    </section>
  );
}

function Means({ session }: { session: string }): JSX.Element {
  const [{ busy, verdict, error }, set] = useState<State>({ busy: null });
  const [call, download] = [useCall(), useDownload()];
  const trying = (what: "verify" | "export", go: () => Promise<Partial<State>>) => async () => {
    set({ busy: what });
    set({ busy: null, ...(await go().catch((failure: unknown) => ({ error: failure }))) });
  };
  const keep = trying("export", async () => {
    save(await download("export-bundle", { session }), `${session}.assay-bundle.json`);
    return {};
  });
  const verify = trying("verify", async () => {
    const [{ verdictOf }, bytes, { keys }] = await Promise.all([
      import("./verify.tsx"),
      download("export-bundle", { session }),
      call("read-keys", {}),
    ]);
    return { verdict: await verdictOf(bytes, keys) };
  });
  return (
    <>
      <div class="proof-means">
        <button type="button" class="button" aria-disabled={busy !== null} onClick={() => busy ?? void verify()}>
          {busy === "verify" ? "Verifying…" : "Verify"}
        </button>
        <button
          type="button"
          class="button button-quiet"
          aria-disabled={busy !== null}
          onClick={() => busy ?? void keep()}
        >
          {busy === "export" ? "Exporting…" : "Export the bundle"}
        </button>
        <a class="link" href="/verify/" target="_blank" rel="noreferrer">
          The public verifier
        </a>
      </div>
      <Setback error={error} />
      <div role="status">{verdict && <verdict.Shown />}</div>
    </>
  );
}
