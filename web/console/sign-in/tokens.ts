/** What a signed-in tab holds; `expires_at` in milliseconds since 1970, as this machine's clock shows it. */
export type Tokens = { access: string; refresh?: string; id?: string; subject: string; expires_at: number };

const KEY = "assay:staff-tokens";

/** The tokens of this tab; nothing else on the machine can read them, and they go with the tab. */
export const tokenStore = {
  read(): Tokens | undefined {
    const kept = sessionStorage.getItem(KEY);
    return kept === null ? undefined : (JSON.parse(kept) as Tokens);
  },
  write(tokens: Tokens): void {
    sessionStorage.setItem(KEY, JSON.stringify(tokens));
  },
  clear(): void {
    sessionStorage.removeItem(KEY);
  },
};
