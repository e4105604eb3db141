import { describe, expect, test } from "vitest";
import { bodyOf, NO_INVITATION, nextInvitation } from "#web/console/screens/new-session/invitation.ts";

const filled = {
  ...NO_INVITATION,
  playbook: "back-end-developer@1",
  name: " Ada ",
  email: " ada@example.org ",
  job: "REQ-1",
};

describe("an invitation", () => {
  test("leaves out what is empty", () => {
    expect(bodyOf({ ...filled, job: " ", metadata: [{ name: " ", value: "x" }] })).toEqual({
      playbook: "back-end-developer@1",
      candidate: { name: "Ada", email: "ada@example.org" },
    });
  });

  test("tells everything that was filled in", () => {
    const all = bodyOf({
      ...filled,
      external_id: "A-1",
      time: { kind: "multiplier", amount: "1.5" },
      until: "2027-01-31T18:00",
      metadata: [{ name: "source", value: "fair" }],
      redirect_url: "https://example.org/thanks",
    });
    expect(all).toEqual({
      playbook: "back-end-developer@1",
      candidate: { name: "Ada", email: "ada@example.org", external_id: "A-1" },
      accommodation: { kind: "multiplier", factor: "1.5" },
      expires_at: new Date("2027-01-31T18:00").toISOString(),
      job: "REQ-1",
      metadata: { source: "fair" },
      redirect_url: "https://example.org/thanks",
    });
  });

  test("is followed by one to the same job, with nothing of the person before", () => {
    expect(nextInvitation({ ...filled, external_id: "A-1" })).toEqual({
      ...NO_INVITATION,
      playbook: filled.playbook,
      job: "REQ-1",
    });
  });
});
