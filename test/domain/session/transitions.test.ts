import { describe, expect, test } from "vitest";
import { decideBegin } from "#shared/domain/session/decide-begin.ts";
import { decideCancel, decideVoid, decideWithdraw } from "#shared/domain/session/decide-end.ts";
import { decideStart } from "#shared/domain/session/decide-start.ts";
import { decideSubmit } from "#shared/domain/session/decide-submit.ts";
import { decideExtend } from "#shared/domain/session/decide-time.ts";
import type { SessionEntry } from "#shared/domain/session/facts.ts";
import { apply, fold } from "#shared/domain/session/fold.ts";
import type { SessionStatus } from "#shared/domain/session/head.ts";
import { NOTHING } from "#shared/domain/session/state.ts";
import { isLegal, LEGAL_IN, requireLegal } from "#shared/domain/session/transitions.ts";
import { EXPIRES, logOf, sessionStory } from "#test/builders/session-story.ts";

const started = () => sessionStory().do("09:10:00", decideStart);
const begin = (section: string) => (situation: Parameters<typeof decideBegin>[0]) =>
  decideBegin(situation, { section });
const submit = (section: string) => (situation: Parameters<typeof decideSubmit>[0]) =>
  decideSubmit(situation, { section });
const refused = (code: string) => expect.objectContaining({ code });

describe("every transition", () => {
  const statuses: SessionStatus[] = [
    "invited",
    "in_progress",
    "grading",
    "scored",
    "finalized",
    "decided",
    "expired",
    "canceled",
    "withdrawn",
    "voided",
    "erased",
  ];
  const kinds = Object.keys(LEGAL_IN) as (keyof typeof LEGAL_IN)[];

  test.each(kinds)("%s is refused with a reason outside its legal prior states", (kind) => {
    const { state } = sessionStory();
    for (const status of statuses.filter((status) => !isLegal(status, kind))) {
      expect(() => requireLegal({ ...state, status }, kind)).toThrow(/^The session (is|was) .*; it can't .*\.$/);
    }
  });

  const keeping = ["session.held", "session.released", "session.erased"];

  test("one that was canceled or has expired may only be kept or erased", () => {
    for (const status of ["canceled", "expired"] as const) {
      expect(kinds.filter((kind) => isLegal(status, kind))).toEqual(keeping);
    }
  });

  test("nothing may happen to an erased one but that its erasure is completed", () => {
    expect(kinds.filter((kind) => isLegal("erased", kind))).toEqual(["erasure.completed"]);
  });

  test("one that was voided or withdrawn may only be recommended nothing any longer, and get a new link", () => {
    for (const status of ["voided", "withdrawn"] as const) {
      expect(kinds.filter((kind) => isLegal(status, kind))).toEqual(["link.reissued", "result.computed", ...keeping]);
    }
  });
});

describe("a command given twice", () => {
  test.each([
    ["start", () => started(), decideStart],
    ["begin", () => started().do("09:10:00", begin("first")), begin("first")],
    ["submit", () => started().do("09:10:00", begin("first")).do("09:11:00", submit("first")), submit("first")],
    ["withdraw", () => started().do("09:11:00", decideWithdraw), decideWithdraw],
  ] as const)("%s changes nothing the second time", (_, tell, decide) => {
    const story = tell();
    expect(decide(story.at("09:11:00"))).toEqual(NOTHING);
  });
});

describe("sections", () => {
  test("are begun one at a time and in order", () => {
    const story = started();
    expect(() => story.do("09:10:00", begin("second"))).toThrow(refused("section_not_ready"));
    story.do("09:10:00", begin("first"));
    expect(() => story.do("09:10:00", begin("second"))).toThrow(refused("section_not_ready"));
    expect(() => story.do("09:10:00", begin("third"))).toThrow(refused("section_not_found"));
    story.do("09:11:00", submit("first"));
    expect(() => story.do("09:11:00", begin("first"))).toThrow(refused("section_closed"));
    story.do("09:11:00", begin("second"));
  });

  test("can't be begun before the start or submitted before they are open", () => {
    expect(() => sessionStory().do("09:10:00", begin("first"))).toThrow(refused("wrong_status"));
    expect(() => started().do("09:10:00", submit("first"))).toThrow(refused("section_not_open"));
  });

  test("with the last one submitted the session goes to grading", () => {
    const story = started()
      .do("09:10:00", begin("first"))
      .do("09:11:00", submit("first"))
      .do("09:11:00", begin("second"))
      .do("09:11:10", submit("second"));
    expect(logOf(story).slice(-2)).toEqual(["09:11:10 section.closed second", "09:11:10 session.submitted"]);
    expect(story.state).toMatchObject({ status: "grading", submission: { seq: story.entries.length } });
  });
});

describe("the company", () => {
  const cancel = (situation: Parameters<typeof decideCancel>[0]) =>
    decideCancel(situation, { reason: null, actor: "key_1" });

  test("may cancel until the session is submitted", () => {
    expect(sessionStory().do("09:10:00", cancel).state.status).toBe("canceled");
    expect(started().do("09:11:00", cancel).state.status).toBe("canceled");
    expect(() => started().do("09:40:00", cancel)).toThrow(refused("wrong_status"));
  });

  test("may declare a started session void, with a reason", () => {
    const voiding = (situation: Parameters<typeof decideVoid>[0]) =>
      decideVoid(situation, { reason: "outage", actor: "key_1" });
    expect(() => sessionStory().do("09:10:00", voiding)).toThrow(refused("wrong_status"));
    expect(started().do("09:40:00", voiding).state.status).toBe("voided");
  });

  test("may only move the expiry later, into the coming year", () => {
    const extend = (expires_at: string) => (situation: Parameters<typeof decideExtend>[0]) =>
      decideExtend(situation, { expires_at, actor: "key_1" });
    for (const wrong of ["2026-02-01T00:00:00.000Z", "2026-03-02T00:00:00.000Z", "2028-01-01T00:00:00.000Z", "soon"]) {
      expect(() => sessionStory().do("09:10:00", extend(wrong))).toThrow(refused("invalid_expiry"));
    }
    const story = sessionStory().do("09:10:00", extend("2026-04-01T00:00:00.000Z"));
    expect(story.at(EXPIRES).state.status).toBe("invited");
  });
});

describe("the fold", () => {
  test("of a journal goes on from any of its states", () => {
    const story = started();
    story.at("23:00:00");
    const half = fold(story.entries.slice(0, 3))!;
    expect(fold(story.entries.slice(3), half)).toEqual(story.state);
  });

  test("refuses entries that can't follow", () => {
    const [first, second] = started().entries;
    expect(() => fold([second!])).toThrow(TypeError);
    expect(() => fold([first!, first!])).toThrow(TypeError);
    expect(() => apply(fold([first!]), { ...second!, kind: "session.dreamt" } as unknown as SessionEntry)).toThrow(
      "doesn't know entries of kind session.dreamt",
    );
  });
});
