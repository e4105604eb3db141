import { Duration, Stack, type StackProps } from "aws-cdk-lib";
import { Rule, RuleTargetInput, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import type { Construct } from "constructs";
import { routes } from "../../shared/contracts/routes.ts";
import { Alarms } from "../constructs/alarms.ts";
import { HttpRoutes } from "../constructs/http-routes.ts";
import { Mail } from "../constructs/mail.ts";
import type { SignIn } from "../constructs/sign-in.ts";
import { DocumentedStateMachine, stateMachineArn } from "../constructs/state-machine.ts";
import type { CodeSource } from "../constructs/zone-function.ts";
import { Zones } from "../constructs/zones.ts";
import type { Settings } from "../settings.ts";
import type { DataStack } from "./data-stack.ts";
import type { SiteStack } from "./site-stack.ts";

export type ServiceStackProps = StackProps & {
  settings: Settings;
  code: CodeSource;
  data: DataStack;
  site: SiteStack;
  signIn: SignIn;
};

const ASSESSMENT = "AssayAssessment";
const WEBHOOK_DELIVERY = "AssayWebhookDelivery";

/** What runs: the zones, the state machines, the routes to them, and who is told when they fail. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, { settings, code, data, site, signIn, ...props }: ServiceStackProps) {
    super(scope, id, props);
    const { logRetentionDays } = settings;
    const zones = new Zones(this, "Zones", {
      data,
      siteUrl: site.siteUrl,
      apiHost: site.frontApi.host,
      settings,
      signIn,
      code,
      assessmentArn: stateMachineArn(this, ASSESSMENT),
      webhookDeliveryArn: stateMachineArn(this, WEBHOOK_DELIVERY),
    });
    const assessment = new DocumentedStateMachine(this, "Assessment", {
      name: ASSESSMENT,
      document: "assessment.asl.json",
      functions: { workflowFunction: zones.workflow },
      logRetentionDays,
    });
    new DocumentedStateMachine(this, "WebhookDelivery", {
      name: WEBHOOK_DELIVERY,
      document: "webhook-delivery.asl.json",
      functions: { deliveryFunction: zones.delivery },
      logRetentionDays,
    });
    const { candidate, staff, ats } = zones;
    new HttpRoutes(this, "Routes", {
      api: site.frontApi.api,
      routes,
      zones: { candidate, staff, ats },
      fallback: "staff",
    });
    if (settings.mail) new Mail(this, "Mail", { sender: zones.delivery });
    this.#sweep(zones);
    new Alarms(this, "Alarms", {
      zones,
      api: site.frontApi.api,
      assessment: assessment.stateMachine,
      tables: { journal: data.journal, state: data.state },
      email: settings.alarmEmail,
    });
  }

  /** Once a minute somebody looks after whatever a crash or a lost call left undone. */
  #sweep(zones: Zones): void {
    new Rule(this, "Sweep", {
      description: "Looks after sessions that are due and events that were left behind",
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [
        new LambdaFunction(zones.workflow, { event: RuleTargetInput.fromObject({ sweep: true }), retryAttempts: 0 }),
      ],
    });
  }
}
