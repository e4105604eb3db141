import { Stack } from "aws-cdk-lib";
import { CfnIntegration, CfnRoute, type IHttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { Route, Zone } from "../../shared/contracts/route.ts";

export type HttpRoutesProps = {
  api: IHttpApi;
  routes: readonly Pick<Route, "operation" | "method" | "path" | "zone">[];
  zones: { [Z in Zone]: IFunction };
  /** The zone that answers unknown paths and wrong methods. */
  fallback: Zone;
};

/** The gateway's routes, one per row of the route table, and one for everything else. */
export class HttpRoutes extends Construct {
  constructor(scope: Construct, id: string, { api, routes, zones, fallback }: HttpRoutesProps) {
    super(scope, id);
    const targets = Object.fromEntries(
      Object.entries(zones).map(([zone, handler]) => [zone, this.#integrate(zone, handler, api)]),
    ) as { [Z in Zone]: string };
    for (const { operation, method, path, zone } of routes) {
      new CfnRoute(this, operation, { apiId: api.apiId, routeKey: `${method} ${path}`, target: targets[zone] });
    }
    new CfnRoute(this, "default", { apiId: api.apiId, routeKey: "$default", target: targets[fallback] });
  }

  /** One integration and one permission per zone, however many routes lead to it. */
  #integrate(zone: string, handler: IFunction, api: IHttpApi): string {
    const integration = new CfnIntegration(this, `${zone}-integration`, {
      apiId: api.apiId,
      integrationType: "AWS_PROXY",
      integrationUri: handler.functionArn,
      payloadFormatVersion: "2.0",
    });
    handler.addPermission(`${zone}-gateway`, {
      scope: this,
      principal: new ServicePrincipal("apigateway.amazonaws.com"),
      sourceArn: Stack.of(this).formatArn({ service: "execute-api", resource: api.apiId, resourceName: "*" }),
    });
    return `integrations/${integration.ref}`;
  }
}
