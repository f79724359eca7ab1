import { createHash } from 'node:crypto';
import type { OAuthGrant } from '../../../shared/actions/build-request.ts';
import { succeed, type Result } from '../../../shared/base/result.ts';
import type { ActionFailure } from '../../../shared/engine/effect.ts';

/** `lifetime` in milliseconds; null when the service does not say. */
export type FetchedToken = { readonly token: string; readonly lifetime: number | null };
export type TokenFailure = { readonly failure: ActionFailure; readonly detail: string };

/** What tokens are kept by: another environment, another secret, another token. */
export type TokenKey = { readonly grant: OAuthGrant; readonly environment: string | null; readonly secret: string };

/** Access tokens, in memory only. */
export type OAuthTokens = {
  /** The token that is there, or one that is fetched now; everybody who asks meanwhile shares the one fetch. */
  readonly get: (
    key: TokenKey,
    fetch: () => Promise<Result<FetchedToken, TokenFailure>>,
  ) => Promise<Result<string, TokenFailure>>;
  /** A service did not take it. Another one that has come since stays. */
  readonly drop: (key: TokenKey, token: string) => void;
};

type Kept = { readonly token: string; readonly until: number };

/** Before a token ends, so that it does not end on its way. */
const margin = 30_000;
/** For a token nobody says the end of. */
const usualLifetime = 3_600_000;

export function createOAuthTokens(elapsed: () => number): OAuthTokens {
  const kept = new Map<string, Kept>();
  const fetching = new Map<string, Promise<Result<string, TokenFailure>>>();
  return {
    get: (key, fetch) => {
      const name = nameOf(key);
      const known = kept.get(name);
      if (known !== undefined && known.until > elapsed()) return Promise.resolve(succeed(known.token));
      const under = fetching.get(name);
      if (under !== undefined) return under;
      const began = elapsed();
      const fresh = fetch()
        .then((fetched): Result<string, TokenFailure> => {
          if (!fetched.ok) return fetched;
          const { token, lifetime } = fetched.value;
          kept.set(name, { token, until: began + usable(lifetime ?? usualLifetime) });
          return succeed(token);
        })
        .finally(() => fetching.delete(name));
      fetching.set(name, fresh);
      return fresh;
    },
    drop: (key, token) => {
      const name = nameOf(key);
      if (kept.get(name)?.token === token) kept.delete(name);
    },
  };
}

/** A short life is not all margin. */
const usable = (lifetime: number): number => lifetime - Math.min(margin, lifetime / 10);

/** The secret counts too, as a digest: one that was changed gets a token of its own. */
const nameOf = ({ grant, environment, secret }: TokenKey): string =>
  JSON.stringify([
    grant.tokenUrl,
    grant.clientId,
    grant.scope,
    grant.audience,
    environment,
    createHash('sha256').update(secret).digest('hex'),
  ]);
