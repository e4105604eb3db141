const TIME = /^(?<day>\d{4}-\d\d-\d\d)(?:[ T](?<clock>\d\d:\d\d(?::\d\d)?)(?<rest>.*))?$/;
const DAY = 86_400_000;

/** A day moved by a day, a moment by a second, to either side; nothing for a text that is neither. */
export function shiftedTimes(text: string): string[] {
  const { day, clock, rest = "" } = TIME.exec(text)?.groups ?? {};
  if (day === undefined) return [];
  const moment = Date.parse(`${day}T${clock ?? "00:00"}Z`);
  if (Number.isNaN(moment)) return [];
  const moved = (by: number) => new Date(moment + by).toISOString();
  return clock === undefined
    ? [DAY, -DAY].map((by) => moved(by).slice(0, 10))
    : [1000, -1000].map((by) => moved(by).slice(0, 19).replace("T", " ") + rest);
}
