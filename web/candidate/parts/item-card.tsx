import type { ComponentChildren, JSX } from "preact";
import type { ExamplesRun } from "#shared/contracts/shapes/take.ts";
import type { Json } from "#shared/domain/foundation/json.ts";
import type { CandidateItem } from "#shared/domain/grading/contract.ts";
import { itemKind } from "#web/items/registry.ts";
import { Prose } from "#web/shared/prose.tsx";
import { pointsInWords } from "#web/shared/words.ts";
import { Heading } from "../../shared/heading.tsx";

type Props = {
  item: CandidateItem;
  place: { number: number; of: number };
  value: Json;
  change: (value: Json) => void;
  locked: boolean;
  run?: (value: Json) => Promise<ExamplesRun>;
  /** What stands between the question and its field: two versions, a refusal. */
  children?: ComponentChildren;
};

const WIDE = new Set(["coding", "sql", "code_reading"]);

/** Code needs room, also where it is a part of an item. */
const isWide = (item: Pick<CandidateItem, "type">): boolean =>
  WIDE.has(item.type) || ("parts" in item && (item.parts as CandidateItem[]).some(isWide));

/** One item: its question, its field. */
export function ItemCard({ item, place, value, change, locked, run, children }: Props): JSX.Element {
  const { Field, Material } = itemKind(item.type);
  const name = `item-${item.id}`;
  return (
    <article class={isWide(item) ? "item item-wide" : "item"}>
      <div class="item-question">
        <p class="eyebrow">
          Question {place.number} of {place.of} · {pointsInWords(item.points)}
        </p>
        <Heading id={`${name}-title`} of={item.id}>
          {item.title}
        </Heading>
        <Prose text={item.prompt} />
        {Material && <Material view={item} />}
      </div>
      <div class="item-answer">
        {children}
        <Field
          key={item.id}
          view={item}
          value={value}
          change={change}
          name={name}
          labelledBy={`${name}-title`}
          locked={locked}
          run={run}
        />
      </div>
    </article>
  );
}
