import { criteriaOf, type GradedMessage, gradeExplanations, gradeMessages } from "./agree.ts";
import { explanations, MESSAGES, type Message } from "./corpus.ts";
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
  const messages = (Object.keys(MESSAGES) as Message[]).map((message): Graded => {
    return { message, graded: gradeMessages(message, "held-out") };
  });
  return [
    kappaTable([...messages.flatMap(messageRows), ...explanationRows()]),
    ...messages.flatMap((each) => [checkTable(each), left(each)]),
  ].join("\n\n");
}

type Graded = { message: Message; graded: GradedMessage[] };

const messageRows = ({ message, graded }: Graded): KappaRow[] => [
  [`\`${message}\`, all points`, graded.map(({ total }) => total)],
  ...namesOf(graded, "criteria").map(
    (id): KappaRow => [`\`${message}\`, ${id}`, graded.map(({ criteria }) => criteria.get(id)!)],
  ),
];

const explanationRows = (): KappaRow[] =>
  explanations.map((explanation) => [
    `\`${explanation.item}\`, ${explanation.part}`,
    gradeExplanations(explanation, "held-out").map(({ total }) => total),
  ]);

type KappaRow = [what: string, pairs: Parameters<typeof weightedKappa>[0]];

const kappaTable = (rows: KappaRow[]): string =>
  [
    "| points of | answers | quadratic weighted kappa |",
    "|---|---|---|",
    ...rows.map(([what, pairs]) => `| ${what} | ${pairs.length} | ${weightedKappa(pairs).toFixed(2)} |`),
  ].join("\n");

const checkTable = ({ message, graded }: Graded): string =>
  [
    `| check of \`${message}\` | precision | recall | left to a person |`,
    "|---|---|---|---|",
    ...namesOf(graded, "checks").map((id) => {
      const { precision, recall, asked } = checkFigures(graded.map(({ checks }) => checks.get(id)!));
      return `| ${id} | ${precision.toFixed(2)} | ${recall.toFixed(2)} | ${asked} |`;
    }),
  ].join("\n");

/** How many answers a person is asked to look at, and how often the author's points lie within the grade's bounds. */
function left({ message, graded }: Graded): string {
  const asked = graded.filter(({ grade }) => grade.outcome === "needs_review").length;
  const within = graded.filter(
    ({ total, open }) => total.author >= total.grader - 0.01 && total.author <= total.grader + open + 0.01,
  );
  const exact = graded.filter(({ total }) => Math.abs(total.author - total.grader) < 0.01).length;
  const off = Math.max(...graded.map(({ total }) => Math.abs(total.author - total.grader)));
  return [
    `Of ${graded.length} answers to \`${message}\`, ${asked} are left to a person. For ${exact} the points are the author's, for ${within.length} the author's lie`,
    `within the grade's bounds. The largest difference is ${off.toFixed(2)} of ${pointsOf(message)} points.`,
  ].join("\n");
}

const pointsOf = (message: Message): number => criteriaOf(message).reduce((sum, { points }) => sum + Number(points), 0);

const namesOf = (graded: GradedMessage[], what: "criteria" | "checks"): string[] => [...graded[0]![what].keys()];
