import { describe, expect, test } from "vitest";
import type { Call } from "#web/console/api/client.ts";
import { consistencyWords, severityWords } from "#web/console/screens/agreement/words.ts";
import { inOrder, laterThan, type Move, regradeAll } from "#web/console/screens/regrade/moves.ts";

const standing = (score: string, recommendation: string) => ({ version: 1, score, recommendation });
const move = (session: string, over: Partial<Move> = {}): Move => ({
  ...{ session, status: "scored", before: standing("70.00", "review"), after: standing("70.00", "review") },
  ...{ moves: false, refused: null },
  ...over,
});

describe("a regrade", () => {
  test("goes through every page", async () => {
    const bodies: unknown[] = [];
    const pages = [
      { data: [move("a")], next_cursor: "2" },
      { data: [move("b")], next_cursor: null },
    ];
    const call = (async (_: string, __: object, { body }: { body: unknown }) => {
      bodies.push(body);
      return pages[bodies.length - 1];
    }) as unknown as Call;
    const heard: number[] = [];
    const order = { from: "p@1", to: "p@2", reason: "The key was wrong." };
    const moves = await regradeAll(call, order, { commit: false, heard: (all) => heard.push(all.length) });
    expect(moves.map(({ session }) => session)).toEqual(["a", "b"]);
    expect(bodies).toEqual([
      { to: "p@2", reason: "The key was wrong.", commit: false },
      { to: "p@2", reason: "The key was wrong.", commit: false, cursor: "2" },
    ]);
    expect(heard).toEqual([1, 2]);
  });

  test("shows flips of the recommendation first, then scores, then what can't be graded", () => {
    const moves = [
      move("stays"),
      move("refused", { after: null, refused: "It asks other items." }),
      move("moves", { after: standing("71.00", "review"), moves: true }),
      move("flips", { after: standing("81.00", "advance"), moves: true }),
    ];
    expect(inOrder(moves).map(({ session }) => session)).toEqual(["flips", "moves", "refused", "stays"]);
  });

  test("is by a later version", () => {
    const versions = [1, 2, 3].map((version) => ({ id: "p", version }));
    expect(laterThan(versions, 1)).toEqual([2, 3]);
    expect(laterThan(versions, 3)).toEqual([]);
  });
});

describe("agreement in words", () => {
  const of = (icc: string | null, n: number, raters = ["a", "b"]) => consistencyWords({ icc, n, raters, enough: 10 });

  test("tells the coefficient with its n, or why there is none yet", () => {
    expect(of("0.81", 12)).toBe("ICC(2,k) is 0.81, from 2 interviewers who rated 12 things together: good agreement.");
    expect(of(null, 8)).toContain("from 10 things that the same interviewers rated; the most so far are 8");
    expect(of(null, 0, [])).toContain("No two interviewers");
    expect(of(null, 12)).toContain("don't vary enough");
  });

  test("tells how somebody rates beside the others", () => {
    expect(["0.10", "0.50", "-0.50", null].map(severityWords)).toEqual([
      "as the others do",
      "stricter than the others",
      "milder than the others",
      "rated alone so far",
    ]);
  });
});
