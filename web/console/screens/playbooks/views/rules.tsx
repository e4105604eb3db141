import type { ComponentChildren, JSX } from "preact";
import { Badge } from "../../../parts/badge.tsx";
import type { Book, BookView } from "../reading/book.ts";
import { conditionWords, EFFECT_WORDS, SEVERITY_WORDS } from "../reading/words.ts";

/** What the rules make of a score: bands, gates, red flags and the company's policy. A person decides. */
export default function RulesView({ book }: BookView): JSX.Element {
  return (
    <div class="book">
      <p class="lede">The rules recommend; a named person decides.</p>
      <Part title="Bands">
        <Bands bands={book.bands} />
      </Part>
      <Part title="Gates">
        {book.gates.length === 0 && <p>None.</p>}
        {book.gates.map((gate) => (
          <Gate key={gate.id} book={book} gate={gate} />
        ))}
      </Part>
      <Part title="Red flags">
        {book.red_flags.length === 0 && <p>None.</p>}
        <div class="flag-cards">
          {book.red_flags.map((flag) => (
            <Flag key={flag.id} flag={flag} />
          ))}
        </div>
      </Part>
      <Part title="Policy">
        <Policy policy={book.policy} />
      </Part>
    </div>
  );
}

const Part = ({ title, children }: { title: string; children: ComponentChildren }): JSX.Element => (
  <section>
    <h2>{title}</h2>
    {children}
  </section>
);

const TONES = { advance: "good", review: "attention", reject: "bad", note: "waiting" } as const;

const Bands = ({ bands }: { bands: Book["bands"] }): JSX.Element => (
  <ol class="bands">
    {bands.map(({ from, to, recommendation }) => (
      <li key={from} style={{ flexGrow: Number(to) - Number(from) }}>
        <Badge tone={TONES[recommendation]}>{EFFECT_WORDS[recommendation]}</Badge>
        <span class="figures hint">
          {from} to {to === "100" ? to : `below ${to}`}
        </span>
      </li>
    ))}
  </ol>
);

const Gate = ({ book, gate }: { book: Book; gate: Book["gates"][number] }): JSX.Element => (
  <div class="panel gate">
    <p>
      <Badge tone={TONES[gate.effect]}>{EFFECT_WORDS[gate.effect]}</Badge> when{" "}
      {gate.any_of.map((condition) => conditionWords(book, condition)).join(", or when ")}.
    </p>
    <p class="hint">{gate.why}</p>
    {gate.raises && (
      <p class="hint">
        Raises the red flag “{book.red_flags.find(({ id }) => id === gate.raises)?.title ?? gate.raises}”.
      </p>
    )}
  </div>
);

const FLAG_TONES = { disqualify: "bad", major: "attention", minor: "waiting" } as const;

const Flag = ({ flag }: { flag: Book["red_flags"][number] }): JSX.Element => (
  <div class="panel flag-card">
    <p>
      <Badge tone={FLAG_TONES[flag.severity]}>{SEVERITY_WORDS[flag.severity]}</Badge>
    </p>
    <h3>{flag.title}</h3>
    <p>{flag.description}</p>
    {flag.signs.length > 0 && (
      <ul class="probes" aria-label="Signs">
        {flag.signs.map((sign) => (
          <li key={sign}>{sign}</li>
        ))}
      </ul>
    )}
  </div>
);

const SHARED = {
  none: "nothing of the result",
  score: "the score by category",
  working: "the score and how each point came about",
} as const;

const Policy = ({ policy }: { policy: Book["policy"] }): JSX.Element => (
  <>
    <ul class="probes">
      <li>Between two sections a candidate may pause for at most {policy.pause_minutes} minutes.</li>
      <li>
        {policy.min_raters === 1 ? "One interviewer rates" : `${policy.min_raters} interviewers rate`} each question, at
        least.
      </li>
      <li>After the decision the candidate sees {SHARED[policy.share_with_candidate]}.</li>
      {policy.retention_days !== undefined && (
        <li>{policy.retention_days} days after its end a session is erased by itself.</li>
      )}
    </ul>
    {policy.notes.map((note) => (
      <p key={note} class="hint">
        {note}
      </p>
    ))}
  </>
);
