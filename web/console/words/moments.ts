/** A moment on the person's own clock: `22 Nov 2026, 14:03`. */
export const shortMoment = (at: string): string =>
  new Date(at).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });

/** To the second: `22 Nov 2026, 14:03:07`. */
export const exactMoment = (at: string): string =>
  new Date(at).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "medium" });

/** The same moment for everybody: `2026-11-22 13:03:07 UTC`. */
export const utcMoment = (at: string): string => `${new Date(at).toISOString().slice(0, 19).replace("T", " ")} UTC`;
