import type { ComponentChildren, JSX } from "preact";
import type { ReportView } from "#shared/contracts/shapes/report.ts";
import { dayAndTime } from "../shared/words.ts";
import type { Found } from "./client.ts";

type Result = NonNullable<ReportView["result"]>;

/** One session's report, or why there is none; nothing yet where `found` is left out. */
export function App({ found }: { found: Found | undefined }): JSX.Element {
  return (
    <main class="report">
      <p class="eyebrow">Assay · Assessment report</p>
      {found === undefined && <p role="status">Reading the report…</p>}
      {found && "trouble" in found && <Trouble sentence={found.trouble} />}
      {found && "report" in found && <Report report={found.report} />}
    </main>
  );
}

const Trouble = ({ sentence }: { sentence: string }): JSX.Element => (
  <>
    <h1>There is no report here</h1>
    <p class="report-status">{sentence}</p>
  </>
);

const STATUS: { [S in ReportView["status"]]: string } = {
  invited: "The assessment was not started yet.",
  in_progress: "The assessment is being taken.",
  grading: "The assessment is handed in and being graded.",
  scored: "Scored from the assessment alone; interviews may follow.",
  finalized: "Scored, interviews included.",
  decided: "Scored, and decided.",
  expired: "The assessment was not started in time.",
  canceled: "The invitation was taken back.",
  withdrawn: "The candidate withdrew.",
  voided: "The assessment counts for nobody: something of ours failed.",
  erased: "What was known of this assessment is erased.",
};

function Report({ report }: { report: ReportView }): JSX.Element {
  const { candidate, playbook, status, submitted_at, result, expires_at } = report;
  return (
    <>
      <h1>{candidate ? `${candidate.name}: ${playbook.title}` : playbook.title}</h1>
      <p class="report-status">
        {STATUS[status]}
        {submitted_at && ` Handed in ${dayAndTime(submitted_at)}.`}
      </p>
      {result && <Figures result={result} />}
      {result && <Categories result={result} />}
      {result && result.items.length > 0 && <Items result={result} />}
      <p class="report-foot">
        A score advises; a person decides. Whoever has this link can read this page until {dayAndTime(expires_at)}.
      </p>
    </>
  );
}

const RECOMMENDATIONS: { [R in NonNullable<Result["recommendation"]>]: string } = {
  advance: "Advance",
  review: "Review",
  reject: "Reject",
  disqualified: "Disqualified",
  incomplete: "Incomplete",
};

const Figures = ({ result }: { result: Result }): JSX.Element => (
  <dl class="report-figures">
    <div>
      <dt>Score of 100</dt>
      <dd class="report-score">{result.score ?? "open"}</dd>
    </div>
    {result.recommendation && <Fact name="The rules recommend">{RECOMMENDATIONS[result.recommendation]}</Fact>}
    <Fact name="Between">
      {result.bounds.low} and {result.bounds.high}
    </Fact>
    <Fact name="Known so far">{result.coverage} % of the weight</Fact>
  </dl>
);

const Fact = ({ name, children }: { name: string; children: ComponentChildren }): JSX.Element => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const figure = (value: string | null): string => value ?? "–";

const Categories = ({ result }: { result: Result }): JSX.Element => (
  <section class="report-part" aria-labelledby="categories">
    <h2 id="categories">Categories</h2>
    <Table heads={["Category", "Weight", "Assessment", "Interview", "Score"]}>
      {result.categories.map(({ title, weight, assessment, interview, score }) => (
        <Row
          key={title}
          title={title}
          cells={{ Weight: weight, Assessment: figure(assessment), Interview: figure(interview), Score: figure(score) }}
        />
      ))}
    </Table>
  </section>
);

const Items = ({ result }: { result: Result }): JSX.Element => (
  <section class="report-part" aria-labelledby="items">
    <h2 id="items">Questions</h2>
    <Table heads={["Question", "Section", "Points", "Of"]}>
      {result.items.map(({ title, section, points, max }, place) => (
        <Row key={place} title={title} cells={{ Section: section, Points: points, Of: max }} />
      ))}
    </Table>
  </section>
);

const Table = ({ heads, children }: { heads: string[]; children: ComponentChildren }): JSX.Element => (
  <table>
    <thead>
      <tr>
        {heads.map((head) => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
);

/** On a narrow page each figure stands in a line of its own and says what it is. */
const Row = ({ title, cells }: { title: string; cells: { [head: string]: string } }): JSX.Element => (
  <tr>
    <th scope="row">{title}</th>
    {Object.entries(cells).map(([head, cell]) => (
      <td key={head} data-head={head}>
        {cell}
      </td>
    ))}
  </tr>
);
