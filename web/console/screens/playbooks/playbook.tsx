import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { useParams } from "wouter-preact";
import { useRead } from "../../api/hooks.ts";
import type { AnswerOf } from "../../api/types.ts";
import { Empty } from "../../parts/empty.tsx";
import { Lazy } from "../../parts/lazy.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { Moment } from "../../parts/moment.tsx";
import { Page } from "../../parts/page.tsx";
import { SubNavigation } from "../../parts/sub-navigation.tsx";
import { bookView } from "./reading/book.ts";
import { views } from "./views.ts";

/** One version of a playbook, or the latest: its head, and under it what the sub-navigation chooses. */
export default function PlaybookScreen(): JSX.Element {
  const { playbook = "", view = "" } = useParams<{ playbook: string; view?: string }>();
  const named = decodeURIComponent(playbook);
  const published = useRead("read-playbook", { playbook: named });
  return (
    <Loaded of={published}>
      {(found) => <Version key={named} published={found} base={`/playbooks/${named}`} at={view} />}
    </Loaded>
  );
}

type VersionProps = { published: AnswerOf<"read-playbook">; base: string; at: string };

function Version({ published, base, at }: VersionProps): JSX.Element {
  const view = useMemo(() => bookView(published), [published]);
  const shown = views.find(({ path }) => path === at);
  return (
    <Page
      title={view.book.title}
      crumbs={[["Playbooks", "#/playbooks"]]}
      about={
        <>
          <code>{view.reference}</code>
          <span>
            Published <Moment at={view.published_at} />
          </span>
        </>
      }
    >
      <SubNavigation label="Parts of the playbook" base={base} places={views} at={at} />
      {shown ? <Lazy key={shown.path} load={shown.load} props={view} /> : <Empty title="There is no such part" />}
    </Page>
  );
}
