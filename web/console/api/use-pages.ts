import { useState } from "preact/hooks";
import { useRead } from "./hooks.ts";
import type { PagedOperation, ParametersOf, QueryOf } from "./types.ts";

const LENGTH = 50;

type PagesOptions<O extends PagedOperation> = {
  query?: QueryOf<O>;
  /** Milliseconds after which the page that is shown is read again. */
  every?: number;
};

/** A list page by page, back and forth; another query begins at its first page. The next one is read ahead. */
export function usePages<O extends PagedOperation>(
  operation: O,
  parameters: ParametersOf<O>,
  { query, every }: PagesOptions<O> = {},
) {
  const asked = JSON.stringify([parameters, query]);
  const [way, go] = useState<{ asked: string; cursors: string[] }>({ asked, cursors: [] });
  const cursors = way.asked === asked ? way.cursors : [];
  const at = (cursor: string | undefined) => ({ ...(query as object), limit: LENGTH, cursor }) as QueryOf<O>;
  const page = useRead(operation, parameters, { query: at(cursors.at(-1)), every, keep: true });
  const shown = page.data as { next_cursor: string | null } | undefined;
  const next = page.isPlaceholderData ? null : (shown?.next_cursor ?? null);
  useRead(operation, parameters, { query: at(next ?? undefined), enabled: next !== null });
  return {
    ...page,
    number: cursors.length + 1,
    previous: cursors.length > 0 ? () => go({ asked, cursors: cursors.slice(0, -1) }) : undefined,
    next: next === null ? undefined : () => go({ asked, cursors: [...cursors, next] }),
  };
}
