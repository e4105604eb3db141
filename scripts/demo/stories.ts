/** How far a candidate of the demo has come. */
type Stage = "invited" | "started" | "scored" | "interviewed" | "decided";

export type Card = { interviewer: string; usual: number; ratings?: { [question: string]: number } };

/** A candidate of the demo and what became of them. */
export type Story = {
  name: string;
  stage: Stage;
  job: string;
  accommodation?: { kind: "multiplier"; factor: string };
  /** Changes the reference answers, which score full. */
  answers?: (best: { [item: string]: unknown }) => { [item: string]: unknown };
  cards?: readonly Card[];
  flag?: { flag: string; observation: string; lifted?: string };
  decision?: { outcome: "advance" | "reject" | "hold"; reason: string };
};

const without =
  (...items: string[]) =>
  (best: { [item: string]: unknown }) =>
    Object.fromEntries(Object.entries(best).filter(([item]) => !items.includes(item)));

const hurriedMail = "Hi, the export is late. It is the vendor's fault. We will tell you when it is done.";

/** A candidate at every stage, for each reason that a console has to show. */
export const stories: readonly Story[] = [
  { name: "Noor Haddad", stage: "invited", job: "back-end-developer" },
  { name: "Tomás Rivera", stage: "started", job: "back-end-developer" },
  { name: "Mei Tanaka", stage: "scored", job: "back-end-developer" },
  {
    name: "Jonas Weber",
    stage: "scored",
    job: "platform-engineer",
    accommodation: { kind: "multiplier", factor: "1.5" },
    answers: (best) => ({ ...without("pseudocode", "calculate-total")(best), "delay-email": hurriedMail }),
  },
  {
    name: "Priya Nair",
    stage: "scored",
    job: "back-end-developer",
    answers: without("paid-totals", "busy-customers", "sequence"),
  },
  {
    name: "Olu Adeyemi",
    stage: "interviewed",
    job: "back-end-developer",
    cards: [
      { interviewer: "interviewer", usual: 4, ratings: { q3: 5 } },
      { interviewer: "interviewer_2", usual: 4, ratings: { q3: 2, q5: 3 } },
    ],
  },
  {
    name: "Freya Lund",
    stage: "interviewed",
    job: "platform-engineer",
    answers: (best) => ({ ...best, "delay-email": hurriedMail }),
    cards: [{ interviewer: "interviewer_3", usual: 3 }],
    flag: {
      flag: "dishonesty",
      observation: "Said the service was all their own work; the commit log names three others.",
    },
  },
  {
    name: "Lucía Ortega",
    stage: "decided",
    job: "back-end-developer",
    cards: [
      { interviewer: "interviewer", usual: 5, ratings: { q2: 4 } },
      { interviewer: "interviewer_2", usual: 4 },
    ],
    flag: {
      flag: "resists_feedback",
      observation: "“I don't see the point of reviews.”",
      lifted: "Asked again, they had meant reviews without an author present.",
    },
    decision: { outcome: "advance", reason: "Strong in code and in talk; both interviewers agree." },
  },
  {
    name: "Sam Whitlock",
    stage: "decided",
    job: "back-end-developer",
    answers: without("paid-totals", "busy-customers", "delay-email"),
    cards: [{ interviewer: "interviewer", usual: 2 }],
    decision: {
      outcome: "reject",
      reason: "Neither code nor query was attempted, and the interview showed the same gap.",
    },
  },
];
