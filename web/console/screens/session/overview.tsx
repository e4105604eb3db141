import type { ComponentChildren, JSX } from "preact";
import type { Session } from "../../api/types.ts";
import { Moment } from "../../parts/moment.tsx";

/** When what happened. */
export default function Overview({ session }: { session: Session }): JSX.Element {
  return (
    <dl class="facts">
      <Fact name="Invited">
        <Moment at={session.created_at} />
      </Fact>
      <Fact name="May be started until">
        <Moment at={session.expires_at} />
      </Fact>
      <Fact name="Started">
        <Moment at={session.started_at} />
      </Fact>
      <Fact name="Handed in">
        <Moment at={session.submitted_at} />
      </Fact>
      <Fact name="Scored">
        <Moment at={session.scored_at} />
      </Fact>
      <Fact name="Decided">
        <Moment at={session.decided_at} />
      </Fact>
    </dl>
  );
}

const Fact = ({ name, children }: { name: string; children: ComponentChildren }): JSX.Element => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
