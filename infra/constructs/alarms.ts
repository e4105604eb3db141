import { Duration } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { type IMetric, MathExpression } from "aws-cdk-lib/aws-cloudwatch";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { ImpactAlarm, type ImpactAlarmProps } from "./impact-alarm.ts";
import type { Zones } from "./zones.ts";

export type AlarmsProps = {
  zones: Zones;
  api: HttpApi;
  assessment: StateMachine;
  tables: { journal: ITable; state: ITable };
  email?: string | undefined;
};

const period = Duration.minutes(5);

/** Ten alarms, the number that costs nothing; each says whom it hurts. */
export class Alarms extends Construct {
  readonly #topic: Topic;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    this.#topic = new Topic(this, "Topic", { displayName: "Assay alarms", enforceSSL: true });
    if (props.email) this.#topic.addSubscription(new EmailSubscription(props.email));
    this.#zones(props.zones);
    this.#flow(props);
  }

  #zones(zones: Zones): void {
    this.#errors("CandidateErrors", zones.candidate, {
      errorImpact: "Candidates get errors while their clock runs; their pages keep what they type and send it again.",
      runbook: "candidate-errors",
    });
    this.#alarm("StaffErrors", {
      metric: errorsOf([zones.staff, zones.ats]),
      threshold: 3,
      errorImpact:
        "The company's systems can't create sessions or read results, applicant tracking systems can't order.",
      runbook: "staff-errors",
    });
    this.#errors("WorkflowErrors", zones.workflow, {
      errorImpact: "Results come late: sections aren't graded, scored or announced until a retry succeeds.",
      runbook: "workflow-errors",
    });
    this.#errors("DeliveryErrors", zones.delivery, {
      errorImpact: "Receivers of webhooks don't hear of results; the events are kept and sent later.",
      runbook: "delivery-errors",
    });
    this.#errors("SandboxErrors", zones.javascriptSandbox, {
      errorImpact: "Code can't be run: candidates see no example results and code waits for its grade.",
      runbook: "sandbox-errors",
    });
    this.#errors("SqlSandboxErrors", zones.sqlSandbox, {
      errorImpact: "Queries can't be run: candidates see no example results and queries wait for their grade.",
      runbook: "sandbox-errors",
    });
  }

  #flow({ api, assessment, tables, zones }: AlarmsProps): void {
    this.#alarm("ServerErrors", {
      metric: api.metricServerError({ period, statistic: "Sum" }),
      threshold: 5,
      errorImpact: "Callers of the API, candidates among them, get 5xx answers.",
      runbook: "server-errors",
    });
    this.#alarm("AssessmentFailures", {
      metric: assessment.metricFailed({ period }),
      threshold: 1,
      errorImpact: "A candidate's assessment has stopped being graded and stays without a result.",
      runbook: "assessment-failures",
    });
    this.#alarm("Throttles", {
      metric: throttlesOf([tables.journal, tables.state]),
      threshold: 10,
      errorImpact: "Candidates' answers are saved late, because a table refuses writes for a while.",
      runbook: "throttles",
    });
    this.#alarm("SweepSilence", {
      metric: zones.workflow.metricInvocations({ period }),
      threshold: 1,
      periods: 2,
      silenceIsBad: true,
      errorImpact: "Nobody looks after sessions: time-outs, lost wake-ups and lost webhooks aren't caught.",
      runbook: "sweep-silence",
    });
  }

  #errors(id: string, zone: IFunction, about: Pick<ImpactAlarmProps, "errorImpact" | "runbook">): void {
    this.#alarm(id, { metric: zone.metricErrors({ period }), threshold: 3, ...about });
  }

  #alarm(id: string, props: Omit<ImpactAlarmProps, "topic">): void {
    new ImpactAlarm(this, id, { ...props, topic: this.#topic });
  }
}

/** Throttled requests of several tables together. */
const throttlesOf = (tables: readonly ITable[]): MathExpression =>
  together(
    "Throttled writes",
    tables.map((table) => table.metric("WriteThrottleEvents", { period, statistic: "Sum" })),
  );

/** Errors of several zones together: an alarm more would cost money when nothing happens. */
const errorsOf = (zones: readonly IFunction[]): MathExpression =>
  together(
    "Errors",
    zones.map((zone) => zone.metricErrors({ period })),
  );

function together(label: string, metrics: readonly IMetric[]): MathExpression {
  const named = metrics.map((metric, index) => [`metric${index}`, metric] as const);
  return new MathExpression({
    expression: named.map(([name]) => `FILL(${name}, 0)`).join(" + "),
    usingMetrics: Object.fromEntries(named),
    label,
    period,
  });
}
