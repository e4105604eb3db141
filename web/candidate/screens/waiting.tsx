import type { JSX } from "preact";
import type { TakeView } from "#shared/contracts/shapes/take.ts";
import { Heading } from "../../shared/heading.tsx";
import { Frame } from "../parts/frame.tsx";
import { Timeline } from "../parts/timeline.tsx";

export function Waiting({ view }: { view: TakeView }): JSX.Element {
  return (
    <Frame title="One moment" about={view.playbook.title}>
      <div class="saying">
        <Heading>One moment</Heading>
        <p role="status">What comes next is being prepared. This page goes on by itself.</p>
        <Timeline sections={view.sections} />
      </div>
    </Frame>
  );
}
