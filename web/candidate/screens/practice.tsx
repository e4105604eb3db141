import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Json } from "#shared/domain/foundation/json.ts";
import type { CandidateItem } from "#shared/domain/grading/contract.ts";
import { isAnswered } from "#web/items/answered.ts";
import { ItemCard } from "../parts/item-card.tsx";
import { ItemList } from "../parts/item-list.tsx";
import { Steps } from "../parts/steps.tsx";

/** One question of each kind, without a clock; what is typed here stays here. */
export function Practice({ items, leave }: { items: CandidateItem[]; leave: () => void }): JSX.Element {
  const [values, setValues] = useState<{ [item: string]: Json }>({});
  const [place, go] = useState(0);
  const item = items[place]!;
  return (
    <div class="section">
      <p class="practice-note">
        <strong>Practice.</strong> No clock, nothing is sent, nothing counts.{" "}
        <button type="button" class="link" onClick={leave}>
          Back to the start
        </button>
      </p>
      {items.length > 1 && (
        <ItemList
          items={items}
          shown={item.id}
          answered={(id) => isAnswered(values[id])}
          show={(id) => go(items.findIndex((other) => other.id === id))}
        />
      )}
      <div class="stage">
        <ItemCard
          item={item}
          place={{ number: place + 1, of: items.length }}
          value={values[item.id] ?? null}
          change={(value) => setValues({ ...values, [item.id]: value })}
          locked={false}
        />
        <Steps place={place} of={items.length} go={go} end={{ words: "End the practice", act: leave }} />
      </div>
    </div>
  );
}
