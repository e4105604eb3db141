import { type GradedEmail, gradeEmails, gradeExplanations } from "./agree.ts";
import { checkFigures, weightedKappa } from "./kappa.ts";

const BEGIN = "<!-- figures: made by `node scripts/generate.ts` -->";
const END = "<!-- end of figures -->";

/** The guide's text with its figures made anew. @throws where the text has no place for them */
export function withFigures(guide: string): string {
  const [head, rest] = guide.split(BEGIN);
  const tail = rest?.split(END)[1];
  if (head === undefined || tail === undefined) throw new Error("the guide has no place for its figures");
  return `${head}${BEGIN}\n${figures()}\n${END}${tail}`;
}

/** Agreement on the answers held out, as Markdown. */
function figures(): string {
  const emails = gradeEmails("held-out");
  const [fault, asWritten] = [gradeExplanations("fault", "held-out"), gradeExplanations("as_written", "held-out")];
  return [
    kappaTable([
      ["`delay-email`, all points", emails.map(({ total }) => total)],
      ...namesOf(emails, "criteria").map(
        (id): KappaRow => [`\`delay-email\`, ${id}`, emails.map(({ criteria }) => criteria.get(id)!)],
      ),
      ["`calculate-total`, fault", fault.map(({ total }) => total)],
      ["`calculate-total`, as_written", asWritten.map(({ total }) => total)],
    ]),
    checkTable(emails),
    left(emails),
  ].join("\n\n");
}

type KappaRow = [what: string, pairs: Parameters<typeof weightedKappa>[0]];

const kappaTable = (rows: KappaRow[]): string =>
  [
    "| points of | answers | quadratic weighted kappa |",
    "|---|---|---|",
    ...rows.map(([what, pairs]) => `| ${what} | ${pairs.length} | ${weightedKappa(pairs).toFixed(2)} |`),
  ].join("\n");

const checkTable = (emails: GradedEmail[]): string =>
  [
    "| check of `delay-email` | precision | recall | left to a person |",
    "|---|---|---|---|",
    ...namesOf(emails, "checks").map((id) => {
      const { precision, recall, asked } = checkFigures(emails.map(({ checks }) => checks.get(id)!));
      return `| ${id} | ${precision.toFixed(2)} | ${recall.toFixed(2)} | ${asked} |`;
    }),
  ].join("\n");

/** How many answers a person is asked to look at, and how often the author's points lie within the grade's bounds. */
function left(emails: GradedEmail[]): string {
  const asked = emails.filter(({ grade }) => grade.outcome === "needs_review").length;
  const within = emails.filter(
    ({ total, open }) => total.author >= total.grader - 0.01 && total.author <= total.grader + open + 0.01,
  );
  const exact = emails.filter(({ total }) => Math.abs(total.author - total.grader) < 0.01).length;
  const off = Math.max(...emails.map(({ total }) => Math.abs(total.author - total.grader)));
  return [
    `Of ${emails.length} e-mails, ${asked} are left to a person. For ${exact} the points are the author's, for ${within.length} the author's lie`,
    `within the grade's bounds. The largest difference is ${off.toFixed(2)} of 5 points.`,
  ].join("\n");
}

const namesOf = (emails: GradedEmail[], what: "criteria" | "checks"): string[] => [...emails[0]![what].keys()];
