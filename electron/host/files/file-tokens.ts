import { randomBytes } from 'node:crypto';

/** Stands for a path while the app runs; the page holds tokens and never names a path. */
export type FileTokens = {
  readonly tokenOf: (path: string) => string;
  readonly pathOf: (token: string) => string | null;
};

export function createFileTokens(): FileTokens {
  const paths = new Map<string, string>();
  const tokens = new Map<string, string>();
  return {
    tokenOf: (path) => {
      const known = tokens.get(path);
      if (known !== undefined) return known;
      const token = `file-${randomBytes(16).toString('hex')}`;
      tokens.set(path, token);
      paths.set(token, path);
      return token;
    },
    pathOf: (token) => paths.get(token) ?? null,
  };
}
