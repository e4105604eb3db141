import type { JSX } from "preact";
import { useParams } from "wouter-preact";
import { useRead } from "../../api/hooks.ts";
import type { Session } from "../../api/types.ts";
import { mayCall } from "../../may.ts";
import { useMe } from "../../me.ts";
import { Badge, StatusBadge } from "../../parts/badge.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Lazy } from "../../parts/lazy.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { Page } from "../../parts/page.tsx";
import { SubNavigation } from "../../parts/sub-navigation.tsx";
import { Actions } from "./actions/actions.tsx";
import { homeOf, views } from "./views.ts";

/** Milliseconds after which a session that may still move is read again. */
const LIVE = 10_000;

/** One session: its head, and under it what the sub-navigation chooses. */
export default function SessionScreen(): JSX.Element {
  const { session: id = "", view = "" } = useParams<{ session: string; view?: string }>();
  const session = useRead("read-session", { session: id }, { every: LIVE });
  return <Loaded of={session}>{(found) => <Head key={id} session={found} view={view} />}</Loaded>;
}

function Head({ session, view }: { session: Session; view: string }): JSX.Element {
  const me = useMe();
  const open = views.filter(({ needs }) => mayCall(me, needs));
  const shown = view === "" ? homeOf(session, open) : open.find(({ path }) => path === view);
  const base = `/sessions/${session.id}`;
  return (
    <Page
      title={session.candidate?.name ?? "Erased session"}
      crumbs={[["Sessions", "#/sessions"]]}
      about={<About session={session} />}
      actions={<Actions session={session} />}
    >
      <SubNavigation
        label="Parts of the session"
        base={base}
        places={open.map(({ path, label }) => ({ path, label }))}
        at={shown?.path ?? view}
      />
      {shown ? (
        <Lazy key={shown.path} load={shown.load} props={{ session }} />
      ) : (
        <Empty title="There is no such part" />
      )}
    </Page>
  );
}

const About = ({ session }: { session: Session }): JSX.Element => (
  <>
    <StatusBadge status={session.status} />
    <span>{session.playbook}</span>
    {session.job && <span>{session.job}</span>}
    {session.held && <Badge tone="attention">Held</Badge>}
    {session.candidate && <a href={`mailto:${session.candidate.email}`}>{session.candidate.email}</a>}
  </>
);
