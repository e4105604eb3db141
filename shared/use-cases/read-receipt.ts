import type { Section } from "../domain/playbook/schema.ts";
import type { SessionStatus } from "../domain/session/head.ts";
import type { SessionState } from "../domain/session/state.ts";
import type { SignedHead } from "../ports/head-signatures.ts";
import { headSigning } from "./head-signing.ts";
import type { Ports } from "./ports.ts";

export type ReceivedAnswer = { item: string; title: string; revision: number; saved_at: string; late: boolean };

export type ReceiptSection = {
  id: string;
  title: string;
  closed_at: string | null;
  closed: "submitted" | "timeout" | null;
  answers: ReceivedAnswer[];
};

export type Receipt = {
  session: string;
  status: SessionStatus;
  playbook: string;
  submitted_at: string | null;
  sections: ReceiptSection[];
  /** The journal's head at submission, signed; null until then. */
  head: SignedHead | null;
};

/** What was received of the candidate and when. */
export const readReceipt = (ports: Pick<Ports, "sessions" | "signer" | "signatures">) => {
  const signHead = headSigning(ports);
  return async (input: { session: string }): Promise<Receipt> => {
    const { state, playbook } = await ports.sessions.read(input.session);
    return {
      session: state.id,
      status: state.status,
      playbook: state.playbook,
      submitted_at: state.submitted_at,
      sections: playbook.sections.map((section) => receiptSection(section, state)),
      head: state.submission && (await signHead(state, state.submission)),
    };
  };
};

function receiptSection(section: Section, state: SessionState): ReceiptSection {
  const closed = state.sections.get(section.id)?.closed;
  return {
    id: section.id,
    title: section.title,
    closed_at: closed?.at ?? null,
    closed: closed?.reason ?? null,
    answers: section.items.flatMap(({ id, title }) => receivedAnswers(state, { item: id, title })),
  };
}

function receivedAnswers(state: SessionState, named: { item: string; title: string }): ReceivedAnswer[] {
  const kept = state.answers.get(named.item);
  const line = (late: boolean) => (answer: { revision: number; saved_at: string }) => ({
    ...named,
    revision: answer.revision,
    saved_at: answer.saved_at,
    late,
  });
  return [...(kept ? [kept] : []).map(line(false)), ...(state.late.get(named.item) ?? []).map(line(true))];
}
