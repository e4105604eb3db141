/**
 * The source of each zone's function, by the folder of its bundle under `.build/functions/`. Infrastructure names
 * functions by these files and imports none of them.
 */
export const zoneSources = {
  candidate: "functions/candidate/main.ts",
  staff: "functions/staff/main.ts",
  ats: "functions/ats/main.ts",
  workflow: "functions/workflow/main.ts",
  delivery: "functions/delivery/main.ts",
  "run-javascript": "functions/grading/javascript/main.ts",
  "run-sql": "functions/grading/sql/main.ts",
} as const;

export type ZoneName = keyof typeof zoneSources;
