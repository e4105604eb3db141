/** One line of the report: a figure beside its control of the same run, and the target where there is one. */
export type Measure = {
  name: string;
  value: number;
  unit: string;
  control?: { name: string; value: number };
  target?: { text: string; met: boolean };
};

export const median = (values: readonly number[]): number => percentile(values, 50);

/** The smallest value that at least `percent` of the values don't exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
  if (value === undefined) throw new RangeError("a percentile of nothing");
  return value;
}

/** CPU milliseconds (user and system, all threads) that `work` used. */
export async function cpuMilliseconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1000;
}

const digits = (value: number): string =>
  value === 0 || Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);

/** A table for people: figure, control, ratio, target. */
export function report(title: string, measures: readonly Measure[]): string {
  const rows = measures.map((measure) => [
    measure.name,
    `${digits(measure.value)} ${measure.unit}`,
    measure.control ? `${digits(measure.control.value)} (${measure.control.name})` : "",
    measure.control && measure.control.value !== 0 ? `× ${digits(measure.value / measure.control.value)}` : "",
    measure.target ? `${measure.target.met ? "met" : "MISSED"}: ${measure.target.text}` : "",
  ]);
  const head = ["measure", "figure", "control", "ratio", "target"];
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join("  ")
      .trimEnd();
  return [`\n${title}`, line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
