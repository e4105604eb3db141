import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Session } from "../../../api/types.ts";
import { mayCall } from "../../../may.ts";
import { useMe } from "../../../me.ts";
import { Badge } from "../../../parts/badge.tsx";
import { Moment } from "../../../parts/moment.tsx";
import { Person } from "../../../parts/person.tsx";
import { Said } from "../../../parts/said.tsx";
import { type Flag, type FlagStep, stepsOf } from "../../../words/four-eyes.ts";
import { AnswerFlag } from "./answer-flag.tsx";

type FlagCardProps = { flag: Flag; session: Session; open: boolean };

const SEVERITIES: { [S in Flag["severity"]]: string } = { disqualify: "Disqualifies", major: "Major", minor: "Minor" };
const STATES = {
  raised: ["attention", "Raised, not confirmed"],
  confirmed: ["bad", "Confirmed"],
  lifted: ["over", "Lifted as mistaken"],
  overridden: ["waiting", "Overridden"],
} as const;
const STEPS: { [S in FlagStep]: string } = { confirm: "Confirm", lift: "Lift as mistaken", override: "Override" };

/** One raising: what was observed, who answered it and why, and what can be done with it now. */
export function FlagCard({ flag, session, open }: FlagCardProps): JSX.Element {
  const [tone, word] = STATES[flag.state];
  return (
    <article class="flag" aria-label={flag.title}>
      <div class="flag-head">
        <h3>{flag.title}</h3>
        <Badge tone={tone}>{word}</Badge>
        <span class="hint">{SEVERITIES[flag.severity]}</span>
      </div>
      <Raised flag={flag} />
      {flag.answers.map(({ state, actor, reason, at }) => (
        <p key={at} class="flag-answer">
          <strong>{STATES[state][1]}</strong> by <Person id={actor} />, <Moment at={at} />: <Said text={reason} />
        </p>
      ))}
      {open && <Steps flag={flag} session={session} />}
    </article>
  );
}

function Raised({ flag: { raised_by, raiser, observation, raised_at } }: { flag: Flag }): JSX.Element {
  if (raised_by !== "person" || raiser === null) {
    const what = raised_by === "gate" ? "A gate of the playbook raised it when it fired" : "A critical item raised it";
    return <p>{what}; it waits for a person's answer like any other.</p>;
  }
  return (
    <p>
      <Said text={observation ?? ""} />
      <br />
      <span class="hint">
        Observed by <Person id={raiser} />, <Moment at={raised_at} />
      </span>
    </p>
  );
}

/** What isn't one's own to do is shown with the sentence that says why; what a role may not do isn't shown. */
function Steps({ flag, session }: { flag: Flag; session: Session }): JSX.Element | null {
  const me = useMe();
  const [step, take] = useState<FlagStep>();
  const steps = stepsOf(flag, me.id).filter(({ step: each }) => mayCall(me, `${each}-flag`));
  if (steps.length === 0) return null;
  const own = steps.find((each) => each.own !== null)?.own;
  return (
    <div class="flag-steps">
      {steps.map((each) => (
        <button
          key={each.step}
          type="button"
          class="button button-quiet"
          disabled={each.own !== null}
          onClick={() => take(each.step)}
        >
          {STEPS[each.step]}
        </button>
      ))}
      {own && <p class="hint">{own}</p>}
      {step && <AnswerFlag step={step} flag={flag} session={session.id} close={() => take(undefined)} />}
    </div>
  );
}
