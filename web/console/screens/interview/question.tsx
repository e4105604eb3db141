import type { JSX } from "preact";
import { AreaField } from "../../parts/field.tsx";
import type { Entry, Kit, KitQuestion } from "./card.ts";
import { Anchors, QuestionText } from "./kit.tsx";
import { Marks } from "./marks.tsx";

type QuestionProps = {
  question: KitQuestion;
  scale: Kit["scale"];
  entry: Entry;
  change: (change: Partial<Entry>) => void;
};

/** What to ask on one side, what to write down on the other. */
export function Question({ question, scale, entry, change }: QuestionProps): JSX.Element {
  const id = `question-${question.id}`;
  return (
    <div class="kit-asked" id={`of-${question.id}`}>
      <QuestionText question={question} id={id} />
      <div class="kit-rating">
        <Marks
          name={`mark-${question.id}`}
          labelledBy={id}
          scale={scale}
          value={entry.value}
          choose={(value) => change({ value })}
          optional
        />
        <Anchors question={question} chosen={entry.value} />
        <Words entry={entry} change={(words) => change({ words })} />
      </div>
    </div>
  );
}

function Words({ entry, change }: { entry: Entry; change: (words: string) => void }): JSX.Element {
  const isReason = entry.value === null;
  const isMissing = entry.value !== undefined && entry.words.trim() === "";
  return (
    <AreaField
      label={isReason ? "Why not assessed" : "What was said or done"}
      hint={isMissing ? (isReason ? "Needed with this mark." : "Needed with a rating: quote it.") : undefined}
      value={entry.words}
      change={change}
      maxLength={2_000}
      rows={2}
    />
  );
}
