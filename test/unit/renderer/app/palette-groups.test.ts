// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { allActions } from '../../../../renderer/app/actions/all-actions.ts';
import { paletteGroups } from '../../../../renderer/app/palette-groups.ts';
import { placesOf } from '../../../../renderer/app/palette-places.tsx';
import { noteCommand, notePlace, recentChoices } from '../../../../renderer/app/recent-choices.ts';
import { tableNames } from '../../../../shared/model/record-tables.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { orderDocument } from '../../../builders/order-document.ts';
import { aStudio } from '../../../builders/a-studio.ts';

beforeEach(() => recentChoices.setState({ places: [], commands: [] }));

const found = (studio: ReturnType<typeof aStudio>, query: string) =>
  paletteGroups(studio, query).flatMap(({ entries }) => entries);

test('every record of every kind is a place, but where things lie on the canvas', () => {
  const document = orderDocument();
  const places = new Set(placesOf(document).map(({ record }) => record));
  const missing = tableNames
    .filter((table) => table !== 'placements' && table !== 'views')
    .flatMap((table) => [...document.tables[table].keys()].filter((id) => !places.has(id)));
  expect(missing).toEqual([]);
  expect(places.has(document.scenario.id)).toBe(true);
});

test('every command is found by its name, what cannot be done now with the reason', () => {
  const studio = aStudio(orderDocument());
  const without = allActions(studio).filter((action) => {
    const name = action.label(studio);
    return !found(studio, name).some((entry) => entry.label === name);
  });
  expect(without.map(({ id }) => id)).toEqual([]);
  const [redo] = found(studio, 'redo');
  expect(redo).toMatchObject({ kind: 'action', whyNot: 'Nothing was undone.' });
});

test('before anything is typed, where one was and what one did come first, newest first', () => {
  const studio = aStudio(orderDocument());
  const [here = '', there = ''] = [...studio.editor.getState().document.tables.intents.keys()];
  notePlace(here);
  notePlace(there);
  noteCommand('view.fit');
  const groups = paletteGroups(studio, '');
  expect(groups.map(({ label }) => label)).toEqual(['Where I was', 'What I did last', 'Commands']);
  expect(groups[0]?.entries.map(({ id }) => id)).toEqual([`go ${there}`, `go ${here}`]);
  expect(groups[1]?.entries.map(({ id }) => id)).toEqual(['view.fit']);
  studio.editor.select([there]);
  expect(paletteGroups(studio, '')[0]?.entries.map(({ id }) => id)).toEqual([`go ${here}`]);
});

test('what is said is as good as a name, and words inside a name are found', () => {
  const studio = aStudio(
    aScenario('Shop')
      .withApiAction('getOrderDetails')
      .withConversation('orders')
      .withScene('status')
      .withTurn('ask')
      .user('where', { samples: ['Where is my parcel?'] })
      .build(),
  );
  expect(found(studio, 'parcel')[0]?.label).toBe('where');
  expect(found(studio, 'order det')[0]?.label).toBe('getOrderDetails');
});

test('with 5,000 records a letter is answered well within a frame', () => {
  let builder = aScenario('Large').withConversation('c').withScene('s').withTurn('t');
  for (let index = 0; index < 5000; index += 1)
    builder = builder.user(`intent_${index}`, { samples: [`say ${index}`] });
  const studio = aStudio(builder.build());
  paletteGroups(studio, 'warm');
  const times = ['i', 'in', 'int', 'inte', 'intent', 'intent_4', 'intent_49'].map((query) => {
    const start = performance.now();
    expect(found(studio, query).length).toBeGreaterThan(0);
    return performance.now() - start;
  });
  // A frame is 16 ms; the rest of it belongs to drawing forty rows. Generous for a busy machine.
  expect(times.toSorted((left, right) => left - right)[3]).toBeLessThan(12);
});
