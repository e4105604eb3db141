export type PageInput = { limit?: number | undefined; cursor?: string | undefined };
export type Page<T> = { data: T[]; next_cursor: string | null };

const STANDARD_LIMIT = 50;

/**
 * One page of a short list that is read whole. The cursor is the position of the last element of the page before, so
 * what is added or taken away meanwhile neither repeats nor skips another.
 *
 * @param positionOf where an element stands; no two stand at the same place
 */
export function pageOfAll<T>(
  all: readonly T[],
  { limit = STANDARD_LIMIT, cursor }: PageInput,
  positionOf: (element: T) => string,
): Page<T> {
  const placed = all.map((element) => ({ element, position: positionOf(element) }));
  const inOrder = placed.toSorted((a, b) => (a.position < b.position ? -1 : 1));
  const following = inOrder.filter(({ position }) => cursor === undefined || position > cursor);
  const page = following.slice(0, limit);
  return {
    data: page.map(({ element }) => element),
    next_cursor: following.length > limit ? page.at(-1)!.position : null,
  };
}
