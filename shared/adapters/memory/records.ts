import { canonicalJson } from "../../domain/foundation/json.ts";
import type { ApiKey, ApiKeys } from "../../ports/api-keys.ts";
import type { HeadSignatures, SignedHead } from "../../ports/head-signatures.ts";
import type { PlaybookStore, PublishedPlaybook } from "../../ports/playbook-store.ts";
import type { Usage } from "../../ports/usage.ts";
import type { WaitTokens } from "../../ports/workflow.ts";

export function memoryPlaybookStore(): PlaybookStore {
  const versions = new Map<string, PublishedPlaybook>();
  const latest = (id: string) =>
    [...versions.values()]
      .filter(({ playbook }) => playbook.id === id)
      .sort((a, b) => b.playbook.version - a.playbook.version)[0];
  return {
    read: async (reference) => (reference.includes("@") ? versions.get(reference) : latest(reference)),
    list: async () =>
      [...versions.values()]
        .map(({ playbook: { id, version, title }, digest, published_at }) => ({
          id,
          version,
          title,
          digest,
          published_at,
        }))
        .sort((a, b) => (a.id === b.id ? b.version - a.version : a.id < b.id ? -1 : 1)),
    async publish(published) {
      const reference = `${published.playbook.id}@${published.playbook.version}`;
      if (versions.has(reference)) return false;
      versions.set(reference, JSON.parse(canonicalJson(published)) as PublishedPlaybook);
      return true;
    },
  };
}

export function memoryApiKeys(): ApiKeys {
  const keys = new Map<string, ApiKey>();
  return {
    findByHash: async (hash) => [...keys.values()].find(({ secret_hash }) => secret_hash === hash),
    save: async (key) => void keys.set(key.id, key),
    list: async () => [...keys.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

export function memoryWaitTokens(): WaitTokens {
  const tokens = new Map<string, { session: string; section: string; token: string }>();
  const key = (...parts: string[]) => parts.join(" ");
  return {
    put: async (session, section, token) => void tokens.set(key(session, section, token), { session, section, token }),
    list: async (session) =>
      [...tokens.values()].filter((wait) => wait.session === session).map(({ section, token }) => ({ section, token })),
    remove: async (session, section, token) => void tokens.delete(key(session, section, token)),
  };
}

export function memoryHeadSignatures(): HeadSignatures {
  const heads = new Map<string, SignedHead>();
  return {
    read: async (stream, seq) => heads.get(`${stream} ${seq}`),
    save: async (stream, head) => void heads.set(`${stream} ${head.seq}`, head),
  };
}

export function memoryUsage(): Usage {
  const counts = new Map<string, number>();
  return {
    async count(session, what) {
      const next = (counts.get(`${session} ${what}`) ?? 0) + 1;
      counts.set(`${session} ${what}`, next);
      return next;
    },
  };
}
