import { z } from 'zod';
import { preferencesSchema } from '../../shared/bridge/contract/app-contract.ts';

const place = {
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(400).max(20_000),
  height: z.number().int().min(300).max(20_000),
  maximized: z.boolean(),
};

/** Everything the app remembers about itself, key by key. Small and disposable: no scenario, no trace, no secret. */
export const settingSchemas = {
  preferences: preferencesSchema,
  recentFiles: z
    .array(
      z.strictObject({ path: z.string().min(1).max(4096), openedAt: z.number(), pinned: z.literal(true).optional() }),
    )
    .max(40),
  /** Real paths of files made here, or trusted by their person. */
  trustedFiles: z.array(z.string().min(1).max(4096)).max(500),
  /** By scenario key: the origins its person was asked about. */
  consents: z.record(z.string(), z.record(z.string(), z.boolean())),
  windowState: z.strictObject(place).nullable(),
  /** The same for the windows of files, the last one first. */
  windowPlaces: z.array(z.strictObject({ ...place, path: z.string().min(1).max(4096) })).max(40),
} as const;

export type SettingKey = keyof typeof settingSchemas;
export type Settings = { readonly [Key in SettingKey]: z.output<(typeof settingSchemas)[Key]> };

export type SettingsStore = {
  /** From memory: reading a setting never touches the disk. */
  readonly get: <Key extends SettingKey>(key: Key) => Settings[Key];
  readonly set: <Key extends SettingKey>(key: Key, value: Settings[Key]) => void;
  readonly onChange: (listener: (key: SettingKey) => void) => () => void;
  /** True once after something stored could not be used and fell back: its person should hear of it. */
  readonly takeRepaired: () => boolean;
};

export const defaultSettings: Settings = {
  preferences: preferencesSchema.parse({}),
  recentFiles: [],
  trustedFiles: [],
  consents: {},
  windowState: null,
  windowPlaces: [],
};

/** What is usable of a stored value, key by key; `repaired` names the keys that fell back. */
export function readSettings(stored: unknown): {
  readonly settings: Settings;
  readonly repaired: readonly SettingKey[];
} {
  const source = typeof stored === 'object' && stored !== null ? (stored as Readonly<Record<string, unknown>>) : {};
  const repaired: SettingKey[] = [];
  const read = <Key extends SettingKey>(key: Key): Settings[Key] => {
    if (!Object.hasOwn(source, key)) return defaultSettings[key];
    const parsed = settingSchemas[key].safeParse(source[key]);
    if (parsed.success) return parsed.data as Settings[Key];
    repaired.push(key);
    return key === 'preferences' ? (readPreferences(source[key]) as Settings[Key]) : defaultSettings[key];
  };
  const settings: Settings = {
    preferences: read('preferences'),
    recentFiles: read('recentFiles'),
    trustedFiles: read('trustedFiles'),
    consents: read('consents'),
    windowState: read('windowState'),
    windowPlaces: read('windowPlaces'),
  };
  return { settings, repaired };
}

/** One bad preference must not cost the others. */
function readPreferences(stored: unknown): Settings['preferences'] {
  if (typeof stored !== 'object' || stored === null) return defaultSettings.preferences;
  const good = Object.entries(preferencesSchema.shape).flatMap(([key, schema]) => {
    const parsed = schema.safeParse((stored as Readonly<Record<string, unknown>>)[key]);
    return parsed.success ? [[key, parsed.data]] : [];
  });
  return preferencesSchema.parse(Object.fromEntries(good));
}

/** Keeps settings in memory and hands every change to `persist`. The stores differ only in what that does. */
export function createSettingsStore(
  initial: Settings,
  persist: (settings: Settings) => void,
  wasRepaired = false,
): SettingsStore {
  let settings = initial;
  let repaired = wasRepaired;
  const listeners = new Set<(key: SettingKey) => void>();
  return {
    get: (key) => settings[key],
    set: (key, value) => {
      settings = { ...settings, [key]: value };
      persist(settings);
      for (const listener of listeners) listener(key);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    takeRepaired: () => {
      const once = repaired;
      repaired = false;
      return once;
    },
  };
}

export const createMemorySettings = (): SettingsStore => createSettingsStore(defaultSettings, () => undefined);
