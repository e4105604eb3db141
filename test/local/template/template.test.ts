// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are placeholders of Fn::Sub
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { refuseUnknownTypes } from "#scripts/local/template/known-types.ts";
import { loadTemplate } from "#scripts/local/template/template.ts";
import { temporaryFolder } from "../fixture/folder.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());

let folders = 0;

/** Loads stacks by name, as if they had been synthesized. */
function load(stacks: Record<string, object>, assets: Record<string, object> = {}) {
  const outDir = join(folder.path, String(folders++));
  mkdirSync(outDir);
  for (const [name, stack] of Object.entries(stacks)) {
    writeFileSync(join(outDir, `${name}.template.json`), JSON.stringify(stack));
    writeFileSync(join(outDir, `${name}.assets.json`), JSON.stringify({ files: assets }));
  }
  return { outDir, ...loadTemplate(outDir, "127.0.0.1:3000") };
}

const topic = (value: unknown, more: object = {}) => ({ Type: "AWS::SNS::Topic", Properties: { value }, ...more });

/** What one value resolves to, in a stack with these other parts. */
function resolved(value: unknown, more: { Resources?: object } & Record<string, unknown> = {}) {
  const { Resources = {}, ...others } = more;
  const stack = { Resources: { ...Resources, It: topic(value) }, ...others };
  return load({ Stack: stack })
    .all("AWS::SNS::Topic")
    .find(({ id }) => id === "It")?.properties["value"];
}

const table = { Type: "AWS::DynamoDB::Table" };
const machine = { Type: "AWS::StepFunctions::StateMachine" };

describe("a template", () => {
  test.each([
    ["Ref of a table", { Ref: "T" }, "T"],
    ["Ref of a state machine", { Ref: "M" }, "arn:aws:states:us-east-1:000000000000:stateMachine:M"],
    ["GetAtt", { "Fn::GetAtt": ["T", "Arn"] }, "arn:aws:dynamodb:us-east-1:000000000000:table/T"],
    ["Join", { "Fn::Join": ["-", ["a", { Ref: "AWS::Region" }]] }, "a-us-east-1"],
    [
      "Sub",
      { "Fn::Sub": "${T}/${AWS::AccountId}/${T.Arn}/${!x}" },
      "T/000000000000/arn:aws:dynamodb:us-east-1:000000000000:table/T/${!x}",
    ],
    ["Sub with names", { "Fn::Sub": ["${a}", { a: { Ref: "T" } }] }, "T"],
    ["Select of Split", { "Fn::Select": [2, { "Fn::Split": ["/", "a/b/c"] }] }, "c"],
    ["a parameter's default", { Ref: "P" }, "preset"],
    ["If", { "Fn::If": ["Here", "yes", "no"] }, "yes"],
    ["If over Not, And, Or", { "Fn::If": ["There", "yes", "no"] }, "no"],
    ["NoValue", { kept: 1, dropped: { Ref: "AWS::NoValue" } }, { kept: 1 }],
  ])("resolves %s", (_, value, expected) => {
    const more = {
      Resources: { T: table, M: machine },
      Parameters: { P: { Type: "String", Default: "preset" } },
      Conditions: {
        Here: { "Fn::Equals": [{ Ref: "AWS::Region" }, "us-east-1"] },
        There: { "Fn::And": [{ "Fn::Not": [{ Condition: "Here" }] }, { "Fn::Or": [{ Condition: "Here" }] }] },
      },
    };
    expect(resolved(value, more)).toEqual(expected);
  });

  test("resolves references between stacks, by export and by output", () => {
    const data = {
      Resources: { T: table },
      Outputs: { Name: { Value: { Ref: "T" }, Export: { Name: { "Fn::Sub": "${AWS::Region}:T" } } } },
    };
    const service = {
      Resources: {
        It: topic([
          { "Fn::ImportValue": "us-east-1:T" },
          { "Fn::GetStackOutput": { StackName: "Data", OutputName: "Name" } },
        ]),
      },
    };
    const [topicResource] = load({ Data: data, Service: service }).all("AWS::SNS::Topic");
    expect(topicResource?.properties["value"]).toEqual(["T", "T"]);
  });

  test("names the local front where the deployed origins would stand", () => {
    const Resources = { Api: { Type: "AWS::ApiGatewayV2::Api" }, Site: { Type: "AWS::CloudFront::Distribution" } };
    const api = { "Fn::Join": ["", ["https://", { Ref: "Api" }, ".execute-api.us-east-1.amazonaws.com/v1"]] };
    const site = { "Fn::Join": ["", ["https://", { "Fn::GetAtt": ["Site", "DomainName"] }, "/take"]] };
    const endpoint = { "Fn::GetAtt": ["Api", "ApiEndpoint"] };
    expect(resolved([api, site, endpoint], { Resources })).toEqual([
      "http://127.0.0.1:3000/v1",
      "http://127.0.0.1:3000/take",
      "http://127.0.0.1:3000",
    ]);
  });

  test.each([
    ["an unknown intrinsic function", { "Fn::Cidr": ["a"] }, /unknown intrinsic function Fn::Cidr/],
    ["an unknown name", { Ref: "Nothing" }, /nothing is called Nothing/],
    ["an unknown attribute", { "Fn::GetAtt": ["T", "StreamArn"] }, /no local value for attribute StreamArn/],
    ["an unknown export", { "Fn::ImportValue": "nothing" }, /no loaded stack exports nothing/],
    ["an unknown output", { "Fn::GetStackOutput": { StackName: "A", OutputName: "B" } }, /no output B/],
  ])("is refused for %s, with the resource and the reason", (_, value, reason) => {
    const failure = catching(() => resolved(value, { Resources: { T: table } }));
    expect(failure.message).toContain("cannot read It (AWS::SNS::Topic) of stack Stack");
    expect(String(failure.cause)).toMatch(reason);
  });

  test("leaves out resources whose condition does not hold", () => {
    const Conditions = { Never: { "Fn::Equals": ["a", "b"] } };
    const stack = { Conditions, Resources: { It: topic("x", { Condition: "Never" }) } };
    expect(load({ Stack: stack }).all("AWS::SNS::Topic")).toEqual([]);
  });

  test("finds assets by the key they would be published under", () => {
    const assets = { a: { source: { path: "asset.1" }, destinations: { d: { objectKey: "1.zip" } } } };
    const { outDir, assetPath } = load({ Stack: { Resources: {} } }, assets);
    expect(assetPath("1.zip")).toBe(join(outDir, "asset.1"));
    expect(() => assetPath("2.zip")).toThrow(/2\.zip/);
  });

  test("is refused where two stacks give one name to two resources that run", () => {
    const template = load({ A: { Resources: { T: table } }, B: { Resources: { T: table } } });
    expect(() => template.all("AWS::DynamoDB::Table")).toThrow(/two stacks both call a resource T/);
  });

  test("is refused for resources that would do something deployed and nothing here", () => {
    const Resources = { Q: { Type: "AWS::Lambda::EventSourceMapping" }, L: { Type: "AWS::Logs::LogGroup" } };
    expect(() => refuseUnknownTypes(load({ Stack: { Resources } }))).toThrow(
      /nothing for AWS::Lambda::EventSourceMapping/,
    );
  });

  test("must have been synthesized", () => {
    mkdirSync(join(folder.path, "empty"));
    expect(() => loadTemplate(join(folder.path, "empty"), "host")).toThrow(/synthesize the application first/);
  });
});

function catching(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error("nothing was thrown");
}
