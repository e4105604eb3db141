import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/preact-query";
import { createContext } from "preact";
import { useContext, useRef } from "preact/hooks";
import { ApiProblem } from "../../shared/api-problem.ts";
import type { Call, Download } from "./client.ts";
import type { AnswerOf, BodyOf, ChangeOperation, ParametersOf, QueryOf, ReadOperation } from "./types.ts";

export const CallContext = createContext<Call | undefined>(undefined);

export const DownloadContext = createContext<Download | undefined>(undefined);

/** What is read byte for byte: files to keep or to verify. */
export function useDownload(): Download {
  const download = useContext(DownloadContext);
  if (!download) throw new Error("the API is used outside of the signed-in console");
  return download;
}

/** The API, for what is neither shown as it is read nor a change: one request after another. */
export function useCall(): Call {
  const call = useContext(CallContext);
  if (!call) throw new Error("the API is used outside of the signed-in console");
  return call;
}

type ReadOptions<O extends ReadOperation> = {
  query?: QueryOf<O>;
  /** Milliseconds after which it is read again while it is looked at. */
  every?: number | false;
  enabled?: boolean;
  /** Whether what was read before stays until what is asked for now is there: `isPlaceholderData`. */
  keep?: boolean;
};

/** Reads an operation and keeps what it answered: `data`, `error`, `isPending`, `refetch`. */
export function useRead<O extends ReadOperation>(
  operation: O,
  parameters: ParametersOf<O>,
  { query, every = false, enabled = true, keep = false }: ReadOptions<O> = {},
) {
  const call = useCall();
  return useQuery<AnswerOf<O>>({
    queryKey: [operation, parameters, query ?? {}],
    queryFn: ({ signal }) => call(operation, parameters, { query, signal }),
    refetchInterval: every,
    enabled,
    ...(keep && { placeholderData: keepPreviousData }),
  });
}

export type Change<O extends ChangeOperation> = {
  /** Makes the change; rejects as `call` does. Whatever is on the screen is read again afterwards. */
  run(body: BodyOf<O>): Promise<AnswerOf<O>>;
  pending: boolean;
  error: unknown;
  forget(): void;
};

/** One change to one thing. The same change tried again after a lost answer happens once. */
export function useChange<O extends ChangeOperation>(operation: O, parameters: ParametersOf<O>): Change<O> {
  const call = useCall();
  const cache = useQueryClient();
  const keyOf = useIdempotencyKey();
  const mutation = useMutation<AnswerOf<O>, unknown, BodyOf<O>>({
    mutationFn: (body) => call(operation, parameters, { body, key: keyOf.make({ operation, parameters, body }) }),
    onSettled: (_answer, error) => keyOf.settle(error),
    onSuccess: () => void cache.invalidateQueries(),
  });
  return { run: mutation.mutateAsync, pending: mutation.isPending, error: mutation.error, forget: mutation.reset };
}

/** Keeps a key for as long as it is open whether the request with it arrived. */
function useIdempotencyKey() {
  const open = useRef<{ request: string; key: string } | undefined>(undefined);
  return {
    make: (asked: object): string => {
      const request = JSON.stringify(asked);
      if (open.current?.request !== request) open.current = { request, key: crypto.randomUUID() };
      return open.current.key;
    },
    settle: (error: unknown) => {
      if (!error || (error instanceof ApiProblem && error.status < 500)) open.current = undefined;
    },
  };
}
