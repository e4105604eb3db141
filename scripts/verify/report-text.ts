import type { ReportLine, VerificationReport } from "#shared/domain/journal/verification-report.ts";

const MARGINS: { [Kind in ReportLine["kind"]]: string } = {
  holds: "  holds   ",
  fails: "  FAILS   ",
  note: "  note    ",
};

/** A report as a terminal shows it. */
export const reportText = ({ subject, lines, verdict }: VerificationReport): string =>
  [...(subject ? [subject, ""] : []), ...lines.map(({ kind, text }) => MARGINS[kind] + text), "", verdict].join("\n");
