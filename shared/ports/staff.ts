import type { Claims, Role } from "../domain/staff/person.ts";

/** Access tokens of the company's issuer. */
export interface StaffTokens {
  /**
   * What a valid access token says.
   *
   * @throws Refusal `unauthenticated` for any other, `unavailable` where the issuer can't be asked for its keys
   */
  verify(token: string): Promise<Claims>;
  /** What the issuer tells of a token's bearer beyond the token; nothing where it tells nothing. */
  profile(token: string): Promise<Claims>;
}

/** A person as their last token told, and since when they may be seen by colleagues. */
export type StaffMember = {
  id: string;
  /** Null where neither token nor issuer tells one. */
  name: string | null;
  roles: readonly Role[];
  last_seen: string;
  /** The signing in that was noted last. */
  sign_in: string;
};

export interface StaffDirectory {
  read(id: string): Promise<StaffMember | undefined>;
  /** Adds the person, or takes the former record's place. */
  save(member: StaffMember): Promise<void>;
  /** Everybody, by id. */
  list(): Promise<StaffMember[]>;
}
