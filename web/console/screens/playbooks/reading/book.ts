import type { CodeQuestion } from "#shared/domain/grading/code_reading/schema.ts";
import type { Part } from "#shared/domain/grading/parts/schema.ts";
import type { AnyItem } from "#shared/domain/grading/schemas.ts";
import type { AuthoredPlaybook, SectionEntry } from "#shared/domain/playbook/schema.ts";
import type { AnswerOf } from "../../../api/types.ts";

export type Book = AuthoredPlaybook<AnyItem>;
export type Entry = SectionEntry<AnyItem>;

/** An item, or a part of one. */
export type Piece = AnyItem | Part | CodeQuestion;

/** A published version as its screens show it. */
export type BookView = {
  book: Book;
  /** Whether keys, rubrics and hidden tests are in it. */
  keys: boolean;
  /** `id@version`. */
  reference: string;
  digest: string;
  published_at: string;
};

/** What was published has been through the schema; nothing here judges it again. */
export function bookView({ playbook, ...published }: AnswerOf<"read-playbook">): BookView {
  const book = playbook as unknown as Book;
  return { ...published, book, reference: `${book.id}@${book.version}` };
}
