import { expect, test } from "vitest";
import { pageOfAll } from "#shared/use-cases/page.ts";

const itself = (text: string) => text;

test("a short list is one page", () => {
  expect(pageOfAll(["b", "a"], {}, itself)).toEqual({ data: ["a", "b"], next_cursor: null });
});

test("a page holds fifty where nothing is said", () => {
  const all = Array.from({ length: 51 }, (_, index) => String(index).padStart(2, "0"));
  expect(pageOfAll(all, {}, itself)).toMatchObject({ data: { length: 50 }, next_cursor: "49" });
});

test("the pages of a list hold each element once, whatever comes and goes meanwhile", () => {
  const first = pageOfAll(["a", "b", "c", "d"], { limit: 2 }, itself);
  expect(first).toEqual({ data: ["a", "b"], next_cursor: "b" });
  const rest = pageOfAll(["aa", "c", "d", "e"], { limit: 3, cursor: first.next_cursor! }, itself);
  expect(rest).toEqual({ data: ["c", "d", "e"], next_cursor: null });
});
