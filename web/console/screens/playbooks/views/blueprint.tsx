import type { JSX } from "preact";
import { listed, minutesInWords } from "../../../../shared/words.ts";
import { type Column, Table } from "../../../parts/table.tsx";
import { type CategoryRow, categoryRows, type SectionRow, sectionRows } from "../reading/blueprint.ts";
import type { BookView } from "../reading/book.ts";
import { figure } from "../reading/words.ts";
import { Bar } from "./bar.tsx";

/** Where the time goes, and what it counts. */
export default function BlueprintView({ book }: BookView): JSX.Element {
  const sections = sectionRows(book);
  const categories = categoryRows(book);
  const fromAssessment = sections.reduce((sum, { worth }) => sum + worth, 0);
  return (
    <div class="book">
      <p class="lede">
        {minutesInWords(book.minutes)} in {sections.length} sections decide {figure(fromAssessment)} % of the score; the
        interview decides the other {figure(100 - fromAssessment)} %.
      </p>
      <section>
        <h2>Sections</h2>
        <Table
          caption="Sections"
          columns={sectionColumns(Math.max(...sections.map((row) => row.minutes)))}
          rows={sections}
          keyOf={({ id }) => id}
        />
      </section>
      <section>
        <h2>Categories</h2>
        <p class="hint legend">
          <Swatch look="full" /> from the assessment <Swatch look="outlined" /> from the interview
        </p>
        <Table
          caption="Categories"
          columns={categoryColumns(Math.max(...categories.map(({ weight }) => weight)))}
          rows={categories}
          keyOf={({ id }) => id}
        />
      </section>
    </div>
  );
}

const Swatch = ({ look }: { look: "full" | "outlined" }): JSX.Element => (
  <svg class="swatch" width="14" height="14" aria-hidden="true">
    <rect class={`bar-part is-${look}`} width="14" height="14" rx="2" />
  </svg>
);

/** Bars are as long as the figure is of the largest one. */
const sectionColumns = (longest: number): Column<SectionRow>[] => [
  { title: "Section", cell: ({ title }) => title },
  {
    title: "Minutes",
    cell: (row) => (
      <span class="bar-cell">
        <span class="figures">{figure(row.minutes)}</span>
        <Bar parts={[{ of: (100 * row.minutes) / longest, look: "full" }]} />
      </span>
    ),
  },
  { title: "Items", figures: true, cell: ({ asked }) => asked },
  { title: "Points", figures: true, cell: ({ points }) => figure(points) },
  { title: "Evidence for", cell: ({ categories }) => listed(categories) },
  { title: "Part of the score", figures: true, cell: ({ worth }) => `${figure(worth)} %` },
];

const categoryColumns = (heaviest: number): Column<CategoryRow>[] => [
  {
    title: "Category",
    cell: ({ title, description }) => (
      <span class="titled">
        {title}
        {description && <span class="hint">{description}</span>}
      </span>
    ),
  },
  {
    title: "Weight",
    cell: (row) => (
      <span class="bar-cell">
        <span class="figures">{figure(row.weight)} %</span>
        <Bar
          parts={[
            { of: (100 * row.assessment) / heaviest, look: "full" },
            { of: (100 * row.interview) / heaviest, look: "outlined" },
          ]}
        />
      </span>
    ),
  },
  { title: "Assessment", figures: true, cell: ({ assessment }) => `${figure(assessment)} %` },
  { title: "Interview", figures: true, cell: ({ interview }) => `${figure(interview)} %` },
];
