import { describe, expect, test } from 'vitest';
import { createConsentDesk } from '../../../../../electron/host/run/consent-desk.ts';

function openDesk(known: readonly (readonly [string, boolean])[] = []) {
  const memory = new Map<string, boolean>(known);
  const shown: (readonly [string, string | null])[] = [];
  const desk = createConsentDesk(
    { get: (what) => memory.get(what) ?? null, set: (what, allowed) => void memory.set(what, allowed) },
    (origin, secret) => shown.push([origin, secret]),
  );
  return { desk, memory, shown };
}
const [here, there] = ['http://localhost:3000', 'http://localhost:4000'];
const forEver = new AbortController().signal;

describe('the consent desk', () => {
  test('shows a question once, however many actions wait for it, and answers them all', async () => {
    const { desk, memory, shown } = openDesk();
    const waiting = [desk.ask(here, null, forEver), desk.ask(here, null, forEver), desk.ask(there, null, forEver)];
    expect(shown).toEqual([
      [here, null],
      [there, null],
    ]);
    desk.answer(here, true);
    desk.answer(there, false);
    expect(await Promise.all(waiting)).toEqual([true, true, false]);
    expect([...memory]).toEqual([[here, true]]);
    expect([desk.isAllowed(here, 'local'), desk.isAllowed(there, 'local')]).toEqual([true, false]);
  });

  test('does not ask again what it knows: a yes for good, a no for this run', async () => {
    const { desk, shown } = openDesk([[here, true]]);
    expect(await desk.ask(here, null, forEver)).toBe(true);
    const first = desk.ask(there, null, forEver);
    desk.answer(there, false);
    expect([await first, await desk.ask(there, null, forEver)]).toEqual([false, false]);
    expect(shown).toEqual([[there, null]]);
  });

  test('an old no of another run is asked again', () => {
    const { desk, shown } = openDesk([[here, false]]);
    void desk.ask(here, null, forEver);
    expect(shown).toHaveLength(1);
  });

  test('a yes to an origin is no yes to a secret there, nor to another secret', async () => {
    const { desk, shown } = openDesk([[here, true]]);
    const asked = desk.ask(here, 'CRM', forEver);
    expect(shown).toEqual([[here, 'CRM']]);
    desk.answer(here, true);
    expect(await asked).toBe(true);
    void desk.ask(here, 'OTHER', forEver);
    expect(shown).toHaveLength(2);
  });

  test('a yes to a secret at an origin is a yes to the origin', async () => {
    const { desk } = openDesk();
    const asked = desk.ask(here, 'CRM', forEver);
    desk.answer(here, true);
    await asked;
    expect(desk.isAllowed(here, 'local')).toBe(true);
  });

  test('a yes to the world is no yes to this machine, whatever the name comes to mean', async () => {
    const { desk, memory, shown } = openDesk();
    const name = 'https://api.example.com';
    const asked = desk.ask(name, null, forEver, 'public');
    desk.answer(name, true);
    expect(await asked).toBe(true);
    expect([desk.isAllowed(name, 'public'), desk.isAllowed(name, 'local')]).toEqual([true, false]);
    void desk.ask(name, null, forEver, 'local');
    expect(shown).toHaveLength(2);
    const other = openDesk();
    const secret = other.desk.ask(name, 'CRM', forEver);
    other.desk.answer(name, true);
    await secret;
    expect([other.desk.isAllowed(name, 'public'), other.desk.isAllowed(name, 'local')]).toEqual([true, false]);
    expect([...memory]).toEqual([[`public ${name}`, true]]);
  });

  test('stops waiting when the action is called off, and an answer to nothing does nothing', async () => {
    const { desk, memory } = openDesk();
    const stop = new AbortController();
    const asked = desk.ask(here, null, stop.signal);
    stop.abort();
    expect(await asked).toBe(false);
    desk.answer(here, true);
    desk.answer(there, true);
    expect(memory.size).toBe(0);
  });
});
