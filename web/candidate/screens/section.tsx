import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { TakeView } from "#shared/contracts/shapes/take.ts";
import type { CandidateItem } from "#shared/domain/grading/contract.ts";
import { isAnswered } from "#web/items/answered.ts";
import { Prose } from "#web/shared/prose.tsx";
import { Notice } from "../../shared/notice.tsx";
import { ClockFace } from "../parts/clock-face.tsx";
import { Frame } from "../parts/frame.tsx";
import { ItemCard } from "../parts/item-card.tsx";
import { ItemList } from "../parts/item-list.tsx";
import { LateNotice } from "../parts/late-notice.tsx";
import { SaveStatus } from "../parts/save-status.tsx";
import { wordsForAll } from "../parts/save-words.ts";
import { Steps } from "../parts/steps.tsx";
import { TwoVersions } from "../parts/two-versions.tsx";
import { usePlace } from "../parts/use-place.ts";
import type { Take } from "../take.ts";
import { theEnd } from "./end-later.ts";
import { TimeUp } from "./time-up.tsx";

type Current = NonNullable<TakeView["current"]>;
type Props = { take: Take; view: TakeView; current: Current };

/** An open section: its questions, one at a time, the clock, and how saving goes. */
export function SectionScreen({ take, view, current }: Props): JSX.Element {
  const [place, go] = usePlace(current);
  const [finishing, finish] = useState(false);
  const number = view.sections.findIndex((section) => section.id === current.section);
  const section = view.sections[number]!;
  const inner = { take, current, place, go, finish };
  const end = theEnd.use();
  return (
    <Frame
      title={finishing ? `Finish ${section.title}` : section.title}
      about={`${section.title} · ${number + 1} of ${view.sections.length}`}
      aside={<Gauges take={take} current={current} />}
    >
      {take.session.state.timeUp && <TimeUp title={section.title} />}
      {finishing && end ? (
        <end.Finish {...inner} section={section} last={number === view.sections.length - 1} />
      ) : (
        <Questions {...inner} />
      )}
    </Frame>
  );
}

function Gauges({ take, current }: { take: Take; current: Current }): JSX.Element {
  const items = current.items.map((item) => item.id);
  return (
    <>
      <SaveStatus {...wordsForAll(items, take.saver, navigator.onLine)} />
      <ClockFace clock={take.clock} openedAt={current.opened_at} deadline={current.deadline} />
    </>
  );
}

type InnerProps = {
  take: Take;
  current: Current;
  place: number;
  go: (place: number) => void;
  finish: (finishing: boolean) => void;
};

function Questions({ take, current, place, go, finish }: InnerProps): JSX.Element {
  const { items } = current;
  const item = items[place]!;
  return (
    <div class={items.length > 1 ? "section has-list" : "section"}>
      {items.length > 1 && (
        <ItemList
          items={items}
          shown={item.id}
          answered={(id) => isAnswered(take.saver.states.get(id)?.value)}
          show={(id) => go(items.findIndex((other) => other.id === id))}
        />
      )}
      <div class="stage">
        <LateNotice saver={take.saver} open={items} />
        {place === 0 && current.introduction && <Introduction text={current.introduction} />}
        <OpenItem take={take} item={item} place={{ number: place + 1, of: items.length }} />
        <Steps place={place} of={items.length} go={go} end={{ words: "Finish section", act: () => finish(true) }} />
      </div>
    </div>
  );
}

function Introduction({ text }: { text: string }): JSX.Element {
  return (
    <div class="introduction">
      <Prose text={text} />
    </div>
  );
}

type OpenItemProps = { take: Take; item: CandidateItem; place: { number: number; of: number } };

function OpenItem({ take, item, place }: OpenItemProps): JSX.Element {
  const { saver, client, session } = take;
  const state = saver.states.get(item.id);
  return (
    <ItemCard
      item={item}
      place={place}
      value={state?.value ?? null}
      change={(value) => saver.type(item.id, value)}
      locked={session.state.timeUp}
      run={(value) => client.run(item.id, value)}
    >
      {state?.other && (
        <TwoVersions
          item={item}
          mine={state.value}
          other={state.other}
          keepMine={() => saver.keepMine(item.id)}
          takeOther={() => saver.takeOther(item.id)}
        />
      )}
      {state?.refusal !== undefined && (
        <Notice kind="setback">{state.refusal} It is kept on this device; change it and it will be sent again.</Notice>
      )}
    </ItemCard>
  );
}
