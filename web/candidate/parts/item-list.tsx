import type { JSX } from "preact";
import type { CandidateItem } from "#shared/domain/grading/contract.ts";

type Props = {
  items: CandidateItem[];
  shown: string;
  answered: (item: string) => boolean;
  show: (item: string) => void;
};

/** Every question of the section with its mark: answered or not, in a sign, a word and a colour. */
export function ItemList({ items, shown, answered, show }: Props): JSX.Element {
  return (
    <nav class="item-list" aria-label="Questions">
      <ol>
        {items.map((item, index) => (
          <li key={item.id}>
            <button
              type="button"
              class={answered(item.id) ? "item-link is-answered" : "item-link"}
              aria-current={item.id === shown ? "step" : undefined}
              onClick={() => show(item.id)}
            >
              <span class="item-number" aria-hidden="true">
                {answered(item.id) ? "✓" : index + 1}
              </span>
              <span class="item-name">{item.title}</span>
              <span class="unseen">{answered(item.id) ? ", answered" : ", not answered"}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
