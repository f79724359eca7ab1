import { expect, test } from 'vitest';
import { pathsThrough } from '../../../../../renderer/canvas/wires/value-path.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { pictureOf } from '../picture-of.ts';

const { wires } = pictureOf(
  aScenario()
    .withAttribute('step', 'int')
    .withConversation('talk')
    .withScene('scene')
    .withTurn('turn')
    .user('ask', { expects: ['session.step'] })
    .app('tell', { text: 'This is {session.step}.' })
    .user('alone', { expects: ['user.step'] })
    .build(),
);

test('from afar, a node shows the ways of its values to where else they are set or read', () => {
  const path = pathsThrough(wires, 'ask');
  expect(path.has('ask') && path.has('tell')).toBe(true);
  expect(path.has('alone')).toBe(false);
  const ways = wires.filter(({ id }) => path.has(id));
  expect(ways.length).toBeGreaterThan(1);
  for (const wire of ways) expect(wire.kind === 'data' && wire.slot).toEqual({ context: 'session', attribute: 'step' });
});

test('what no value comes from or goes to shows none', () => {
  expect(pathsThrough(wires, 'turn').size).toBe(0);
});
