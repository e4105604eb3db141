import type { JSX } from "preact";
import type { TakeView } from "#shared/contracts/shapes/take.ts";
import { clockFace, counted, minutesInWords } from "#web/shared/words.ts";
import { Heading } from "../../shared/heading.tsx";
import { Notice } from "../../shared/notice.tsx";
import { useTimeLeft } from "../parts/clock-face.tsx";
import { Frame } from "../parts/frame.tsx";
import { LateNotice } from "../parts/late-notice.tsx";
import { Timeline } from "../parts/timeline.tsx";
import type { Take } from "../take.ts";

type Props = { take: Take; view: TakeView; upcoming: NonNullable<TakeView["upcoming"]> };

/** Between sections: what was just closed, what comes, and when it opens. */
export function Pause({ take, view, upcoming }: Props): JSX.Element {
  const { working, setback } = take.session.state;
  const place = view.sections.findIndex((section) => section.id === upcoming.section);
  const section = view.sections[place]!;
  const untimed = view.accommodation?.kind === "untimed";
  return (
    <Frame title={`Next: ${section.title}`} about={view.playbook.title}>
      <div class="pause">
        <ClosedNote section={view.sections[place - 1]} />
        <LateNotice saver={take.saver} />
        <p class="eyebrow">
          Section {place + 1} of {view.sections.length}
        </p>
        <Heading>{section.title}</Heading>
        <p class="lede">
          {untimed
            ? `${counted(section.items, "question")}, no time limit.`
            : `${minutesInWords(section.minutes)}, ${counted(section.items, "question")}. The clock starts when the section opens.`}
        </p>
        {setback && <Notice kind="setback">{setback}</Notice>}
        <div class="pause-action">
          <button
            type="button"
            class="button button-large"
            aria-disabled={working}
            onClick={() => void take.session.begin(section.id)}
          >
            {working ? "Opening…" : "Begin now"}
          </button>
          {upcoming.opens_at !== null && <OpensBy take={take} moment={upcoming.opens_at} />}
        </div>
        <Timeline sections={view.sections} next={section.id} untimed={untimed} />
      </div>
    </Frame>
  );
}

function OpensBy({ take, moment }: { take: Take; moment: string }): JSX.Element {
  const left = useTimeLeft(take.clock, moment);
  return (
    <p class="opens-by">
      {left > 0 ? (
        <>
          Or take a breath: it opens by itself in <strong class="figures">{clockFace(left)}</strong>
        </>
      ) : (
        "Opening…"
      )}
    </p>
  );
}

function ClosedNote({ section }: { section: TakeView["sections"][number] | undefined }): JSX.Element | null {
  if (section?.status !== "closed") return null;
  return (
    <Notice kind="note">
      {section.closed === "timeout" ? (
        <p>
          <strong>Time was up for {section.title}.</strong> That is fine: everything you had typed was kept, and the
          last saved answers count.
        </p>
      ) : (
        <p>
          <strong>{section.title} is handed in.</strong> Your answers are saved.
        </p>
      )}
    </Notice>
  );
}
