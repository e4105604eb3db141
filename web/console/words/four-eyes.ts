import type { AnswerOf } from "../api/types.ts";

export type Flag = AnswerOf<"read-flags">["data"][number];
export type FlagStep = "confirm" | "lift" | "override";

const FROM: { [S in FlagStep]: Flag["state"] } = { confirm: "raised", lift: "raised", override: "confirmed" };

const OWN: { [S in FlagStep]: string } = {
  confirm: "You raised this flag. To confirm it takes another person.",
  lift: "You raised this flag. To lift it takes another person.",
  override: "You confirmed this flag. To override it takes another person.",
};

export type OpenStep = { step: FlagStep /** Why it is another's to do; null where it isn't. */; own: string | null };

/** The steps that a raising can take next, and which of them are not for who took the last one. */
export function stepsOf(
  { state, raiser, answers }: Pick<Flag, "state" | "raiser" | "answers">,
  me: string,
): OpenStep[] {
  const before = answers.at(-1)?.actor ?? raiser;
  return (Object.keys(FROM) as FlagStep[])
    .filter((step) => FROM[step] === state)
    .map((step) => ({ step, own: before === me ? OWN[step] : null }));
}

/** What becomes of the recommendation by a step, so that nobody has to know the rules by heart. */
export function effectWords(step: FlagStep, severity: Flag["severity"]): string {
  if (step === "lift")
    return "The flag was a mistake: the result is what it would be without it. The raising stays in the log.";
  if (step === "override") return "The flag stays confirmed in the log, and the recommendation is a review at best.";
  if (severity === "disqualify")
    return "The recommendation becomes “Disqualified”, whatever the score. The score stays shown.";
  if (severity === "major") return "With a second confirmed major flag the recommendation is a review at best.";
  return "It stands beside the result and changes no recommendation.";
}
