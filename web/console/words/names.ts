import type { AnswerOf } from "../api/types.ts";

type Frame = AnswerOf<"read-session-report">["playbook"];

/** What people call the things that entries and reasons name by id; an id that isn't known stays as it is. */
export type Names = {
  item(id: string): string;
  section(id: string): string;
  question(id: string): string;
  category(id: string): string;
  flag(id: string): string;
  person(id: string): string;
};

/** Who reads, and what members of the staff are called; undefined where nobody knows. */
export type Reader = { id: string; staffName: (id: string) => string | undefined };

/** Ids as they are: for entries of which no playbook is known. */
export const bareNames = (reader: Reader): Names => ({
  item: same,
  section: same,
  question: same,
  category: same,
  flag: same,
  person: (id) => personWords(id, reader),
});

/** The playbook's titles, and people by their names. */
export function namesOf(frame: Frame, reader: Reader): Names {
  const items = frame.items.map(({ asked }) => ({ id: String(asked["id"]), title: String(asked["title"]) }));
  return {
    item: titleIn(items),
    section: titleIn(frame.sections),
    question: titleIn(frame.questions.map(questionTitle)),
    category: titleIn(frame.categories),
    flag: titleIn(frame.red_flags),
    person: (id) => personWords(id, reader),
  };
}

const same = (id: string): string => id;

const titleIn =
  (list: readonly { id: string; title: string }[]) =>
  (id: string): string =>
    list.find((one) => one.id === id)?.title ?? id;

/** `q4` → `Q4`, `overall_attitude` → `Overall attitude`: short enough for a sentence; the question itself stands elsewhere. */
const questionTitle = ({ id }: { id: string }): { id: string; title: string } => {
  const spaced = id.replaceAll(/[-_]/g, " ");
  return { id, title: spaced.charAt(0).toUpperCase() + spaced.slice(1) };
};

function personWords(id: string, { id: me, staffName }: Reader): string {
  if (id === me) return "you";
  if (id === "candidate") return "the candidate";
  if (id === "system") return "Assay";
  if (id === "report_link") return "somebody with a report link";
  return id.startsWith("key_") ? `the API key ${id.slice(0, 10)}…` : (staffName(id) ?? id);
}
