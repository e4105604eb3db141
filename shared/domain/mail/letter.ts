/** A mail in the words of its reader, before it gets its form. */
export type Letter = {
  subject: string;
  /** One line that mail programs show beside the subject. */
  preview: string;
  greeting: string | null;
  paragraphs: string[];
  button: { label: string; url: string } | null;
  /** Name and value, line by line. */
  facts: { name: string; value: string }[];
  closing: string[];
  /** Why this mail came, in small letters. */
  reason: string;
};

/** What templates know; times are told in the company's zone already. */
export type LetterData = {
  company: string;
  name: string;
  title: string;
  minutes: string;
  link: string;
  expires: string;
  submitted: string;
  /** For staff: what it is about. */
  session: string;
  endpoint: string;
  cause: string;
  since: string;
  until: string;
};
