const MINUTE = 60_000;
const TO_THE_MINUTE = "2026-01-01T00:00".length;

/** A moment as a field for day and time shows it, on this machine's clock: `2026-11-22T14:03`. */
export function toLocal(moment: string): string {
  const date = new Date(moment);
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * MINUTE);
  return shifted.toISOString().slice(0, TO_THE_MINUTE);
}

/** The moment that such a field's text names. */
export const fromLocal = (text: string): string => new Date(text).toISOString();
