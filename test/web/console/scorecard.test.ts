import { describe, expect, test } from "vitest";
import { cardView, kitView } from "#test/builders/interview-view.ts";
import { type CardBody, entriesOf, gapsOf, ratingsOf, type Scorecard } from "#web/console/screens/interview/card.ts";
import { CardSaver } from "#web/console/screens/interview/card-saver.ts";
import { type CardDraft, fromDevice, fromService } from "#web/console/screens/interview/card-state.ts";
import { savedWords } from "#web/console/screens/interview/saved-words.ts";
import { ApiProblem, Unreachable } from "#web/shared/api-problem.ts";

describe("what is sent of a scorecard", () => {
  test("is every rating with its observation, and notes without a rating", () => {
    const entries = { q3: { value: 4, words: " Had an alarm. " }, q2: { value: undefined, words: "Late." } };
    expect(ratingsOf(entries)).toEqual([
      { question: "q2", observation: "Late." },
      { question: "q3", value: 4, observation: "Had an alarm." },
    ]);
  });

  test("leaves out a choice whose words aren't there yet", () => {
    expect(ratingsOf({ q2: { value: 4, words: " " }, q3: { value: null, words: "" } })).toEqual([]);
    expect(ratingsOf({ q3: { value: null, words: "No time." } })).toEqual([
      { question: "q3", value: null, reason: "No time." },
    ]);
  });

  test("comes back as it was written", () => {
    const entries = { q2: { value: null, words: "No time." }, q3: { value: 2, words: "So." } };
    expect(entriesOf(ratingsOf(entries) as Scorecard["ratings"])).toEqual(entries);
  });
});

test("what is missing is named in the order of the interview", () => {
  const entries = { q2: { value: 4, words: "" }, overall_communication: { value: null, words: "" } };
  expect(gapsOf(kitView(), entries).map(({ question, lack }) => [question.id, lack])).toEqual([
    ["q3", "left-out"],
    ["q2", "words"],
    ["overall_communication", "reason"],
  ]);
});

/** A service that keeps one card, and a device that keeps one draft. */
function world(stored?: Scorecard, draft?: CardDraft) {
  const at = {
    stored,
    draft,
    away: false,
    sent: [] as CardBody[],
    /** What happens while a save is under way. */
    meanwhile: () => {},
  };
  const save = async (body: CardBody): Promise<Scorecard> => {
    at.sent.push(body);
    if (at.away) throw new Unreachable();
    at.meanwhile();
    if (body.revision !== (at.stored?.revision ?? 0)) {
      throw new ApiProblem(409, { code: "revision_conflict", detail: "Changed elsewhere." });
    }
    at.stored = cardView({ ratings: body.ratings as Scorecard["ratings"], revision: (body.revision ?? 0) + 1 });
    return at.stored;
  };
  const device = {
    put: (kept: CardDraft) => {
      at.draft = structuredClone(kept);
      return true;
    },
    remove: () => {
      at.draft = undefined;
    },
  };
  const saver = new CardSaver(draft ? fromDevice(draft, stored) : fromService(stored), {
    ...{ save, device },
    read: async () => at.stored,
    changed: () => undefined,
  });
  return { at, saver };
}

const written = async (saver: CardSaver, question: string, words: string, value?: number) => {
  saver.write(question, { words, ...(value !== undefined && { value }) });
  await saver.flush();
};

describe("a scorecard that is being written", () => {
  test("is on the device at once and at the service after a pause", async () => {
    const { at, saver } = world();
    saver.write("q3", { value: 4, words: "Had an alarm." });
    expect(at.draft?.entries["q3"]?.words).toBe("Had an alarm.");
    await saver.flush();
    expect(at.stored?.ratings).toMatchObject([{ question: "q3", value: 4 }]);
    expect(at.draft).toBeUndefined();
    expect(savedWords(saver).text).toMatch(/^Saved at/);
  });

  test("keeps on the device what the service doesn't take yet, and says so", async () => {
    const { at, saver } = world();
    saver.write("q3", { value: 4 });
    await saver.flush();
    expect(at.sent).toEqual([]);
    expect(at.draft?.entries["q3"]?.value).toBe(4);
    expect(savedWords(saver).text).toContain("1 choice kept on this device");
  });

  test("survives a network that is away, and a reload meanwhile", async () => {
    const { at, saver } = world();
    at.away = true;
    await written(saver, "q3", "Had an alarm.", 4);
    expect(savedWords(saver)).toMatchObject({ kind: "trouble", text: expect.stringContaining("kept on this device") });
    saver.stop();
    const later = world(at.stored, at.draft);
    await later.saver.flush();
    expect(later.at.stored?.ratings).toMatchObject([{ question: "q3", value: 4 }]);
    expect(later.at.draft).toBeUndefined();
  });

  test("knows its own words again when an answer was lost", async () => {
    const { at, saver } = world();
    saver.write("q3", { value: 4, words: "Had an alarm." });
    at.meanwhile = () => {
      at.stored = cardView({ ratings: at.sent[0]!.ratings as Scorecard["ratings"], revision: 1 });
    };
    await saver.flush();
    expect(saver.state.other).toBeUndefined();
    expect(saver.state.base).toBe(1);
  });

  test("asks which one stands where another device wrote meanwhile, and overwrites nothing", async () => {
    const theirs = cardView({ ratings: [{ question: "q2", value: 1, observation: "There." }], revision: 1 });
    for (const keeps of [true, false]) {
      const { at, saver } = world();
      at.stored = theirs;
      await written(saver, "q3", "Here.", 4);
      expect(at.stored).toBe(theirs);
      expect(savedWords(saver).kind).toBe("trouble");
      if (keeps) saver.keepMine();
      else saver.takeOther();
      await saver.flush();
      expect(at.stored.ratings.map(({ question }) => question)).toEqual(keeps ? ["q3"] : ["q2"]);
      expect(saver.state.other).toBeUndefined();
    }
  });

  test("tells why the service doesn't take it, until it is changed", async () => {
    const { saver } = world();
    const refusing = new CardSaver(fromService(undefined), {
      save: async () => {
        throw new ApiProblem(409, { code: "wrong_status", detail: "The session is decided." });
      },
      ...{ read: async () => undefined, device: { put: () => true, remove: () => undefined } },
      changed: () => undefined,
    });
    await written(refusing, "q3", "Here.", 4);
    expect(savedWords(refusing).text).toBe("Not saved: The session is decided.");
    expect(savedWords(saver).text).toBe("Nothing written yet.");
  });

  test("sends what was written while a save was under way", async () => {
    const { at, saver } = world();
    saver.write("q3", { value: 4, words: "One" });
    at.meanwhile = () => {
      at.meanwhile = () => {};
      saver.write("q3", { words: "One and two" });
    };
    await saver.flush();
    expect(at.stored?.ratings).toMatchObject([{ observation: "One and two" }]);
  });
});
