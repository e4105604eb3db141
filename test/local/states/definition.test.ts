import { describe, expect, test } from "vitest";
import { parseDefinition } from "#scripts/local/states/definition.ts";
import { branch, line, task } from "./harness.ts";

const parse = (document: unknown) => () => parseDefinition(document, "Machine");

describe("a state machine document", () => {
  test.each([
    ["a field that is not supported", line({ A: task({ HeartbeatSeconds: 5 }) }), /HeartbeatSeconds/],
    ["a tolerated failure", line({ A: map({ ToleratedFailurePercentage: 5 }) }), /ToleratedFailurePercentage/],
    ["a distributed map", line({ A: map({}, { ProcessorConfig: { Mode: "DISTRIBUTED" } }) }), /Mode/],
    ["a JSONPath field", line({ A: { Type: "Pass", ResultPath: "$.a" } }), /ResultPath/],
    ["another query language", { ...line({ A: { Type: "Pass" } }), QueryLanguage: "JSONPath" }, /QueryLanguage/],
    ["an unknown type of state", line({ A: { Type: "Dream" } }), /Type/],
    ["an unknown field of a retry", line({ A: task({ Retry: [{ ErrorEquals: ["X"], Gap: 1 }] }) }), /Gap/],
  ])("is refused with %s, by name", (_, document, name) => {
    expect(parse(document)).toThrow(name);
  });

  test("is refused where a state leads to none, or nowhere", () => {
    const states = { A: { Type: "Pass", Next: "Gone" }, B: { Type: "Pass" }, C: { Type: "Wait", End: true } };
    const document = { QueryLanguage: "JSONata", StartAt: "Start", States: states };
    expect(parse(document)).toThrow(
      /no state is called Start.*Gone.*B needs either Next or End.*C needs either Seconds/,
    );
  });

  test("is refused for a gap inside a map", () => {
    const inner = { StartAt: "A", States: { A: { Type: "Pass", Next: "Gone" } } };
    expect(parse(line({ Each: { Type: "Map", ItemProcessor: inner } }))).toThrow(/Gone/);
  });
});

function map(more: object, processor: object = {}): object {
  return { Type: "Map", ItemProcessor: { ...branch({ A: { Type: "Pass" } }), ...processor }, ...more };
}
