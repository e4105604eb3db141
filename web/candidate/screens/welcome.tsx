import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import type { TakeView } from "#shared/contracts/shapes/take.ts";
import { later } from "#web/shared/later.ts";
import { Prose } from "#web/shared/prose.tsx";
import { counted, dayAndTime, minutesInWords } from "#web/shared/words.ts";
import { Heading } from "../../shared/heading.tsx";
import { Notice } from "../../shared/notice.tsx";
import { extraTimeInWords, sharingInWords } from "../parts/conditions.ts";
import { Frame } from "../parts/frame.tsx";
import { OwnData } from "../parts/own-data.tsx";
import { Timeline } from "../parts/timeline.tsx";
import { Withdraw } from "../parts/withdraw.tsx";
import type { Take } from "../take.ts";

const extraTime = later(() => import("../parts/extra-time.tsx"));
const SHORT_NOTICE = 2_500;

type Props = { take: Take; view: TakeView; practise: () => void };

/** Everything a person should know before the clock matters. */
export function Welcome({ take, view, practise }: Props): JSX.Element {
  const { playbook, sections, candidate } = view;
  const extra = extraTimeInWords(view.accommodation);
  return (
    <Frame title="Welcome" about={playbook.title}>
      <div class="welcome">
        <p class="eyebrow">Hello {candidate.name}</p>
        <Heading>{playbook.title}</Heading>
        <div class="lede">
          <Prose text={playbook.summary} />
        </div>
        <Facts view={view} />
        <Timeline sections={sections} untimed={view.accommodation?.kind === "untimed"} />
        {extra && <Notice kind="note">{extra}</Notice>}
        <Conditions view={view} />
        {view.notices && <Notices view={view} notices={view.notices} />}
        <ExtraTime take={take} request={view.accommodation_request} />
        {view.practice && view.practice.length > 0 && <PracticeCard items={view.practice} practise={practise} />}
        <Start take={take} />
        <div class="welcome-foot">
          <p>The link works until {dayAndTime(view.expires_at)}.</p>
          <OwnData client={take.client} />
          <Withdraw session={take.session} />
        </div>
      </div>
    </Frame>
  );
}

function Facts({ view }: { view: TakeView }): JSX.Element {
  const untimed = view.accommodation?.kind === "untimed";
  const questions = view.sections.reduce((sum, section) => sum + section.items, 0);
  return (
    <ul class="facts">
      <li>
        <strong>{untimed ? "No time limit" : minutesInWords(view.playbook.minutes)}</strong> <span>in all</span>
      </li>
      <li>
        <strong>{counted(view.sections.length, "section")}</strong> <span>one after the other</span>
      </li>
      <li>
        <strong>{counted(questions, "question")}</strong> <span>in any order within a section</span>
      </li>
    </ul>
  );
}

function Conditions({ view }: { view: TakeView }): JSX.Element {
  const { pause_minutes: pause } = view.playbook;
  return (
    <div class="conditions">
      <Condition title="How it goes">
        Each section has its own clock, kept by our server. When its time is up, what you have typed counts as it is.
        Between sections you may pause for up to {minutesInWords(pause)}. A finished section can't be opened again.
      </Condition>
      <Condition title="Nothing you type is lost">
        Every answer is saved while you type, on this device and on our server. A reload, a lost connection or a change
        of device costs you nothing but the time it takes.
      </Condition>
    </div>
  );
}

type GivenNotices = NonNullable<TakeView["notices"]>;

function Notices({ view, notices }: { view: TakeView; notices: GivenNotices }): JSX.Element {
  return (
    <div class="notices">
      <NoticeText title="How the score is made, and who decides" text={notices.scoring.text}>
        <p>{sharingInWords(view.playbook.share_with_candidate)}</p>
      </NoticeText>
      <NoticeText title="How your data are treated" text={notices.privacy.text} />
    </div>
  );
}

/** A text of the company's that may be long; short ones stand open. */
function NoticeText(props: { title: string; text: string; children?: ComponentChildren }): JSX.Element {
  return (
    <details class="notice-text" open={props.text.length < SHORT_NOTICE}>
      <summary>
        <h2>{props.title}</h2>
      </summary>
      <Prose text={props.text} />
      {props.children}
    </details>
  );
}

/** Rarely needed, and not before somebody asks for it. */
function ExtraTime({ take, request }: { take: Take; request: TakeView["accommodation_request"] }): JSX.Element {
  const [asking, ask] = useState(request !== null);
  const part = asking ? extraTime.use() : undefined;
  if (part) return <part.ExtraTime take={take} request={request} />;
  return (
    <p>
      <button type="button" class="link" onClick={() => ask(true)}>
        I need extra time
      </button>
    </p>
  );
}

function Condition({ title, children }: { title: string; children: ComponentChildren }): JSX.Element {
  return (
    <section>
      <h2>{title}</h2>
      <p>{children}</p>
    </section>
  );
}

function PracticeCard({ items, practise }: { items: { type: string }[]; practise: () => void }): JSX.Element {
  const code = items.some((item) => item.type === "coding" || item.type === "sql");
  return (
    <section class="practice-card">
      <div>
        <h2>Try it first</h2>
        <p>{counted(items.length, "question")}, one of each kind, without a clock. Nothing of it is sent or counts.</p>
        {code && (
          <p class="phone-word hint">
            One section asks for code. You can write it on this phone, but a keyboard makes it far easier: you may open
            the same link on a computer at any time, also in the middle.
          </p>
        )}
      </div>
      <button type="button" class="button button-quiet" onClick={practise}>
        Practice
      </button>
    </section>
  );
}

function Start({ take }: { take: Take }): JSX.Element {
  const [consent, setConsent] = useState(false);
  const [asked, ask] = useState(false);
  const { working, setback } = take.session.state;
  const start = () => (consent ? void take.session.start() : ask(true));
  const missing = asked && !consent;
  return (
    <section class="start" aria-labelledby="start">
      <h2 id="start">Ready?</h2>
      <label class="consent">
        <input
          type="checkbox"
          checked={consent}
          aria-invalid={missing}
          aria-describedby={missing ? "consent-missing" : undefined}
          onChange={(event) => setConsent(event.currentTarget.checked)}
        />
        <span>
          I have read how this works, how the score is made and how my data are treated, and I agree that my answers are
          stored and scored for this application.
        </span>
      </label>
      {missing && (
        <p id="consent-missing" class="field-error" role="alert">
          Please tick the box first: without your consent nothing may be stored.
        </p>
      )}
      {setback && <Notice kind="setback">{setback}</Notice>}
      <p class="start-action">
        <button type="button" class="button button-large" aria-disabled={working} onClick={start}>
          {working ? "Starting…" : "Start the assessment"}
        </button>
        <span class="hint">No clock runs yet: you begin the first section on the next screen.</span>
      </p>
    </section>
  );
}
