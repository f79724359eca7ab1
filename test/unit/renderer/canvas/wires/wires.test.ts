import { expect, test } from 'vitest';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { value, when } from '../../../../builders/conditions.ts';
import { pictureOf, wiresIn } from '../picture-of.ts';

const talk = () => aScenario().withConversation('a').withScene('b').withTurn('c');

test('the thread of a turn leads from each request to the answers, and through the actions', () => {
  const document = aScenario()
    .withApiAction('first')
    .withApiAction('second')
    .withConversation('a')
    .withScene('b')
    .withTurn('c')
    .user('hi', { actions: ['first', 'second'] })
    .user('hello')
    .app('greet', { actions: ['first'] })
    .app('moan')
    .build();
  expect(wiresIn(pictureOf(document), 'sequence')).toEqual([
    'hi → greet',
    'hello → greet',
    'hello → moan',
    'hi → hi-first',
    'hi-first → hi-second',
    'greet-first → greet',
  ]);
});

test('a transition is an arrow to the deepest level it names, with its condition in words', () => {
  const document = talk()
    .user('u', { transition: 'later', conditions: [when('user.age', 'gte', 18), when('user.name', 'is_set')] })
    .app('x', { transition: 'a' })
    .withTurn('later', {})
    .app('y')
    .build();
  const transitions = pictureOf(document).wires.filter((wire) => wire.kind === 'transition');
  expect(transitions).toMatchObject([
    {
      intent: 'u',
      target: 'later',
      label: 'later',
      lane: 0,
      condition: 'if user.age is at least 18 and user.name is set',
    },
    { intent: 'x', target: 'a', label: 'a', lane: 1, condition: '' },
  ]);
});

test('arrows to one target run together, arrows to others beside them', () => {
  const document = talk()
    .user('u', { transition: 'd' })
    .app('v', { transition: 'e' })
    .app('w', { transition: 'd' })
    .withTurn('d')
    .withTurn('e')
    .build();
  const lanes = pictureOf(document).wires.flatMap((wire) => (wire.kind === 'transition' ? [wire.lane] : []));
  expect(lanes).toEqual([0, 1, 0]);
});

test('a transition to nothing draws nothing, and keeps nothing else from being drawn', () => {
  const document = talk()
    .user('u', { transition: { turn: 'gone' as never } })
    .build();
  expect(wiresIn(pictureOf(document), 'transition')).toEqual([]);
  expect(pictureOf(document).spots.has('u')).toBe(true);
});

test('what an intent sets and what its texts read is wired; filters and members do not hide the attribute', () => {
  const document = talk()
    .app('x', {
      sets: { 'session.seen': value(true) },
      text: 'Hello {user.name | uppercase}, {user.items[0].name} and {{not}} {user.name}',
    })
    .build();
  const wires = pictureOf(document).wires.flatMap((wire) => (wire.kind === 'data' ? [wire] : []));
  expect(wires.map(({ slot, unwire }) => [`${slot.context}.${slot.attribute}`, unwire?.kind ?? null])).toEqual([
    ['session.seen', 'sets'],
    ['user.name', null],
    ['user.items', null],
  ]);
});

test('an action that sets attributes shows where they go, though only the action itself can change that', () => {
  const document = aScenario()
    .withSetAttributesAction('mark', { 'session.done': value(true) })
    .withConversation('a')
    .withScene('b')
    .withTurn('c')
    .user('u', { actions: ['mark'] })
    .build();
  const data = pictureOf(document).wires.filter((wire) => wire.kind === 'data');
  expect(data).toMatchObject([{ slot: { context: 'session', attribute: 'done' }, isDefault: false, unwire: null }]);
});
