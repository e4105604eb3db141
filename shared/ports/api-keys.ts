/** A machine's key. Only the hash of the secret is stored. */
export type ApiKey = {
  id: string;
  label: string;
  secret_hash: string;
  scopes: string[];
  created_at: string;
  revoked_at: string | null;
};

export interface ApiKeys {
  /** By the hex SHA-256 of the whole key text (`ask_…`). */
  findByHash(secretHash: string): Promise<ApiKey | undefined>;
  save(key: ApiKey): Promise<void>;
  list(): Promise<ApiKey[]>;
}
