import { format } from "./inspect.ts";
import { apply, defineGlobal } from "./primordials.ts";

type Print = (text: string) => void;

const LEVELS = ["log", "info", "debug", "warn", "error", "trace", "dir", "table"];
const SILENT = ["time", "timeEnd", "timeLog", "clear"];
const NUL = /\0/g;

/** A console whose lines go to the host, in the order they were printed. */
export function installConsole(print: Print): void {
  const { replace } = String.prototype;
  let indent = "";
  const write = (...values: unknown[]) => print(apply(replace, `${indent}${format(...values)}\n`, [NUL, "\u2400"]));
  const counts = new Map<string, number>();
  const methods: Record<string, (...values: unknown[]) => void> = {
    assert: (condition, ...values) => {
      if (!condition) write("Assertion failed", ...values);
    },
    count: (label = "default") => {
      const times = (counts.get(String(label)) ?? 0) + 1;
      counts.set(String(label), times);
      write(`${label}: ${times}`);
    },
    group: (...values) => {
      if (values.length > 0) write(...values);
      indent += "  ";
    },
    groupEnd: () => {
      indent = indent.slice(2);
    },
  };
  for (const level of LEVELS) methods[level] = write;
  for (const name of SILENT) methods[name] = () => undefined;
  defineGlobal("console", methods);
}
