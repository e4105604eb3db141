import { Duration, Fn, RemovalPolicy, Stack } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { CorsHttpMethod, HttpApi, HttpStage, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { Settings } from "../settings.ts";

/** One short line a request, without address, agent, query or body. */
const accessLog = AccessLogFormat.custom(
  JSON.stringify({
    request_id: "$context.requestId",
    route: "$context.routeKey",
    status: "$context.status",
    milliseconds: "$context.responseLatency",
    fault: "$context.integrationErrorMessage",
  }),
);

/** The gateway, as yet without routes: the zones that answer them are a later stack's. */
export class FrontApi extends Construct {
  readonly api: HttpApi;
  /** Its host name, behind which CloudFront stands. */
  readonly host: string;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    this.api = new HttpApi(this, "Api", {
      description: "Assay",
      createDefaultStage: false,
      ...(settings.allowedOrigins.length > 0 ? { corsPreflight: cors(settings.allowedOrigins) } : {}),
    });
    new HttpStage(this, "Stage", {
      httpApi: this.api,
      stageName: "$default",
      autoDeploy: true,
      throttle: { rateLimit: settings.throttle.requestsPerSecond, burstLimit: settings.throttle.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, "AccessLog", {
            retention: settings.logRetentionDays,
            removalPolicy: RemovalPolicy.DESTROY,
          }),
        ),
        format: accessLog,
      },
    });
    this.host = Fn.join("", [this.api.apiId, ".execute-api.", Stack.of(this).region, ".", Stack.of(this).urlSuffix]);
  }
}

const cors = (allowOrigins: string[]) => ({
  allowOrigins,
  allowMethods: [
    CorsHttpMethod.GET,
    CorsHttpMethod.POST,
    CorsHttpMethod.PUT,
    CorsHttpMethod.PATCH,
    CorsHttpMethod.DELETE,
  ],
  allowHeaders: ["authorization", "content-type", "idempotency-key"],
  exposeHeaders: ["ratelimit", "ratelimit-policy", "retry-after", "x-request-id"],
  maxAge: Duration.hours(1),
});
