import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";

export type ImpactAlarmProps = {
  metric: IMetric;
  threshold: number;
  /** How many of the metric's periods must be bad. */
  periods?: number;
  /** Whom it hurts, and how: the first thing that whoever is woken reads. */
  errorImpact: string;
  /** The heading in `docs/runbook.md` that says what to do. */
  runbook: string;
  topic: ITopic;
  /** Silence is bad too: for what must happen all the time. */
  silenceIsBad?: boolean;
};

/** An alarm that says whom it hurts. */
export class ImpactAlarm extends Construct {
  constructor(scope: Construct, id: string, props: ImpactAlarmProps) {
    super(scope, id);
    const alarm = new Alarm(this, "Alarm", {
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: props.periods ?? 1,
      comparisonOperator: props.silenceIsBad
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: props.silenceIsBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      alarmDescription: `${props.errorImpact} See docs/runbook.md#${props.runbook}.`,
    });
    alarm.addAlarmAction(new SnsAction(props.topic));
  }
}
