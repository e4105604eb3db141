import type { ComponentChildren, JSX } from "preact";
import type { Session } from "../../api/types.ts";
import { Moment } from "../../parts/moment.tsx";
import { ExtraTime } from "./extra-time.tsx";

/** Each moment of a session's life that is known or planned. */
const MOMENTS = [
  ["Invited", "created_at"],
  ["May be started until", "expires_at"],
  ["Started", "started_at"],
  ["Handed in", "submitted_at"],
  ["Scored", "scored_at"],
  ["Finalized", "finalized_at"],
  ["Decided", "decided_at"],
  ["Is erased by itself", "erase_at"],
  ["Erased", "erased_at"],
] as const satisfies readonly (readonly [string, keyof Session])[];

/** What the session is about, and when what happened. */
export default function Overview({ session }: { session: Session }): JSX.Element {
  const { job, candidate, metadata, duplicates = [] } = session;
  return (
    <>
      <dl class="facts">
        {MOMENTS.map(([name, field]) => session[field] && <Fact name={name} value={<Moment at={session[field]} />} />)}
        {session.held && <Fact name="Legal hold" value="It is kept from being erased." />}
        {job && <Fact name="Job" value={job} />}
        {candidate?.external_id && <Fact name="Id in your own system" value={candidate.external_id} />}
        {duplicates.length > 0 && <Fact name="Other sessions of this person" value={<Sessions ids={duplicates} />} />}
        <Fact name="Session" value={<code>{session.id}</code>} />
        {Object.entries(metadata).map(([name, value]) => (
          <Fact key={name} name={name} value={String(value)} />
        ))}
      </dl>
      <ExtraTime session={session} />
    </>
  );
}

const Sessions = ({ ids }: { ids: readonly string[] }): JSX.Element => (
  <ul>
    {ids.map((id) => (
      <li key={id}>
        <a href={`#/sessions/${id}`}>{id}</a>
      </li>
    ))}
  </ul>
);

const Fact = ({ name, value }: { name: string; value: ComponentChildren }): JSX.Element => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);
