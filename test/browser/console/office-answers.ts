import type { Office } from "#test/builders/office.ts";
import { operations } from "#web/console/api/generated/operations.ts";
import type { StaffOperation } from "#web/console/api/types.ts";
import type { Answers, Asked } from "./mock-staff-api.ts";
import { Refused } from "./mock-staff-api.ts";

/** The staff's API as the service itself answers it, over memory, for one person. */
export function officeAnswers(company: Pick<Office, "ask" | "key">, person: string): Answers {
  const answer = (operation: StaffOperation) => async (asked: Asked) => {
    const headers = { authorization: `Bearer ${company.key}`, "assay-actor": person };
    const { parameters, query, body } = asked;
    const given = operations[operation].route.startsWith("GET") ? {} : { body };
    const reply = await company.ask(operation, { parameters, query, headers, ...given });
    if (reply.status < 400) return reply.body;
    const { code, detail, ...more } = reply.body;
    return new Refused(reply.status, code, detail, more);
  };
  return Object.fromEntries((Object.keys(operations) as StaffOperation[]).map((name) => [name, answer(name)]));
}
