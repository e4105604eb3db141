import type { ItemBase } from "#shared/domain/grading/contract.ts";
import type { Gate, Playbook, Question, RedFlag } from "#shared/domain/playbook/schema.ts";

/** A playbook with the shipped one's numbers and ids and nothing else: enough to score, nothing to grade. */
export function shippedNumbers(changes: Partial<Playbook> = {}): Playbook {
  return {
    format: "assay-playbook/1",
    id: "back-end-developer",
    version: 1,
    title: "Back-end developer",
    language: "en",
    summary: "The shipped numbers.",
    errata: [],
    role: EMPTY_ROLE,
    minutes: "30",
    categories: CATEGORIES.map(([id, weight, assessment_share]) => ({ id, title: id, weight, assessment_share })),
    sections: SECTIONS.map(([id, minutes, category, items]) => ({
      id,
      title: id,
      minutes,
      category,
      items: items.map(([item, points]) => bareItem(item, points)),
    })),
    interview: { scale: { min: 1, max: 5 }, questions: QUESTIONS.map(question) },
    gates: GATES,
    red_flags: RED_FLAGS.map(redFlag),
    bands: [
      { from: "0", to: "60", recommendation: "reject" },
      { from: "60", to: "80", recommendation: "review" },
      { from: "80", to: "100", recommendation: "advance" },
    ],
    policy: { pause_minutes: "2", min_raters: 1, share_with_candidate: "score", notes: [] },
    practice: [],
    ...changes,
  };
}

/** The same playbook with some fields of some items changed, by item id. */
export function withItems(changes: Record<string, Partial<ItemBase>>, playbook = shippedNumbers()): Playbook {
  const changed = (item: ItemBase): ItemBase => ({ ...item, ...changes[item.id] });
  return {
    ...playbook,
    sections: playbook.sections.map((section) => ({ ...section, items: section.items.map(changed) })),
  };
}

const EMPTY_ROLE: Playbook["role"] = {
  function: "Back end",
  core_focus: "Services",
  scope: "10 to 400 staff",
  level: "mid",
  responsibilities: [],
  hard_skills: [],
  soft_skills: [],
  attitude_traits: [],
  tools: [],
  adjacent_roles: [],
};

const CATEGORIES: [id: string, weight: string, share: string][] = [
  ["technical", "40", "0.60"],
  ["problem_solving", "15", "0.60"],
  ["communication", "20", "0.60"],
  ["attitude", "15", "0.60"],
  ["attention", "10", "1.00"],
];

const SECTIONS: [id: string, minutes: string, category: string, items: [string, string][]][] = [
  [
    "cognitive",
    "5",
    "problem_solving",
    [
      ["servers", "1"],
      ["sequence", "1"],
      ["pseudocode", "1"],
    ],
  ],
  [
    "hard-skills",
    "12",
    "technical",
    [
      ["paid-totals", "6"],
      ["busy-customers", "4"],
    ],
  ],
  ["situational-judgement", "4", "attitude", [["unsafe-endpoint", "2"]]],
  ["soft-skills", "5", "communication", [["delay-email", "5"]]],
  ["accuracy", "4", "attention", [["calculate-total", "2"]]],
];

const QUESTIONS: [id: string, category: string, weight: string][] = [
  ["q1", "problem_solving", "1"],
  ["q2", "communication", "1"],
  ["q3", "technical", "1"],
  ["q4", "technical", "1"],
  ["q5", "problem_solving", "2"],
  ["q6", "attitude", "1"],
  ["overall_communication", "communication", "1"],
  ["overall_attitude", "attitude", "1"],
];

const GATES: Gate[] = [
  {
    id: "technical",
    effect: "reject",
    any_of: [
      { category: "technical", figure: "score", below: "50.00" },
      { category: "technical", figure: "assessment", below: "40.00" },
      { category: "technical", figure: "interview", below: "25.00" },
    ],
    raises: "cannot_code",
    why: "Technical skills must pass.",
  },
  belowGate("communication", "40.00", "review"),
  belowGate("attitude", "50.00", "review"),
  belowGate("problem_solving", "25.00", "note"),
];

const RED_FLAGS: [id: string, severity: RedFlag["severity"]][] = [
  ["no_database_or_api_grasp", "disqualify"],
  ["dishonesty", "disqualify"],
  ["refuses_collaboration", "disqualify"],
  ["cannot_code", "major"],
  ["security_blind_spot", "major"],
  ["poor_communication", "major"],
  ["resists_feedback", "major"],
  ["unsystematic", "major"],
  ["role_expectations", "minor"],
];

const bareItem = (id: string, points: string): ItemBase => ({ id, type: "short_text", title: id, points, prompt: id });

const question = ([id, category, weight]: [string, string, string]): Question => ({
  id,
  category,
  weight,
  text: id,
  probes: [],
  anchors: { "1": "low", "3": "middle", "5": "high" },
  whole_interview: id.startsWith("overall"),
});

const redFlag = ([id, severity]: [string, RedFlag["severity"]]): RedFlag => ({
  id,
  severity,
  title: id,
  description: id,
  signs: [],
});

function belowGate(category: string, below: string, effect: Gate["effect"]): Gate {
  return { id: category, effect, any_of: [{ category, figure: "score", below }], why: "Policy." };
}
