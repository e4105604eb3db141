/** The journal's actors that aren't ids of people or keys. */
export const CANDIDATE = "candidate";
/** What time or the workflow does. */
export const SYSTEM = "system";
