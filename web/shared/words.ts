const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** `1 question`, `3 questions`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A clock's face for the milliseconds left: `4:05`, `1:04:05`; never below `0:00`. Starts a second only when it has run. */
export function clockFace(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / SECOND));
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const padded = String(rest).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${padded}` : `${minutes}:${padded}`;
}

/** The same for the ear: `4 minutes 5 seconds`. */
export function spokenDuration(milliseconds: number): string {
  const whole = Math.max(0, Math.ceil(milliseconds / SECOND)) * SECOND;
  const parts = [
    [Math.floor(whole / HOUR), "hour"],
    [Math.floor((whole % HOUR) / MINUTE), "minute"],
    [(whole % MINUTE) / SECOND, "second"],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => counted(count, unit));
  return said.join(" ") || "0 seconds";
}

/** Minutes given as decimal text (`"5"`, `"7.5"`, `"0.05"`) in words. */
export function minutesInWords(minutes: string): string {
  const milliseconds = Math.round(Number(minutes) * MINUTE);
  return milliseconds % MINUTE === 0 ? counted(milliseconds / MINUTE, "minute") : spokenDuration(milliseconds);
}

/** `["a", "b", "c"]` → `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** A moment as the person's own clock shows it: `14:03`. */
export function timeOfDay(moment: string): string {
  return new Date(moment).toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit" });
}

/** A moment with its day: `22 November 2026, 14:03`. */
export function dayAndTime(moment: string): string {
  return new Date(moment).toLocaleString(undefined, { dateStyle: "long", timeStyle: "short" });
}

/** Words as a reader counts them: runs of letters or digits, joined by apostrophes and hyphens. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’\-‐][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** Points given as decimal text: `1 point`, `0.5 points`. */
export function pointsInWords(points: string): string {
  return `${points} ${points === "1" ? "point" : "points"}`;
}
