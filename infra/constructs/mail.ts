import { Stack } from "aws-cdk-lib";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { CfnConfigurationSet, CfnConfigurationSetEventDestination } from "aws-cdk-lib/aws-ses";
import { Topic } from "aws-cdk-lib/aws-sns";
import { LambdaSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import type { Settings } from "../settings.ts";

/** The name of the configuration set: whoever sends has to know it before it is made. */
export const CONFIGURATION_SET = "assay-mail";

/** How the sender is told to send mail. */
export const mailVariable = ({ mail }: Settings): string =>
  mail === undefined ? "none" : `ses:${CONFIGURATION_SET}:${mail.from}`;

/** What a sender of mail may use: one identity and one configuration set. */
export function mailResources(scope: Construct, { mail }: Settings): string[] {
  if (mail === undefined) return [];
  const arn = (resource: string, resourceName: string) =>
    Stack.of(scope).formatArn({ service: "ses", resource, resourceName });
  const identity = mail.identity ?? mail.from.slice(mail.from.indexOf("@") + 1);
  return [arn("identity", identity), arn("configuration-set", CONFIGURATION_SET)];
}

/** Mail by SES, and the way by which it tells of what came back. */
export class Mail extends Construct {
  constructor(scope: Construct, id: string, { sender }: { sender: IFunction }) {
    super(scope, id);
    const topic = new Topic(this, "Notices", { displayName: "Assay mail that came back", enforceSSL: true });
    topic.grantPublish(new ServicePrincipal("ses.amazonaws.com"));
    topic.addSubscription(new LambdaSubscription(sender));
    const set = new CfnConfigurationSet(this, "ConfigurationSet", {
      name: CONFIGURATION_SET,
      deliveryOptions: { tlsPolicy: "REQUIRE" },
      reputationOptions: { reputationMetricsEnabled: true },
      suppressionOptions: { suppressedReasons: ["BOUNCE", "COMPLAINT"] },
    });
    const destination = new CfnConfigurationSetEventDestination(this, "Destination", {
      configurationSetName: CONFIGURATION_SET,
      eventDestination: {
        enabled: true,
        matchingEventTypes: ["bounce", "complaint"],
        snsDestination: { topicArn: topic.topicArn },
      },
    });
    destination.addResourceDependency(set);
  }
}
