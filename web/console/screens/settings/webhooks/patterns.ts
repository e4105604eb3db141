import { EVENT_TYPES } from "#shared/domain/events/event.ts";
import type { BodyOf } from "../../../api/types.ts";

/** An event's type, a family such as `session.*`, or `*`. */
export type Pattern = NonNullable<BodyOf<"create-webhook-endpoint">["events"]>[number];

export type Family = { pattern: Pattern; title: string; types: Pattern[] };

const TITLES: { [family: string]: string } = {
  session: "Sessions",
  section: "Sections",
  result: "Results",
  flag: "Red flags",
  playbook: "Playbooks",
  webhook_endpoint: "Webhook endpoints",
};

/** Events by what they are about; a `ping` comes to whoever is tested, whatever was chosen. */
export const FAMILIES: readonly Family[] = [
  ...Map.groupBy(
    EVENT_TYPES.filter((type) => type.includes(".")),
    (type) => type.split(".")[0]!,
  ),
].map(([family, types]) => ({ pattern: `${family}.*` as Pattern, title: TITLES[family] ?? family, types }));

export const isEverything = (patterns: readonly string[]): boolean => patterns.includes("*");

/** A choice with one pattern more or less; a family stands for all its members. */
export function toggled(patterns: readonly Pattern[], pattern: Pattern, on: boolean): Pattern[] {
  const members = FAMILIES.find((family) => family.pattern === pattern)?.types ?? [];
  const rest = patterns.filter((each) => each !== pattern && each !== "*" && !members.includes(each));
  return on ? [...rest, pattern] : rest;
}

/** What an endpoint hears of, in a few words. */
export function patternsWords(patterns: readonly string[]): string {
  if (isEverything(patterns)) return "Everything";
  const words = patterns.map((pattern) => {
    const family = FAMILIES.find((each) => each.pattern === pattern);
    return family ? `all of ${family.title.toLowerCase()}` : pattern;
  });
  return words.join(", ");
}
