import type { JSX } from "preact";
import type { TakeView } from "#shared/contracts/shapes/take.ts";
import { Heading } from "../../shared/heading.tsx";
import { Frame } from "../parts/frame.tsx";
import { Objection } from "../parts/objection.tsx";
import { OwnData } from "../parts/own-data.tsx";
import type { Take } from "../take.ts";

export type Shared = NonNullable<TakeView["shared"]>;
type Item = Shared["items"][number];

/** After the decision: what the company shares of the result. */
export function SharedResult({ take, view, shared }: { take: Take; view: TakeView; shared: Shared }): JSX.Element {
  return (
    <Frame title="Your result" about={view.playbook.title}>
      <div class="receipt-page shared-result">
        <p class="eyebrow">Thank you, {view.candidate.name}</p>
        <Heading>Your result</Heading>
        <p class="lede">
          The company has decided, and shares with you how your answers were scored. Rules made the score; a person made
          the decision, and tells you of it.
        </p>
        <Score shared={shared} />
        <WouldHaveChanged ways={shared.would_have_changed} />
        <Items view={view} shared={shared} />
        <Objection take={take} shared={shared} />
        <OwnData client={take.client} />
      </div>
    </Frame>
  );
}

function Score({ shared }: { shared: Shared }): JSX.Element {
  return (
    <section class="receipt" aria-labelledby="score">
      <div class="receipt-head">
        <h2 id="score">Score</h2>
        <p class="score-figure">
          {shared.score === null ? "none" : <strong>{shared.score}</strong>}
          {shared.score !== null && " of 100"}
        </p>
      </div>
      <ul class="category-bars">
        {shared.categories.map(({ id, title, score }) => (
          <li key={id}>
            <span>{title}</span>
            <span class="figures">{score ?? "not scored"}</span>
            {score !== null && (
              <meter class="bar-meter" min={0} max={100} value={Number(score)} aria-label={title}>
                {score}
              </meter>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function WouldHaveChanged({ ways }: { ways: string[] | undefined }): JSX.Element | null {
  if (!ways || ways.length === 0) return null;
  return (
    <section aria-labelledby="changed">
      <h2 id="changed">What would have changed the rules’ recommendation</h2>
      <ul class="plain-list">
        {ways.map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ul>
    </section>
  );
}

function Items({ view, shared }: { view: TakeView; shared: Shared }): JSX.Element | null {
  if (!shared.items.some(({ reasons }) => reasons)) return null;
  return (
    <section class="receipt" aria-labelledby="points">
      <div class="receipt-head">
        <h2 id="points">How each point came about</h2>
      </div>
      {view.sections.map(({ id, title }) => (
        <div class="receipt-section" key={id}>
          <h3>{title}</h3>
          {shared.items
            .filter(({ section }) => section === id)
            .map((item) => (
              <ItemReasons key={item.id} item={item} />
            ))}
        </div>
      ))}
    </section>
  );
}

function ItemReasons({ item: { title, points, max, reasons = [] } }: { item: Item }): JSX.Element {
  return (
    <div class="item-reasons">
      <h4>
        <span>{title}</span>
        <span class="figures">
          {points} of {max}
        </span>
      </h4>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  );
}
