import { describe, expect, test } from "vitest";
import { filterParts, isNarrow, NO_FILTER, queryOf, readFilter } from "#web/console/screens/sessions/filter.ts";

const read = (text: string) => readFilter(new URLSearchParams(text));

describe("the filter of sessions", () => {
  test("comes from the address and goes back into it", () => {
    const filter = read("q=ada&status=scored&sort=-score");
    expect(filter).toEqual({ ...NO_FILTER, q: "ada", status: "scored", sort: "-score" });
    expect(filterParts(filter)).toEqual({ q: "ada", status: "scored", sort: "-score" });
  });

  test("leaves out what the service wouldn't take", () => {
    expect(read("status=lost&sort=luck&colour=red&q=%20")).toEqual(NO_FILTER);
  });

  test("asks the service for what is filled in only", () => {
    expect(queryOf(read("job=REQ-1&status=decided"))).toEqual({ job: "REQ-1", status: "decided", sort: undefined });
  });

  test("is narrow when it leaves sessions out, not when it orders them", () => {
    expect(isNarrow(read("sort=name"))).toBe(false);
    expect(isNarrow(read("job=REQ-1"))).toBe(true);
  });
});
