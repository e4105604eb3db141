import type { JSX } from "preact";
import { Notice } from "../../../shared/notice.tsx";
import { counted } from "../../../shared/words.ts";
import { useRead } from "../../api/hooks.ts";
import { useMay } from "../../may.ts";

/** Milliseconds after which it is looked again. */
const LIVE = 60_000;
const SHOWN = 5;

/** Candidates who wait for an answer about extra time; nothing where none does. */
export function TimeRequests(): JSX.Element | null {
  const may = useMay("decline-accommodation");
  const { data } = useRead("list-accommodation-requests", {}, { enabled: may, every: LIVE });
  const waiting = data?.data ?? [];
  if (waiting.length === 0) return null;
  return (
    <Notice kind="note">
      <p>{counted(waiting.length, "candidate asks", "candidates ask")} for extra time before they start:</p>
      <ul class="inline-list">
        {waiting.slice(0, SHOWN).map(({ session, candidate }) => (
          <li key={session}>
            <a href={`#/sessions/${session}/overview`}>{candidate?.name ?? session}</a>
          </li>
        ))}
      </ul>
      {waiting.length > SHOWN && <p>These are the first {SHOWN}.</p>}
    </Notice>
  );
}
