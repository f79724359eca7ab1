import { expect, test } from 'vitest';
import { createConsents, createTrustList } from '../../../../../electron/host/files/trust-list.ts';
import { createMemorySettings } from '../../../../../electron/host/settings-store.ts';

test('trust is given, taken back, and forgotten only when five hundred others came after', () => {
  const settings = createMemorySettings();
  const trust = createTrustList(settings);
  trust.set('/a', true);
  trust.set('/a', true);
  expect([trust.has('/a'), trust.has('/b')]).toEqual([true, false]);
  trust.set('/a', false);
  expect(trust.has('/a')).toBe(false);
  for (let count = 0; count <= 500; count += 1) trust.set(`/${count}`, true);
  expect([trust.has('/0'), trust.has('/1'), trust.has('/500')]).toEqual([false, true, true]);
});

test('answers about origins are kept by scenario; those for work without a file end with the window', () => {
  const settings = createMemorySettings();
  const isLasting = (key: string): boolean => !key.startsWith('unsaved-');
  const consents = createConsents(settings, isLasting);
  const origin = 'http://localhost:3000';
  expect(consents.get('orders', origin)).toBeNull();
  consents.set('orders', origin, true);
  consents.set('unsaved-1', origin, true);
  consents.set('orders', 'http://other', false);
  expect(consents.get('orders', origin)).toBe(true);
  expect(consents.get('orders', 'http://other')).toBe(false);
  expect(consents.get('returns', origin)).toBeNull();
  const later = createConsents(settings, isLasting);
  expect([later.get('orders', origin), later.get('unsaved-1', origin)]).toEqual([true, null]);
});

test('an origin called like a part of every object is no answer, and makes none', () => {
  const consents = createConsents(createMemorySettings(), () => true);
  for (const name of ['__proto__', 'constructor', 'toString']) {
    expect(consents.get('orders', name)).toBeNull();
    expect(consents.get(name, 'http://other')).toBeNull();
    consents.set('orders', name, true);
    expect(consents.get('orders', name)).toBe(true);
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
});
