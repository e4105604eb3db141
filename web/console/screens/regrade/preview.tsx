import { useQueryClient } from "@tanstack/preact-query";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { counted } from "../../../shared/words.ts";
import { useCall } from "../../api/hooks.ts";
import { useMe } from "../../me.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { Empty } from "../../parts/empty.tsx";
import { AreaField } from "../../parts/field.tsx";
import { Setback } from "../../parts/setback.tsx";
import { say } from "../../parts/toasts.tsx";
import { type Move, regradeAll } from "./moves.ts";
import { MovesTable } from "./moves-table.tsx";

type PreviewProps = { from: string; to: string };
type Work = { busy: boolean; error: unknown; moves: Move[] | undefined };

const IDLE: Work = { busy: false, error: undefined, moves: undefined };

/** The reason, who would move, and the deed. */
export function Preview({ from, to }: PreviewProps): JSX.Element {
  const [reason, setReason] = useState("");
  const [asked, ask] = useState(false);
  const [work, run] = useRegrade({ from, to, reason: reason.trim() });
  const [committing, commit] = useState(false);
  const me = useMe();
  const show = (event: SubmitEvent) => {
    event.preventDefault();
    ask(true);
    if (reason.trim() !== "" && !work.busy) void run(false);
  };
  return (
    <>
      <form class="form" onSubmit={show} noValidate>
        <AreaField
          label="Why"
          hint="Stands in the log of each session."
          value={reason}
          change={setReason}
          error={asked && reason.trim() === "" ? "Say what was wrong." : undefined}
          maxLength={2_000}
        />
        <p>
          <button type="submit" class="button button-quiet" aria-disabled={work.busy}>
            {work.busy ? `${counted(work.moves?.length ?? 0, "session")} looked at…` : "Show who would move"}
          </button>
        </p>
      </form>
      {!committing && <Setback error={work.error} />}
      {work.moves && !work.busy && (
        <Found moves={work.moves} may={me.roles.includes("admin")} commit={() => commit(true)} />
      )}
      {committing && (
        <Confirm
          title="Regrade these sessions?"
          action={`Regrade ${counted(work.moves?.length ?? 0, "session")}`}
          pending={work.busy}
          error={work.error}
          run={async () => {
            await run(true);
            say(`The sessions of ${from} are graded by ${to}.`);
          }}
          close={() => commit(false)}
        >
          <p>
            Each gets new grades and a new result under {to}; the earlier ones stay beside them. Webhooks tell of every
            result that moves. It can't be taken back, but a still later version can grade them again.
          </p>
        </Confirm>
      )}
    </>
  );
}

/** Looks, or does it; where it stops half-way, running it again goes on. */
function useRegrade(order: Parameters<typeof regradeAll>[1]) {
  const call = useCall();
  const cache = useQueryClient();
  const [work, setWork] = useState<Work>(IDLE);
  const run = async (commit: boolean): Promise<void> => {
    setWork({ ...work, busy: true, error: undefined });
    const heard = (moves: Move[]) => !commit && setWork({ busy: true, error: undefined, moves });
    try {
      const moves = await regradeAll(call, order, { commit, heard });
      setWork({ busy: false, error: undefined, moves: commit ? undefined : moves });
    } catch (error) {
      setWork({ ...work, busy: false, error });
      if (commit) throw error;
    }
    if (commit) void cache.invalidateQueries();
  };
  return [work, run] as const;
}

type FoundProps = { moves: Move[]; may: boolean; commit: () => void };

function Found({ moves, may, commit }: FoundProps): JSX.Element {
  if (moves.length === 0) return <Empty title="No session is graded by this version any more" />;
  const moving = moves.filter((move) => move.moves).length;
  return (
    <section aria-labelledby="regrade-found">
      <h2 id="regrade-found">
        {moving} of {counted(moves.length, "session")} would move
      </h2>
      <MovesTable moves={moves} />
      {may ? (
        <p class="button-row">
          <button type="button" class="button" onClick={commit}>
            Regrade…
          </button>
        </p>
      ) : (
        <p class="hint">An administrator can do it.</p>
      )}
    </section>
  );
}
