import type { Json } from "../../foundation/json.ts";
import { type CandidateSide, commonView, members, refuse, strangeMember } from "../candidate-side.ts";
import type { JavaScriptJob } from "../sandbox.ts";
import type { CodingAnswer, CodingPart } from "./schema.ts";

const LONGEST_SOURCE = 65_536;

type Call = { id: string; arguments: Json[] };

/** What the candidate's page may know of a coding item: the entry, the starter and the shown examples. */
export const codingCandidate: CandidateSide<CodingPart, CodingAnswer> = {
  view: (item) => ({
    ...commonView(item),
    entry: item.entry,
    languages: item.languages,
    starter: { ...item.starter } as { [language: string]: string },
    examples: item.examples.map(({ id, title, arguments: args, expected }) => ({
      id,
      title,
      arguments: args,
      expected,
    })),
  }),
  parseAnswer(item, value) {
    const given = members(value);
    if (!given) return refuse('the answer must be {"language": …, "source": …}');
    const strange = strangeMember(given, ["language", "source"]);
    if (strange !== undefined) return refuse("there is no such field", strange);
    const language = item.languages.find((offered) => offered === given["language"]);
    if (!language) return refuse(`the language must be one of ${item.languages.join(", ")}`, "language");
    const source = given["source"];
    if (typeof source !== "string") return refuse("the source must be a text", "source");
    if (source.length > LONGEST_SOURCE)
      return refuse(`the source must have at most ${LONGEST_SOURCE} characters`, "source");
    return { answer: { language, source } };
  },
  exampleJobs: (item, answer) => programJobs(item, answer, item.examples),
};

/** The job that runs a program on some calls; none for a blank program. Expected values stay behind. */
export const programJobs = (item: CodingPart, answer: CodingAnswer, calls: readonly Call[]): JavaScriptJob[] =>
  answer.source.trim() === "" || calls.length === 0
    ? []
    : [
        {
          engine: "javascript",
          language: answer.language,
          source: answer.source,
          entry: item.entry,
          calls: calls.map(({ id, arguments: args }) => ({ id, arguments: args })),
          ...(item.fuel === undefined ? {} : { fuel: item.fuel }),
        },
      ];
