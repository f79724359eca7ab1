import type { OriginConsents } from '../host-ports.ts';
import type { SettingsStore } from '../settings-store.ts';

/** Which files may do live things: those made here, and those their person said yes to. By real path. */
export type TrustList = {
  readonly has: (path: string) => boolean;
  readonly set: (path: string, trusted: boolean) => void;
};

const trustedLimit = 500;

export const createTrustList = (settings: SettingsStore): TrustList => ({
  has: (path) => settings.get('trustedFiles').includes(path),
  set: (path, trusted) => {
    const others = settings.get('trustedFiles').filter((known) => known !== path);
    settings.set('trustedFiles', trusted ? [...others, path].slice(-trustedLimit) : others);
  },
});

const scenarioLimit = 200;

/** Remembers answers for scenarios that have a file; for others they last as long as the window. */
export function createConsents(settings: SettingsStore, isLasting: (scenarioKey: string) => boolean): OriginConsents {
  const passing = new Map<string, boolean>();
  const passingKey = (scenarioKey: string, origin: string): string => JSON.stringify([scenarioKey, origin]);
  return {
    get: (scenarioKey, origin) => {
      if (!isLasting(scenarioKey)) return passing.get(passingKey(scenarioKey, origin)) ?? null;
      const answers = new Map(Object.entries(settings.get('consents')[scenarioKey] ?? {}));
      return answers.get(origin) ?? null;
    },
    set: (scenarioKey, origin, allowed) => {
      if (!isLasting(scenarioKey)) {
        passing.set(passingKey(scenarioKey, origin), allowed);
        return;
      }
      const { [scenarioKey]: answers, ...others } = settings.get('consents');
      const kept = Object.entries(others).slice(1 - scenarioLimit);
      settings.set('consents', { ...Object.fromEntries(kept), [scenarioKey]: { ...answers, [origin]: allowed } });
    },
  };
}

/** The answers given for a scenario go on under another key. */
export function moveConsents(settings: SettingsStore, from: string, to: string): void {
  const { [from]: answers, ...others } = settings.get('consents');
  if (answers !== undefined) settings.set('consents', { ...others, [to]: { ...others[to], ...answers } });
}
