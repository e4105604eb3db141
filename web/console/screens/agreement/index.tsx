import type { JSX } from "preact";
import { useSearchParams } from "wouter-preact";
import { counted } from "../../../shared/words.ts";
import { useRead } from "../../api/hooks.ts";
import { Empty } from "../../parts/empty.tsx";
import { SelectField } from "../../parts/field.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { Page } from "../../parts/page.tsx";
import { Person } from "../../parts/person.tsx";
import { type Column, Table } from "../../parts/table.tsx";
import { type Agreement, consistencyWords, severityWords } from "./words.ts";

/** How far interviewers agree: by question, by interviewer, and as a whole. */
export default function AgreementScreen(): JSX.Element {
  const [search, setSearch] = useSearchParams();
  const playbook = search.get("playbook") ?? "";
  const agreement = useRead("read-agreement", {}, { query: { playbook: playbook || undefined } });
  const playbooks = useRead("list-playbooks", {});
  const ids = [...new Set((playbooks.data?.data ?? []).map(({ id }) => id))];
  return (
    <Page title="Agreement" about="How far interviewers agree, from locked scorecards of the latest 100 sessions.">
      <div class="filters few-filters">
        <SelectField
          label="Playbook"
          value={playbook}
          change={(value) => setSearch(value ? { playbook: value } : {})}
          options={[["", "All"], ...ids.map((id) => [id, id] as const)]}
        />
      </div>
      <Loaded of={agreement}>{(found) => <Figures agreement={found} />}</Loaded>
    </Page>
  );
}

function Figures({ agreement }: { agreement: Agreement }): JSX.Element {
  const { sessions, questions, raters, consistency } = agreement;
  if (sessions === 0) return <Empty title="No scorecard is locked yet" />;
  return (
    <>
      <p>
        {consistencyWords(consistency)} <span class="hint">Over {counted(sessions, "session")}.</span>
      </p>
      <section aria-labelledby="by-question">
        <h2 id="by-question">By question</h2>
        <p class="hint">
          The spread is the mean of the highest less the lowest rating; n are sessions that several rated.
        </p>
        <Table caption="By question" columns={QUESTIONS} rows={questions} keyOf={({ question }) => question} />
      </section>
      <section aria-labelledby="by-interviewer">
        <h2 id="by-interviewer">By interviewer</h2>
        <p class="hint">Severity is how far somebody rates below the others on the same things; below nought: above.</p>
        <Table caption="By interviewer" columns={RATERS} rows={raters} keyOf={({ rater }) => rater} />
      </section>
    </>
  );
}

const QUESTIONS: readonly Column<Agreement["questions"][number]>[] = [
  { title: "Question", cell: ({ question }) => question },
  { title: "Ratings", figures: true, cell: ({ ratings }) => ratings },
  { title: "Mean", figures: true, cell: ({ mean }) => mean ?? "–" },
  { title: "Spread", figures: true, cell: ({ spread }) => spread ?? "–" },
  { title: "n", figures: true, cell: ({ n }) => n },
];

const RATERS: readonly Column<Agreement["raters"][number]>[] = [
  { title: "Interviewer", cell: ({ rater }) => <Person id={rater} /> },
  { title: "Ratings", figures: true, cell: ({ ratings }) => ratings },
  { title: "Mean", figures: true, cell: ({ mean }) => mean },
  { title: "Spread", figures: true, cell: ({ spread }) => spread ?? "–" },
  { title: "Severity", figures: true, cell: ({ severity }) => severity ?? "–" },
  { title: "n", figures: true, cell: ({ n }) => n },
  { title: "In words", cell: ({ severity }) => severityWords(severity) },
];
