import { expect, test } from 'vitest';
import { planArrange } from '../../../../../renderer/canvas/gestures/plan-arrange.ts';
import { selectAlike, selectAlong } from '../../../../../renderer/canvas/gestures/select-more.ts';
import { snap } from '../../../../../renderer/canvas/gestures/snap.ts';
import { visit, step, nowhereYet, type Visited } from '../../../../../renderer/canvas/visited-places.ts';
import { applyDiff } from '../../../../../shared/commands/diff.ts';
import { planCommand } from '../../../../../shared/commands/plan-command.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { need } from '../../../../builders/need.ts';
import { unwrap } from '../../../../builders/unwrap.ts';
import { pictureOf, rectOf } from '../picture-of.ts';

const document = aScenario()
  .withConversation('a')
  .withScene('s')
  .withTurn('t')
  .user('ask')
  .app('tell', { transition: 'b' })
  .withConversation('b')
  .withScene('s2')
  .withTurn('t2')
  .user('more')
  .placed('a', 0, 0)
  .placed('b', 900, 333)
  .build();
const picture = pictureOf(document);

test('what is brought in line stands in line in the next picture', () => {
  const command = need(planArrange(picture.spots, ['a', 'b', 's'], 'align-top'));
  const after = pictureOf(applyDiff(document, unwrap(planCommand(document, command)).diff));
  expect(rectOf(after, 'b').y).toBe(rectOf(after, 'a').y);
  expect(planArrange(pictureOf(document).spots, ['a'], 'align-top')).toBeNull();
  expect(planArrange(after.spots, ['a', 'b'], 'align-top')).toBeNull();
});

test('the same kind, and what leads here and on from here', () => {
  expect(selectAlike(picture, ['ask'])).toEqual(['ask', 'more']);
  expect(new Set(selectAlong(picture, ['ask'], 'downstream'))).toEqual(new Set(['ask', 'tell', 'more']));
  expect(new Set(selectAlong(picture, ['more'], 'upstream'))).toEqual(new Set(['more', 'tell', 'ask']));
});

test('an edge nearer than the reach pulls, and a line says to what', () => {
  const still = { x: 100, y: 0, width: 50, height: 50 };
  const near = { x: 103, y: 200, width: 80, height: 20 };
  expect(snap(near, [still], 5)).toEqual({
    shift: { x: -3, y: 0 },
    guides: [{ axis: 'x', at: 100, from: 0, to: 220 }],
  });
  expect(snap({ ...near, x: 120 }, [still], 5).guides).toEqual([]);
});

test('back and forward go through the places that were stayed at; a new one forgets what lay ahead', () => {
  const same = (one: string, other: string): boolean => one === other;
  const all = ['a', 'b', 'b', 'c'].reduce<Visited<string>>((visited, place) => visit(visited, place, same), nowhereYet);
  expect(all).toEqual({ places: ['a', 'b', 'c'], index: 2 });
  const back = step(step(step(all, -1), -1), -1);
  expect(back.index).toBe(0);
  expect(visit(step(back, 1), 'd', same)).toEqual({ places: ['a', 'b', 'd'], index: 2 });
});
