import type { Route } from "../route.ts";
import { emptyBody, jsonObject, pagingQuery } from "../shapes/common.ts";
import { playbookBody, playbookCheck, playbookList, playbookListing, publishedPlaybook } from "../shapes/playbook.ts";
import { caller, signingKeys } from "../shapes/result.ts";
import { createdEndpoint, createEndpointBody, endpointList, sentTest } from "../shapes/webhook.ts";

const readPlaybooks = { zone: "staff", access: { scope: "playbooks:read" } } as const;
const writePlaybooks = { zone: "staff", access: { scope: "playbooks:write" } } as const;
const webhooks = { zone: "staff", access: { scope: "webhooks:write" } } as const;
const open = { zone: "staff", access: { open: true } } as const;

/** What belongs to the company rather than to one session. */
export const companyRoutes = [
  {
    ...readPlaybooks,
    operation: "list-playbooks",
    method: "GET",
    path: "/v1/playbooks",
    summary: "Published playbooks, every version",
    query: pagingQuery,
    success: { status: 200, response: playbookList },
    refusals: [],
  },
  {
    ...readPlaybooks,
    operation: "read-playbook",
    method: "GET",
    path: "/v1/playbooks/{playbook}",
    summary: "One version by `id@version`, or the latest by `id`",
    success: { status: 200, response: publishedPlaybook },
    refusals: ["playbook_not_found"],
  },
  {
    ...writePlaybooks,
    operation: "publish-playbook",
    method: "POST",
    path: "/v1/playbooks",
    summary: "Publish a version, once its keys are proven",
    body: playbookBody,
    success: { status: 201, response: playbookListing },
    refusals: ["playbook_invalid", "version_exists"],
  },
  {
    ...writePlaybooks,
    operation: "check-playbook",
    method: "POST",
    path: "/v1/playbooks/check",
    summary: "Check a playbook without publishing it",
    body: playbookBody,
    success: { status: 200, response: playbookCheck },
    refusals: [],
  },
  {
    ...webhooks,
    operation: "create-webhook-endpoint",
    method: "POST",
    path: "/v1/webhook-endpoints",
    summary: "Have events sent to an address",
    body: createEndpointBody,
    success: { status: 201, response: createdEndpoint },
    refusals: ["address_refused"],
  },
  {
    ...webhooks,
    operation: "list-webhook-endpoints",
    method: "GET",
    path: "/v1/webhook-endpoints",
    summary: "The addresses that events are sent to",
    query: pagingQuery,
    success: { status: 200, response: endpointList },
    refusals: [],
  },
  {
    ...webhooks,
    operation: "delete-webhook-endpoint",
    method: "DELETE",
    path: "/v1/webhook-endpoints/{endpoint}",
    summary: "Send no more events to an address",
    success: { status: 204 },
    refusals: ["endpoint_not_found"],
  },
  {
    ...webhooks,
    operation: "test-webhook-endpoint",
    method: "POST",
    path: "/v1/webhook-endpoints/{endpoint}/test",
    summary: "Send a `ping` to one address",
    body: emptyBody,
    success: { status: 202, response: sentTest },
    refusals: ["endpoint_not_found"],
  },
  {
    zone: "staff",
    access: { key: true },
    operation: "read-me",
    method: "GET",
    path: "/v1/me",
    summary: "Who is calling, and what they may do",
    success: { status: 200, response: caller },
    refusals: [],
  },
  {
    ...open,
    operation: "read-openapi",
    method: "GET",
    path: "/v1/openapi.json",
    summary: "This interface as OpenAPI 3.1",
    success: { status: 200, response: jsonObject },
    refusals: [],
  },
  {
    ...open,
    operation: "read-keys",
    method: "GET",
    path: "/.well-known/assay-keys",
    summary: "The public keys that journals are signed with",
    success: { status: 200, response: signingKeys },
    refusals: [],
  },
] as const satisfies readonly Route[];
