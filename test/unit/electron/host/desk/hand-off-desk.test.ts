import { describe, expect, test } from 'vitest';
import { createHandOffDesk, type DeskEvent } from '../../../../../electron/host/desk/hand-off-desk.ts';

const handOff = (session: string, more: object = {}) => ({
  session,
  since: 1,
  note: 'Asked for a person',
  text: 'One moment.',
  returnText: 'I am back.',
  lines: [{ speaker: 'USER' as const, text: 'A person, please' }],
  ...more,
});
const say = (text: string) => ({ kind: 'text', text }) as const;

function aDesk() {
  const desk = createHandOffDesk();
  const events: DeskEvent[] = [];
  const stop = desk.listen((event) => events.push(event));
  return { desk, events, stop };
}

describe('the hand-off desk', () => {
  test('hears a user only while the talk is there', () => {
    const { desk, events } = aDesk();
    expect(desk.routeUtterance('a', say('Hello?'))).toBe(false);
    desk.give(handOff('a'));
    expect(desk.routeUtterance('b', say('Hello?'))).toBe(false);
    expect(desk.routeUtterance('a', say('Anybody?'))).toBe(true);
    desk.say('a', '  I am Grace. ');
    desk.giveBack('a');
    expect(desk.routeUtterance('a', say('Thanks'))).toBe(false);
    expect(
      events.map((event) =>
        'line' in event ? [event.kind, event.line] : [event.kind, 'text' in event ? event.text : ''],
      ),
    ).toEqual([
      ['talk.given', 'One moment.'],
      ['line.added', { speaker: 'USER', text: 'Anybody?' }],
      ['line.added', { speaker: 'AGENT', text: 'I am Grace.' }],
      ['talk.returned', 'I am back.'],
    ]);
  });

  test('shows a talk with its note and every line of it', () => {
    const { desk } = aDesk();
    desk.give(handOff('a'));
    desk.give(handOff('b', { since: 2 }));
    desk.routeUtterance('a', { kind: 'callback', callback: 'x', value: 'red', text: '' });
    desk.routeUtterance('a', { kind: 'form', callback: 'f', fields: { size: 3 }, text: '' });
    desk.routeUtterance('a', { kind: 'opened' });
    expect(desk.talks().map(({ session }) => session)).toEqual(['a', 'b']);
    expect(desk.talks()[0]).toEqual({
      session: 'a',
      since: 1,
      note: 'Asked for a person',
      returnText: 'I am back.',
      lines: [
        { speaker: 'USER', text: 'A person, please' },
        { speaker: 'USER', text: 'red' },
        { speaker: 'USER', text: '{"size":3}' },
      ],
    });
  });

  test.each(['restart', 'endChat'] as const)('lets go of a user who leaves: %s', (kind) => {
    const { desk, events } = aDesk();
    desk.give(handOff('a'));
    expect(desk.routeUtterance('a', { kind })).toBe(false);
    expect(desk.talks()).toEqual([]);
    expect(events.at(-1)).toEqual({ kind: 'talk.left', session: 'a' });
  });

  test('forgets a run that has ended, and says so once', () => {
    const { desk, events } = aDesk();
    desk.give(handOff('a'));
    desk.leave('a');
    desk.leave('a');
    expect(events.filter(({ kind }) => kind === 'talk.left')).toHaveLength(1);
    expect(desk.say('a', 'Hello?')).toMatchObject({ ok: false });
    expect(desk.giveBack('a')).toMatchObject({ ok: false });
  });

  test('keeps what was said when a talk is given twice', () => {
    const { desk } = aDesk();
    desk.give(handOff('a'));
    desk.say('a', 'Hello.');
    desk.give(handOff('a', { note: 'Again' }));
    expect(desk.talks()).toMatchObject([{ note: 'Again', lines: [{}, { speaker: 'AGENT', text: 'Hello.' }] }]);
  });

  test('is bounded in talks, lines and their length', () => {
    const { desk } = aDesk();
    for (let at = 0; at < 120; at += 1) desk.give(handOff(`s${at}`));
    expect(desk.talks()).toHaveLength(100);
    expect(desk.give(handOff('more'))).toMatchObject({ ok: false });
    for (let at = 0; at < 1100; at += 1) desk.routeUtterance('s1', say(`line ${at}`));
    desk.say('s1', 'x'.repeat(50_000));
    expect(desk.talks()[1]?.lines).toHaveLength(1000);
    expect(desk.talks()[1]?.lines.at(-1)?.text).toHaveLength(20_000);
    expect(desk.say('s1', '   ')).toMatchObject({ ok: false });
  });

  test('tells nobody who has stopped listening', () => {
    const { desk, events, stop } = aDesk();
    stop();
    desk.give(handOff('a'));
    expect(events).toEqual([]);
  });
});
