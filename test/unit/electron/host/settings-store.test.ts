import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createMemorySettings,
  createSettingsStore,
  defaultSettings,
  readSettings,
  settingSchemas,
  type SettingKey,
  type Settings,
} from '../../../../electron/host/settings-store.ts';

const stored: Settings = {
  preferences: {
    theme: 'dark',
    panels: { outline: 20 },
    followRun: false,
    runSpeed: 2,
    shortcuts: { 'edit.undo': 'mod+u' },
  },
  recentFiles: [{ path: '/a/orders.parley.json', openedAt: 1 }],
  trustedFiles: ['/a/orders.parley.json'],
  consents: { key: { 'http://localhost:3000': true } },
  windowState: { x: 0, y: 0, width: 1200, height: 800, maximized: false },
  windowPlaces: [{ x: 0, y: 0, width: 1200, height: 800, maximized: false, path: '/a/orders.parley.json' }],
};

describe('what is stored is read key by key', () => {
  test('all of it, when all is well', () => {
    expect(readSettings(JSON.parse(JSON.stringify(stored)))).toEqual({ settings: stored, repaired: [] });
  });

  test('one bad key falls back and costs no other', () => {
    const keys = Object.keys(settingSchemas) as SettingKey[];
    for (const key of keys) {
      const { settings, repaired } = readSettings({ ...stored, [key]: 'nonsense' });
      expect(repaired).toEqual([key]);
      expect(settings).toEqual({ ...stored, [key]: defaultSettings[key] });
    }
  });

  test('one bad preference costs no other', () => {
    const preferences = { ...stored.preferences, runSpeed: 'fast', unheardOf: 1 };
    expect(readSettings({ preferences })).toEqual({
      settings: { ...defaultSettings, preferences: { ...stored.preferences, runSpeed: 1 } },
      repaired: ['preferences'],
    });
  });

  test.each([null, 5, 'text', [], {}, undefined])('%j is nothing stored', (nothing) => {
    expect(readSettings(nothing).settings).toEqual(defaultSettings);
  });

  test('two thousand damaged files: settings come out of each, and every key of them is valid', () => {
    const text = JSON.stringify(stored);
    let [unreadable, damaged] = [0, 0];
    const mutation = fc.tuple(
      fc.nat({ max: text.length - 1 }),
      fc.nat({ max: 12 }),
      fc.oneof(fc.string({ maxLength: 6 }), fc.json({ maxDepth: 2 })),
    );
    fc.assert(
      fc.property(mutation, ([at, cut, put]) => {
        const value = parse(text.slice(0, at) + put + text.slice(at + cut));
        const { settings, repaired } = readSettings(value);
        if (value === undefined) unreadable += 1;
        if (repaired.length > 0) damaged += 1;
        for (const key of Object.keys(settingSchemas) as SettingKey[])
          expect(settingSchemas[key].safeParse(settings[key]).success).toBe(true);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
    // Both kinds of damage were met, or the mutations were too tame.
    expect(unreadable).toBeGreaterThan(100);
    expect(damaged).toBeGreaterThan(20);
  });
});

describe('the store', () => {
  test('answers from memory, writes every change, and tells who listens', () => {
    const written: Settings[] = [];
    const store = createSettingsStore(defaultSettings, (settings) => written.push(settings));
    const heard: SettingKey[] = [];
    const stop = store.onChange((key) => heard.push(key));
    store.set('trustedFiles', ['/a']);
    stop();
    store.set('windowState', null);
    expect(store.get('trustedFiles')).toEqual(['/a']);
    expect(written.map(({ trustedFiles }) => trustedFiles)).toEqual([['/a'], ['/a']]);
    expect(heard).toEqual(['trustedFiles']);
  });

  test('says once that something was repaired', () => {
    const store = createSettingsStore(defaultSettings, () => undefined, true);
    expect([store.takeRepaired(), store.takeRepaired()]).toEqual([true, false]);
    expect(createMemorySettings().takeRepaired()).toBe(false);
  });
});

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
