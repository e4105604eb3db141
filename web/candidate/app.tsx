import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { TakeView } from "#shared/contracts/shapes/take.ts";
import { Frame } from "./parts/frame.tsx";
import { theEnd } from "./screens/end-later.ts";
import { Pause } from "./screens/pause.tsx";
import { Practice } from "./screens/practice.tsx";
import { SectionScreen } from "./screens/section.tsx";
import { Loading, Trouble } from "./screens/trouble.tsx";
import { Waiting } from "./screens/waiting.tsx";
import { Welcome } from "./screens/welcome.tsx";
import type { Take } from "./take.ts";

/** The ways a session ends without having been taken to its end. */
const ENDED_OTHERWISE = new Set<TakeView["status"]>(["expired", "canceled", "withdrawn", "voided", "erased"]);

export function App({ take }: { take: Take }): JSX.Element {
  const { view, trouble } = take.session.state;
  if (trouble) return <Trouble trouble={trouble} again={() => void take.session.look()} />;
  if (!view) return <Loading />;
  if (view.next === "start") return <BeforeStart take={take} view={view} />;
  if (view.next === "answer" && view.current) {
    return <SectionScreen key={view.current.section} take={take} view={view} current={view.current} />;
  }
  if (view.next === "begin" && view.upcoming) {
    return <Pause key={view.upcoming.section} take={take} view={view} upcoming={view.upcoming} />;
  }
  return view.next === "done" ? <End take={take} view={view} /> : <Waiting view={view} />;
}

function End({ take, view }: { take: Take; view: TakeView }): JSX.Element {
  const end = theEnd.use();
  if (!end) return <Waiting view={view} />;
  if (view.shared) return <end.SharedResult take={take} view={view} shared={view.shared} />;
  return ENDED_OTHERWISE.has(view.status) ? (
    <end.Closed take={take} view={view} />
  ) : (
    <end.ReceiptScreen take={take} view={view} />
  );
}

function BeforeStart({ take, view }: { take: Take; view: TakeView }): JSX.Element {
  const [practising, practise] = useState(false);
  if (practising && view.practice) {
    return (
      <Frame title="Practice" about={view.playbook.title}>
        <Practice items={view.practice} leave={() => practise(false)} />
      </Frame>
    );
  }
  return <Welcome take={take} view={view} practise={() => practise(true)} />;
}
