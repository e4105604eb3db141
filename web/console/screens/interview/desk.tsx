import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Notice } from "../../../shared/notice.tsx";
import { counted } from "../../../shared/words.ts";
import { entryOf, type Kit, lackOf, questionsOf, type Scorecard, type Scorecards } from "./card.ts";
import type { CardSaver } from "./card-saver.ts";
import { KitCategory } from "./kit.tsx";
import { Lock } from "./lock.tsx";
import { Question } from "./question.tsx";
import { savedWords } from "./saved-words.ts";
import { useCard } from "./use-card.ts";

type DeskProps = { kit: Kit; cards: Scorecards; own: Scorecard | undefined };

/** The kit with the own card beside it. */
export function Desk({ kit, cards, own }: DeskProps): JSX.Element {
  const saver = useCard(kit.session, own);
  const { entries, other } = saver.state;
  return (
    <div class="desk">
      {cards.hidden > 0 && (
        <Notice kind="note">
          <p>
            {counted(cards.hidden, "other scorecard is", "other scorecards are")} locked. You see them once yours is, so
            that they don't sway it.
          </p>
        </Notice>
      )}
      {other && <Other saver={saver} />}
      {kit.categories
        .filter(({ questions }) => questions.length > 0)
        .map((category) => (
          <KitCategory key={category.id} category={category}>
            {category.questions.map((question) => (
              <Question
                key={question.id}
                question={question}
                scale={kit.scale}
                entry={entryOf(entries, question.id)}
                change={(change) => saver.write(question.id, change)}
              />
            ))}
          </KitCategory>
        ))}
      <Bar kit={kit} saver={saver} />
    </div>
  );
}

const Other = ({ saver }: { saver: CardSaver }): JSX.Element => (
  <Notice kind="setback">
    <p>This card was changed on another device meanwhile. Which one should stand?</p>
    <p class="button-row">
      <button type="button" class="button" onClick={() => saver.keepMine()}>
        What is here
      </button>
      <button type="button" class="button button-quiet" onClick={() => saver.takeOther()}>
        What was written there
      </button>
    </p>
  </Notice>
);

/** Stays within reach of a thumb: where the card is, how far it is, and its lock. */
function Bar({ kit, saver }: { kit: Kit; saver: CardSaver }): JSX.Element {
  const [locking, lock] = useState(false);
  const { kind, text } = savedWords(saver);
  const questions = questionsOf(kit);
  const done = questions.filter(({ id }) => lackOf(entryOf(saver.state.entries, id)) === undefined).length;
  return (
    <div class="card-bar">
      <div>
        <p class="card-count">
          {done} of {counted(questions.length, "question")} done
        </p>
        <p class={`card-saved is-${kind}`} role="status">
          {text}
        </p>
      </div>
      <button type="button" class="button button-large" onClick={() => lock(true)}>
        Lock…
      </button>
      {locking && <Lock kit={kit} saver={saver} close={() => lock(false)} />}
    </div>
  );
}
