import { describe, expect, test } from "vitest";
import { environments, readEnvironment } from "#functions/runtime/environment.ts";
import { zoneSources } from "#infra/zone-sources.ts";
import { resourcesOf, templates } from "#test/infra/template.ts";

/** Settings under which no variable is left out. */
const EVERYTHING = { adviserModel: "maker.model-v1:0" };

describe("a zone's environment", () => {
  test("names what is missing or wrong, and no value", () => {
    const variables = { JOURNAL_TABLE: "j", STATE_TABLE: "s", SITE_URL: "no address" };
    const read = () => readEnvironment("candidate", variables);
    expect(read).toThrow(/SIGNING_KEY/);
    expect(read).toThrow(/SITE_URL/);
    expect(read).not.toThrow(/no address/);
  });

  test.each(Object.keys(environments) as (keyof typeof environments)[])(
    "%s is told all of it by the template",
    (zone) => {
      const [, handler] = resourcesOf(templates(EVERYTHING).service, "AWS::Lambda::Function").find(
        ([, { Metadata }]) => Metadata["assay:entry"] === zoneSources[zone],
      )!;
      const told = Object.keys(handler["Properties"].Environment.Variables).sort();
      expect(told).toEqual(Object.keys(environments[zone]().shape).sort());
    },
  );
});
