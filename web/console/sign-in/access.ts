import { Unreachable } from "../../shared/api-problem.ts";
import type { Access } from "../api/client.ts";
import type { Tokens } from "./tokens.ts";

/** Milliseconds before its end from which a token is replaced. */
const EARLY = 60_000;

type Means = {
  store: { read(): Tokens | undefined; write(tokens: Tokens): void };
  /** New tokens without the person; undefined where the person must sign in again. */
  refresh(tokens: Tokens): Promise<Tokens | undefined>;
  /** Asks the person to sign in again and waits for it. */
  ask(): Promise<Tokens>;
  now(): number;
};

/** The tokens of a signed-in tab, renewed in time; requests wait meanwhile, so that nothing typed is lost. */
export function createAccess({ store, refresh, ask, now }: Means): Access {
  let renewing: Promise<string> | undefined;
  const renewed = async (): Promise<string> => {
    const old = store.read();
    const tokens = (old && (await refresh(old).catch(away))) ?? (await ask());
    store.write(tokens);
    return tokens.access;
  };
  const renewOnce = (): Promise<string> => {
    renewing ??= renewed().finally(() => {
      renewing = undefined;
    });
    return renewing;
  };
  return {
    token: async () => {
      const tokens = store.read();
      return tokens && tokens.expires_at - now() > EARLY ? tokens.access : renewOnce();
    },
    renew: async (refused) => {
      const tokens = store.read();
      return tokens && tokens.access !== refused ? tokens.access : renewOnce();
    },
  };
}

const away = (cause: unknown): never => {
  throw new Unreachable("The sign-in service didn't answer.", { cause });
};
