import { asList, asObject, asText, type Json } from "../json.ts";
import { ISSUER_PATH } from "../template/names.ts";
import type { Template } from "../template/template.ts";

/** Somebody who can sign in here; without a password. */
export type PoolUser = { id: string; name: string; email: string; groups: readonly string[] };

export type PoolClient = {
  id: string;
  callbackUrls: string[];
  logoutUrls: string[];
  scopes: string[];
  /** Seconds. */
  lives: { access: number; id: number; refresh: number };
};

/** The template's user pool, as far as it means something here. */
export type Pool = { issuer: string; clients: PoolClient[] };

const SECONDS: Record<string, number> = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 };

/** @param frontUrl where the clients' pages are here, whatever host they have when deployed */
export function loadPool(template: Template, frontUrl: string): Pool | undefined {
  const pools = template.all("AWS::Cognito::UserPool");
  if (pools.length === 0) return undefined;
  if (pools.length > 1) throw new Error("one user pool runs here, not several");
  return {
    issuer: `${frontUrl}${ISSUER_PATH}`,
    clients: template.all("AWS::Cognito::UserPoolClient").map(({ id, properties }) => {
      const here = (name: string) =>
        textsOf(properties[name], name).map((url) => `${frontUrl}${new URL(url).pathname}`);
      const units = asObject(properties["TokenValidityUnits"] ?? {}, "TokenValidityUnits");
      const life = (token: string) => {
        const unit = SECONDS[asText(units[token], `the unit of ${token}`)];
        if (unit === undefined) throw new Error(`${id}: no unit of time for ${token}`);
        return Number(properties[`${token}Validity`]) * unit;
      };
      return {
        id,
        callbackUrls: here("CallbackURLs"),
        logoutUrls: here("LogoutURLs"),
        scopes: textsOf(properties["AllowedOAuthScopes"], "AllowedOAuthScopes"),
        lives: { access: life("AccessToken"), id: life("IdToken"), refresh: life("RefreshToken") },
      };
    }),
  };
}

const textsOf = (value: Json | undefined, name: string): string[] =>
  asList(value ?? [], name).map((each) => asText(each, name));
