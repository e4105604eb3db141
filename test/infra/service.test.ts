import { describe, expect, test } from "vitest";
import { PARTITIONS, type Partitions } from "#infra/partitions.ts";
import { routes } from "#shared/contracts/routes.ts";
import { type Resource, resourcesOf, templates, zonePermissions } from "./template.ts";

const { service } = templates();

describe("what each zone may do", () => {
  const permissions = zonePermissions(service);
  const ownLog = ["logs:CreateLogStream on own log", "logs:PutLogEvents on own log"];
  /** What a zone does with journals, and within its own partitions of the table of states. */
  const sessions = ({ reads, writes }: Partitions) => [
    ...["DeleteItem", "PutItem", "UpdateItem"].map((action) => `dynamodb:${action} on State within ${sorted(writes)}`),
    ...["GetItem", "Query"].map((action) => `dynamodb:${action} on State within ${sorted(reads)}`),
    ...["PutItem", "Query"].map((action) => `dynamodb:${action} on Journal`),
  ];
  const sorted = (partitions: readonly string[]) => [...partitions].sort().join(" ");
  const lists = "dynamodb:Query on State/due State/list State/list-by-name State/list-by-score State/list-by-update";
  const signs = ["kms:GetPublicKey on SigningKey", "kms:Sign on SigningKey"];

  test("the sandboxes may do nothing but write their own log", () => {
    expect(permissions["functions/grading/javascript/main.ts"]).toEqual(ownLog);
    expect(permissions["functions/grading/sql/main.ts"]).toEqual(ownLog);
  });

  test("the candidate's zone keeps sessions, signs, wakes the workflow and runs examples", () => {
    expect(permissions["functions/candidate/main.ts"]).toEqual(
      [
        ...sessions(PARTITIONS.candidate),
        ...signs,
        ...ownLog,
        "lambda:InvokeFunction on RunJavascript RunSql Workflow",
      ].sort(),
    );
  });

  test("the staff's zone moreover reaches delivery, and recovers what it has missed", () => {
    expect(permissions["functions/staff/main.ts"]).toEqual(
      [
        ...sessions(PARTITIONS.staff),
        lists,
        ...signs,
        ...ownLog,
        "lambda:InvokeFunction on Delivery RunJavascript RunSql Workflow",
        "states:StartExecution on AssayWebhookDelivery",
      ].sort(),
    );
  });

  test("the zone of applicant tracking systems neither grades, signs nor sends", () => {
    expect(permissions["functions/ats/main.ts"]).toEqual(
      [...sessions(PARTITIONS.ats), ...ownLog, "lambda:InvokeFunction on Workflow"].sort(),
    );
  });

  test("only the sender may send mail, from one identity, where mail is set", () => {
    const mail = { from: "jobs@example.com" };
    const sending = Object.entries(zonePermissions(templates({ mail }).service)).filter(([, lines]) =>
      lines.join().includes("ses:"),
    );
    expect(sending.map(([entry]) => entry)).toEqual(["functions/delivery/main.ts"]);
    expect(sending[0]![1].join()).toMatch(/ses:SendEmail on .*configuration-set\/assay-mail.*identity\/example\.com/);
    expect(JSON.stringify(permissions)).not.toContain("ses:");
  });

  test("only the workflow's zone moves assessments on", () => {
    const moves = [
      "dynamodb:UpdateItem on Journal",
      "lambda:InvokeFunction on Delivery RunJavascript RunSql",
      "states:SendTaskSuccess on AssayAssessment",
      "states:StartExecution on AssayAssessment",
    ];
    expect(permissions["functions/workflow/main.ts"]).toEqual(
      [...sessions(PARTITIONS.workflow), lists, ...signs, ...ownLog, ...moves].sort(),
    );
  });

  test("an adviser model, where one is set, is asked by the workflow's zone alone", () => {
    const adviserModel = "maker.model-v1:0";
    const advised = Object.entries(zonePermissions(templates({ adviserModel }).service));
    const asking = advised.filter(([, lines]) => lines.join().includes("bedrock"));
    expect(asking.map(([entry]) => entry)).toEqual(["functions/workflow/main.ts"]);
    expect(asking[0]![1].join()).toMatch(/bedrock:InvokeModel on .*foundation-model\/maker\.model-v1:0/);
    expect(JSON.stringify(permissions)).not.toContain("bedrock");
  });

  test("the sender signs no journal, calls no other zone and starts its own retries alone", () => {
    expect(permissions["functions/delivery/main.ts"]).toEqual(
      [...sessions(PARTITIONS.delivery), ...ownLog, "states:StartExecution on AssayWebhookDelivery"].sort(),
    );
  });

  test("nobody may delete a journal's entry, and only the workflow's zone may erase what one says", () => {
    const changing = Object.entries(permissions).filter(([, lines]) => lines.join().match(/Update\w+ on Journal/));
    expect(changing.map(([entry]) => entry)).toEqual(["functions/workflow/main.ts"]);
    const onJournal = Object.values(permissions)
      .flat()
      .filter((line) => line.endsWith("on Journal"));
    expect(onJournal.join()).not.toMatch(/Delete|Batch/);
    const policies = JSON.stringify(resourcesOf(service, "AWS::IAM::Policy"));
    expect(policies).toContain('"dynamodb:Attributes":["stream","seq","payload","salt"]');
  });

  test("the candidate's zone reaches no key, webhook, order or mail, and no list", () => {
    const lines = permissions["functions/candidate/main.ts"]!.join("\n");
    expect(lines).not.toMatch(/api-key|webhook|delivery|order|errand|staff|State\//);
    expect(PARTITIONS.candidate.writes).toEqual(["stream#*", "reply#*"]);
  });

  test("the sandboxes know nothing of where they are", () => {
    const sandboxes = resourcesOf(service, "AWS::Lambda::Function").filter(([, { Metadata }]) =>
      Metadata!["assay:entry"].includes("grading"),
    );
    expect(sandboxes).toHaveLength(2);
    for (const [, { Properties }] of sandboxes) expect(Properties["Environment"]).toBeUndefined();
  });
});

describe("functions", () => {
  test("every zone has a role, a log with an end and Node 24 on arm64", () => {
    const handlers = resourcesOf(service, "AWS::Lambda::Function");
    expect(handlers).toHaveLength(7);
    expect(new Set(handlers.map(([, { Properties }]) => JSON.stringify(Properties["Role"]))).size).toBe(7);
    for (const [, { Properties }] of handlers) {
      expect(Properties).toMatchObject({ Runtime: "nodejs24.x", Architectures: ["arm64"], Handler: "index.handler" });
      expect(Properties["LoggingConfig"]).toMatchObject({ LogFormat: "JSON", SystemLogLevel: "WARN" });
    }
    for (const [, { Properties }] of resourcesOf(service, "AWS::Logs::LogGroup")) {
      expect(Properties["RetentionInDays"]).toBe(90);
    }
  });

  test("sandboxes can't take all concurrency, and small accounts need not reserve any", () => {
    const reserved = (settings: Record<string, unknown>) =>
      resourcesOf(templates(settings).service, "AWS::Lambda::Function")
        .filter(([, { Metadata }]) => Metadata!["assay:entry"].includes("grading"))
        .map(([, { Properties }]) => Properties["ReservedConcurrentExecutions"]);
    expect(reserved({ sandboxConcurrency: 7 })).toEqual([7, 7]);
    expect(reserved({ sandboxConcurrency: 0 })).toEqual([undefined, undefined]);
  });
});

describe("the gateway", () => {
  test("has every route of the table and one for everything else", () => {
    const keys = resourcesOf(service, "AWS::ApiGatewayV2::Route").map(([, { Properties }]) => Properties["RouteKey"]);
    expect(keys.sort()).toEqual([...routes.map(({ method, path }) => `${method} ${path}`), "$default"].sort());
  });

  test("calls each zone by one integration in payload format 2.0", () => {
    const integrations = resourcesOf(service, "AWS::ApiGatewayV2::Integration");
    expect(integrations).toHaveLength(3);
    for (const [, { Properties }] of integrations) expect(Properties["PayloadFormatVersion"]).toBe("2.0");
  });
});

describe("mail", () => {
  const { service: mailing } = templates({ mail: { from: "jobs@example.com" } });

  test("is asked to be told of bounces and complaints, and the sender hears of them", () => {
    mailing.hasResourceProperties("AWS::SES::ConfigurationSetEventDestination", {
      EventDestination: { Enabled: true, MatchingEventTypes: ["bounce", "complaint"] },
    });
    const [[, subscription]] = resourcesOf(mailing, "AWS::SNS::Subscription") as [[string, Resource]];
    expect(subscription.Properties["Protocol"]).toBe("lambda");
    expect(JSON.stringify(subscription.Properties["Endpoint"])).toContain("ZonesDelivery");
  });

  test("costs nothing and makes nothing where it isn't set", () => {
    expect(resourcesOf(service, "AWS::SES::ConfigurationSet")).toEqual([]);
  });
});

describe("what happens by itself", () => {
  test("the workflow's zone sweeps once a minute", () => {
    const [[, { Properties }]] = resourcesOf(service, "AWS::Events::Rule") as [[string, Resource]];
    expect(Properties["ScheduleExpression"]).toBe("rate(1 minute)");
    expect(Properties["Targets"]).toMatchObject([{ Input: '{"sweep":true}' }]);
    expect(JSON.stringify(Properties["Targets"])).toContain("ZonesWorkflow");
  });
});

describe("alarms", () => {
  const alarms = resourcesOf(service, "AWS::CloudWatch::Alarm");

  test("are ten at most, because more cost money when nothing happens", () => {
    expect(alarms.length).toBeLessThanOrEqual(10);
  });

  test("say whom they hurt, and where to read what to do", () => {
    for (const [, { Properties }] of alarms) {
      expect(Properties["AlarmDescription"]).toMatch(/^[A-Z].{30,}\. See docs\/runbook\.md#[a-z-]+\.$/);
      expect(Properties["AlarmActions"]).toHaveLength(1);
    }
  });

  test("reach the address of the settings", () => {
    templates({ alarmEmail: "ops@example.org" }).service.hasResourceProperties("AWS::SNS::Subscription", {
      Protocol: "email",
      Endpoint: "ops@example.org",
    });
  });
});
