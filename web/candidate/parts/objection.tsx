import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { dayAndTime } from "#web/shared/words.ts";
import { Notice } from "../../shared/notice.tsx";
import type { Shared } from "../screens/shared-result.tsx";
import type { Take } from "../take.ts";

const LONGEST = 2_000;

/** One objection to one grade, asked twice before it is sent; afterwards what was sent. */
export function Objection({ take, shared }: { take: Take; shared: Shared }): JSX.Element {
  const { objection } = shared;
  return (
    <section class="objection" aria-labelledby="objection">
      <h2 id="objection">Do you disagree with a grade?</h2>
      {objection ? (
        <div role="status">
          <p>
            You objected to the grade of <strong>{titleOf(shared, objection.item)}</strong> on{" "}
            {dayAndTime(objection.at)}. A person looks at it again; if the grade changes, the result here does too.
          </p>
          <blockquote>{objection.text}</blockquote>
        </div>
      ) : (
        <ObjectionForm take={take} shared={shared} />
      )}
    </section>
  );
}

const titleOf = ({ items }: Shared, id: string): string => items.find((item) => item.id === id)?.title ?? id;

function ObjectionForm({ take, shared }: { take: Take; shared: Shared }): JSX.Element {
  const [item, choose] = useState(shared.items[0]?.id ?? "");
  const [text, write] = useState("");
  const [sure, confirm] = useState(false);
  const { working, setback } = take.session.state;
  const empty = text.trim() === "";
  const next = (event: Event) => {
    event.preventDefault();
    if (empty || working) return;
    if (sure) void take.session.object(item, text.trim());
    else confirm(true);
  };
  return (
    <form onSubmit={next}>
      <p>You can object once, to one grade. A person who doesn’t see your name looks at that answer again.</p>
      <label for="objection-item">Which answer?</label>
      <select
        id="objection-item"
        class="input"
        value={item}
        disabled={sure}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {shared.items.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <label for="objection-text">What was judged wrongly?</label>
      <textarea
        id="objection-text"
        class="input input-area"
        rows={4}
        maxLength={LONGEST}
        readOnly={sure}
        value={text}
        onInput={(event) => write(event.currentTarget.value)}
      />
      {sure && (
        <p role="alert">
          Send this objection about <strong>{titleOf(shared, item)}</strong>? There is only one, and it can’t be changed
          afterwards.
        </p>
      )}
      {setback && <Notice kind="setback">{setback}</Notice>}
      <p class="steps">
        {sure && (
          <button type="button" class="button button-quiet" onClick={() => confirm(false)}>
            Change it
          </button>
        )}
        <button type="submit" class="button" aria-disabled={empty || working}>
          {working ? "Sending…" : sure ? "Send the objection" : "Object"}
        </button>
      </p>
    </form>
  );
}
