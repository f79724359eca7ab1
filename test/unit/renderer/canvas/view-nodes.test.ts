import { expect, test } from 'vitest';
import { layers } from '../../../../renderer/canvas/flow-node.ts';
import { grow, type Rect } from '../../../../renderer/canvas/layout/rect.ts';
import { viewNodes, type NodeView } from '../../../../renderer/canvas/view-nodes.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { pictureOf, rectOf } from './picture-of.ts';

const scenario = aScenario();
for (const name of ['a', 'b', 'c'])
  scenario
    .withConversation(name)
    .withScene(`${name}-scene`)
    .withTurn(`${name}-turn`)
    .user(`${name}-user`, { expects: [`session.${name}`] });
const picture = pictureOf(scenario.build());
const everywhere: Rect = { x: -1e6, y: -1e6, width: 2e6, height: 2e6 };
const view = (changes: Partial<NodeView> = {}): NodeView => ({
  area: everywhere,
  detail: 'full',
  selection: new Set(),
  held: new Map(),
  ...changes,
});
const idsOf = (changes: Partial<NodeView>): string[] => viewNodes(picture, view(changes)).map(({ id }) => id);

test('React Flow gets what is in view, whatever the size of the scenario', () => {
  const area = grow(rectOf(picture, 'b'), -1);
  expect(idsOf({ area })).toEqual(['b', 'b-scene', 'b-turn', 'b-user']);
  expect(idsOf({})).toHaveLength(picture.nodes.length);
});

test('what is selected or pulled is there with its frames, also out of view', () => {
  const area = grow(rectOf(picture, 'b'), -1);
  expect(idsOf({ area, selection: new Set(['c-user', 'gone']) })).toEqual([
    'b',
    'b-scene',
    'b-turn',
    'b-user',
    'c',
    'c-scene',
    'c-turn',
    'c-user',
  ]);
  expect(idsOf({ area, gripped: new Set(['a-turn']) }).slice(0, 3)).toEqual(['a', 'a-scene', 'a-turn']);
});

test('what has the focus is there with its frames, selected or not, in view or not', () => {
  const area = grow(rectOf(picture, 'b'), -1);
  expect(idsOf({ area, focused: 'c-turn' }).slice(4)).toEqual(['c', 'c-scene', 'c-turn']);
});

test('further out, small nodes and then frames are left away', () => {
  expect(idsOf({ detail: 'block' })).toHaveLength(picture.nodes.length);
  expect(idsOf({ detail: 'frame' })).toEqual([
    'a',
    'a-scene',
    'a-turn',
    'b',
    'b-scene',
    'b-turn',
    'c',
    'c-scene',
    'c-turn',
  ]);
  expect(idsOf({ detail: 'map' })).toEqual(['a', 'b', 'c']);
});

test('only what is selected or held is another object, the selected one the same each time', () => {
  const selection = new Set(['a-user']);
  const held = new Set(['b-user']);
  const shown = viewNodes(picture, view({ selection, held }));
  const changed = shown.filter((node, index) => node !== picture.nodes[index]);
  expect(changed).toMatchObject([
    { id: 'a-user', selected: true },
    { id: 'b-user', zIndex: layers.held },
  ]);
  expect(viewNodes(picture, view({ selection })).find(({ id }) => id === 'a-user')).toBe(changed[0]);
});

test('a frame in hand stays below what it holds', () => {
  const [conversation] = viewNodes(picture, view({ held: new Set(['a']) }));
  expect(conversation).toMatchObject({ id: 'a', zIndex: layers.conversation });
});

test('of a large scenario only the near view is made of nodes: further out, those under the pointer and chosen', () => {
  const large = aScenario();
  for (let index = 0; index < 80; index += 1)
    large.withConversation(`c${index}`).withScene(`s${index}`).withTurn(`t${index}`).user(`u${index}`);
  const drawn = pictureOf(large.build());
  const shown = (changes: Partial<NodeView>): string[] => viewNodes(drawn, view(changes)).map(({ id }) => id);
  expect(shown({})).toHaveLength(320);
  for (const detail of ['block', 'frame', 'map'] as const) expect(shown({ detail })).toEqual([]);
  expect(shown({ detail: 'block', hand: 'u7' })).toEqual(['c7', 's7', 't7', 'u7']);
  expect(shown({ detail: 'block', selection: new Set(['t9']) })).toEqual(['c9', 's9', 't9']);
});
