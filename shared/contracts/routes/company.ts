import { ROLES } from "../../domain/staff/person.ts";
import type { Route } from "../route.ts";
import { apiKeyList, createdKey, createKeyBody } from "../shapes/api-key.ts";
import { jsonObject, pagingQuery } from "../shapes/common.ts";
import {
  playbookBody,
  playbookCheck,
  playbookDiff,
  playbookDiffQuery,
  playbookList,
  playbookListing,
  publishedPlaybook,
} from "../shapes/playbook.ts";
import { signingKeys } from "../shapes/result.ts";
import { caller, signIn, staffPage } from "../shapes/staff.ts";

const readPlaybooks = {
  zone: "staff",
  access: { scope: "playbooks:read", roles: ["admin", "recruiter", "reviewer", "author", "auditor"] },
} as const;
const writePlaybooks = { zone: "staff", access: { scope: "playbooks:write", roles: ["admin", "author"] } } as const;
const readKeys = { zone: "staff", access: { scope: "keys:write", roles: ["admin", "auditor"] } } as const;
const keys = { zone: "staff", access: { scope: "keys:write", roles: ["admin"] } } as const;
const open = { zone: "staff", access: { open: true } } as const;

/** What belongs to the company rather than to one session. */
export const companyRoutes = [
  {
    ...readPlaybooks,
    operation: "list-playbooks",
    jobs: "unrelated",
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
    jobs: "unrelated",
    method: "GET",
    path: "/v1/playbooks/{playbook}",
    summary: "One version by `id@version`, or the latest by `id`",
    success: { status: 200, response: publishedPlaybook },
    refusals: ["playbook_not_found"],
  },
  {
    ...readPlaybooks,
    operation: "compare-playbooks",
    jobs: "unrelated",
    method: "GET",
    path: "/v1/playbooks/{playbook}/diff",
    summary: "What changed from one published version to another, and what it can lead to",
    query: playbookDiffQuery,
    success: { status: 200, response: playbookDiff },
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
    jobs: "unrelated",
    method: "POST",
    path: "/v1/playbooks/check",
    summary: "Check a playbook without publishing it",
    body: playbookBody,
    success: { status: 200, response: playbookCheck },
    refusals: [],
  },
  {
    ...keys,
    operation: "create-api-key",
    method: "POST",
    path: "/v1/api-keys",
    summary: "Make a key for a machine; its text is shown this once",
    body: createKeyBody,
    success: { status: 201, response: createdKey },
    refusals: [],
  },
  {
    ...readKeys,
    operation: "list-api-keys",
    method: "GET",
    path: "/v1/api-keys",
    summary: "The machines' keys, the revoked ones included",
    success: { status: 200, response: apiKeyList },
    refusals: [],
  },
  {
    ...keys,
    operation: "revoke-api-key",
    method: "DELETE",
    path: "/v1/api-keys/{key}",
    summary: "End a key at once",
    success: { status: 204 },
    refusals: ["key_not_found"],
  },
  {
    zone: "staff",
    access: { known: true },
    operation: "read-me",
    jobs: "unrelated",
    method: "GET",
    path: "/v1/me",
    summary: "Who is calling, and what they may do",
    success: { status: 200, response: caller },
    refusals: [],
  },
  {
    zone: "staff",
    access: { scope: "staff:read", roles: ROLES },
    operation: "list-staff",
    method: "GET",
    path: "/v1/staff",
    summary: "Everybody who has signed in, as their last token told, to read names where ids stand",
    query: pagingQuery,
    success: { status: 200, response: staffPage },
    jobs: "unrelated",
    refusals: [],
  },
  {
    ...open,
    operation: "read-sign-in",
    method: "GET",
    path: "/v1/sign-in",
    summary: "Where staff sign in, by the authorization code flow with PKCE",
    success: { status: 200, response: signIn },
    jobs: "unrelated",
    refusals: [],
  },
  {
    ...open,
    operation: "read-openapi",
    jobs: "unrelated",
    method: "GET",
    path: "/v1/openapi.json",
    summary: "This interface as OpenAPI 3.1",
    success: { status: 200, response: jsonObject },
    refusals: [],
  },
  {
    ...open,
    operation: "read-keys",
    jobs: "unrelated",
    method: "GET",
    path: "/.well-known/assay-keys",
    summary: "The public keys that journals are signed with",
    success: { status: 200, response: signingKeys },
    refusals: [],
  },
] as const satisfies readonly Route[];
