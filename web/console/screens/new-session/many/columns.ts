/** A line's texts by the names of their columns. */
export type Cells = { [column: string]: string };

/** Columns that begin with this are carried along. */
export const METADATA = "metadata.";

/** What each column holds, with an example for the template. */
export const COLUMNS: { [name: string]: { about: string; example: string } } = {
  name: { about: "The candidate's name.", example: "Ada Example" },
  email: { about: "The candidate's e-mail address.", example: "ada@example.org" },
  external_id: { about: "Their id in your own system.", example: "A-1001" },
  job: { about: "Your reference of the job.", example: "REQ-204" },
  expires_at: { about: "Until when it may be started: a day, or a day and a time.", example: "2027-01-31 18:00" },
  extra_time: { about: "Extra time: “1.5x”, “10 min” for each section, or “untimed”.", example: "1.5x" },
};

const FORTNIGHT = 14 * 24 * 3_600_000;
const TO_THE_DAY = 10;

/** The headings and one example that could be invited by now, as rows. */
export function templateRows(now: number): string[][] {
  const day = new Date(now + FORTNIGHT).toISOString().slice(0, TO_THE_DAY);
  const examples = Object.entries(COLUMNS).map(([name, { example }]) => (name === "expires_at" ? day : example));
  return [
    [...Object.keys(COLUMNS), `${METADATA}source`],
    [...examples, "career fair"],
  ];
}
