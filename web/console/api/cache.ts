import { QueryClient } from "@tanstack/preact-query";
import { ApiProblem } from "../../shared/api-problem.ts";

const FRESH = 5_000;
const TRIES = 2;

/** What was read, kept for as long as the page is open. A network that is away is an answer like another. */
export const createCache = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH,
        networkMode: "always",
        refetchOnReconnect: true,
        retry: (failures, error) => failures < TRIES && mayPass(error),
      },
      mutations: { networkMode: "always" },
    },
  });

const mayPass = (error: unknown): boolean => !(error instanceof ApiProblem) || error.status >= 500;
