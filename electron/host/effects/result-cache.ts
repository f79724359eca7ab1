import type { EffectResult } from '../../../shared/engine/effect.ts';

/** Results that may be given again. In memory only: they hold what services said about people. */
export type ResultCache = {
  readonly get: (key: string) => EffectResult | null;
  readonly set: (key: string, result: EffectResult, seconds: number) => void;
};

const mostResults = 500;

export function createResultCache(elapsed: () => number): ResultCache {
  const kept = new Map<string, { readonly result: EffectResult; readonly until: number }>();
  return {
    get: (key) => {
      const found = kept.get(key);
      if (found === undefined) return null;
      if (found.until > elapsed()) return found.result;
      kept.delete(key);
      return null;
    },
    set: (key, result, seconds) => {
      kept.delete(key);
      kept.set(key, { result, until: elapsed() + seconds * 1000 });
      const [oldest] = kept.keys();
      if (kept.size > mostResults && oldest !== undefined) kept.delete(oldest);
    },
  };
}
