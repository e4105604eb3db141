/** A person who acts, by an opaque id, with the roles that the person has. */
export type Actor = {
  id: string;
  roles: readonly string[];
  /** The references of the only jobs whose sessions this person sees; left out: every session. */
  jobs?: readonly string[];
  /** A machine that may say whose deed it records; then `id` is the machine's. */
  delegate: boolean;
};

/** The journal's actors that aren't ids of people or keys. */
export const CANDIDATE = "candidate";
/** What time or the workflow does. */
export const SYSTEM = "system";

const PERSON = /^[A-Za-z0-9][A-Za-z0-9_.:|-]{0,127}$/;

/** Whether a text can stand for a person in the journal: an id, no address, and none of its own actors. */
export const isPersonId = (text: string): boolean => PERSON.test(text) && text !== CANDIDATE && text !== SYSTEM;
