import { listed } from "../../shared/words.ts";
import type { AnswerOf } from "../api/types.ts";
import type { Names } from "./names.ts";
import { reasonWords } from "./reason-words.ts";

type Frame = AnswerOf<"read-session-report">["playbook"];
type Gate = Frame["gates"][number];
type Result = AnswerOf<"read-result">;
type Means = { names: Names; frame: Frame };

export type GateStanding = { tone: "good" | "bad" | "attention" | "waiting"; word: string; sentence: string };

const EFFECTS: { [E in Gate["effect"]]: string } = {
  reject: "the recommendation is not to advance",
  review: "the recommendation is a review at best",
  note: "it is noted, and recommends nothing",
};

/** How a gate stands, and what it asks for. */
export function gateWords(gate: Gate, result: Result, means: Means): GateStanding {
  const standing = result.gates.find(({ id }) => id === gate.id);
  const asks = `Where ${listed(gate.any_of.map((condition) => conditionWords(condition, means.names))).replace(/ and (?=[^,]*$)/, " or ")}, ${EFFECTS[gate.effect]}.`;
  if (standing?.fired) {
    const because = standing.because ? reasonWords(standing.because, means) : "";
    return { tone: gate.effect === "note" ? "attention" : "bad", word: "Fires", sentence: `${because} ${asks}`.trim() };
  }
  if (standing?.because?.code === "waits_for_interview") return { tone: "waiting", word: "Waits", sentence: asks };
  if (standing?.because) {
    return { tone: "waiting", word: "Unread", sentence: `${reasonWords(standing.because, means)} ${asks}` };
  }
  return { tone: "good", word: "Passed", sentence: asks };
}

const FIGURES = { score: "the score", assessment: "the assessment", interview: "the interview" } as const;

function conditionWords(condition: Gate["any_of"][number], names: Names): string {
  if ("item" in condition) return `“${names.item(condition.item)}” earns less than ${condition.points_below}`;
  if ("question" in condition) return `${names.question(condition.question)} is rated below ${condition.rating_below}`;
  return `${FIGURES[condition.figure]} of ${names.category(condition.category)} is below ${condition.below}`;
}
