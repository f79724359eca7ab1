import { expect, test } from 'vitest';
import { dropLine } from '../../../../../renderer/canvas/gestures/drop-line.ts';
import { makingFor } from '../../../../../renderer/canvas/gestures/new-frames.ts';
import { planNodeDrop, receiverOf } from '../../../../../renderer/canvas/gestures/plan-node-drop.ts';
import { centre } from '../../../../../renderer/canvas/layout/rect.ts';
import type { Command, Point } from '../../../../../shared/commands/command.ts';
import type { Document } from '../../../../../shared/model/document.ts';
import { childIds } from '../../../../../shared/model/document.ts';
import { pathOf } from '../../../../../shared/model/selectors/path-of.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { need } from '../../../../builders/need.ts';
import { after } from '../../../../builders/run-command.ts';
import { pictureOf, rectOf, spotIn } from '../picture-of.ts';

const scenario = () =>
  aScenario()
    .withApiAction('lookUp')
    .withApiAction('refund')
    .withConversation('orders')
    .withScene('find')
    .withTurn('ask')
    .user('where', {
      actions: [
        { id: 'first', action: 'lookUp' },
        { id: 'second', action: 'refund' },
      ],
    })
    .user('when')
    .app('tell')
    .withTurn('later')
    .user('thanks')
    .withTurn('answers')
    .app('hello')
    .withScene('other')
    .withConversation('stock')
    .withScene('count');
const document = scenario().build();

/** The command of dragging one node by a distance, its top left corner held. */
function dragged(of: Document, id: string, by: Point): Command | null {
  const { spots } = pictureOf(of);
  const rect = need(spots.get(id)).rect;
  const to = { ...rect, x: rect.x + by.x, y: rect.y + by.y };
  return planNodeDrop(of, spots, [{ id, rect: to }], { x: to.x + 10, y: to.y + 10 });
}

/** The same, to just below the top of another node. */
function draggedOnto(of: Document, id: string, target: string, below = 20): Command | null {
  const picture = pictureOf(of);
  const [from, to] = [rectOf(picture, id), rectOf(picture, target)];
  return dragged(of, id, { x: to.x + 8 - from.x, y: to.y + below - from.y });
}

test('a small move inside a turn places the intent, relative to its turn', () => {
  const { x, y } = spotIn(pictureOf(document), 'tell');
  expect(dragged(document, 'tell', { x: -20, y: 12 })).toEqual({
    kind: 'canvas.place',
    places: [{ id: 'tell', x: x - 20, y: y + 12 }],
  });
});

test('a move past a sibling reorders, and leaves the layout to the script', () => {
  const moved = after(document, need(dragged(document, 'where', { x: 0, y: 260 })));
  expect(childIds(moved, 'ask')).toEqual(['when', 'where', 'tell']);
  expect(moved.tables.placements.size).toBe(0);
});

test('an intent that was placed by hand keeps its new place when it is reordered', () => {
  const placed = scenario().placed('where', 40, 40).build();
  const moved = after(placed, need(dragged(placed, 'where', { x: 0, y: 260 })));
  expect(childIds(moved, 'ask')).toEqual(['when', 'where', 'tell']);
  expect(moved.tables.placements.get('where')).toMatchObject({ x: 40, y: 300 });
});

test('requests and responses do not change places', () => {
  expect(dragged(document, 'tell', { x: 0, y: -200 })).toMatchObject({ kind: 'canvas.place' });
});

test('an intent dropped in another turn goes there, among those who speak like it', () => {
  const picture = pictureOf(document);
  const below = centre(rectOf(picture, 'thanks')).y - rectOf(picture, 'later').y + 10;
  const moved = after(document, need(draggedOnto(document, 'when', 'later', below)));
  expect(childIds(moved, 'later')).toEqual(['thanks', 'when']);
  const answered = after(document, need(draggedOnto(document, 'when', 'answers')));
  expect(answered.tables.intents.get('when')).toMatchObject({ turn: 'answers', bucket: 'response' });
});

test('turns and scenes move between their frames, and past each other', () => {
  const picture = pictureOf(document);
  const later = rectOf(picture, 'later');
  const reordered = after(
    document,
    need(dragged(document, 'ask', { x: 0, y: later.y - rectOf(picture, 'ask').y + 30 })),
  );
  expect(childIds(reordered, 'find')).toEqual(['later', 'ask', 'answers']);
  const other = after(document, need(draggedOnto(document, 'later', 'count')));
  expect(childIds(other, 'count')).toEqual(['later']);
  const scene = after(document, need(draggedOnto(document, 'other', 'stock', 4)));
  expect(childIds(scene, 'stock')).toEqual(['other', 'count']);
});

test('a conversation, a note and a view go where they are put', () => {
  const noted = scenario().withNote('n', 10, 20).withView('context', 'user', 30, 40).build();
  expect(dragged(noted, 'orders', { x: -5.4, y: 7.6 })).toEqual({
    kind: 'canvas.place',
    places: [{ id: 'orders', x: -5, y: 8 }],
  });
  expect(dragged(noted, 'note', { x: 1, y: 1 })).toMatchObject({ places: [{ x: 11, y: 21 }] });
  expect(dragged(noted, 'user-view', { x: 1, y: 1 })).toMatchObject({ places: [{ x: 31, y: 41 }] });
});

test('a context that was drawn by itself stays where somebody puts it', () => {
  const used = scenario()
    .withTurn('more')
    .user('u', { expects: ['session.a'] })
    .build();
  const { x, y } = rectOf(pictureOf(used), 'session@more');
  expect(dragged(used, 'session@more', { x: 50, y: 60 })).toEqual({
    kind: 'context.show',
    context: 'session',
    at: { x: x + 50, y: y + 60 },
  });
});

test('an action moves to another intent, past its siblings, or aside', () => {
  const onto = after(document, need(draggedOnto(document, 'first', 'tell')));
  expect(onto.tables.intents.get('tell')?.actions.map(({ id }) => id)).toEqual(['first']);
  const turned = after(document, need(draggedOnto(document, 'first', 'later', 4)));
  expect(turned.tables.intents.get('thanks')?.actions.map(({ id }) => id)).toEqual(['first']);
  const picture = pictureOf(document);
  const down = rectOf(picture, 'second').y - rectOf(picture, 'first').y + 20;
  const reordered = after(document, need(dragged(document, 'first', { x: 0, y: down })));
  expect(reordered.tables.intents.get('where')?.actions.map(({ id }) => id)).toEqual(['second', 'first']);
});

test('an action nobody uses is attached to the intent it is dropped on, or just moved', () => {
  const loose = scenario().withApiAction('extra').withView('action', 'extra', 0, 3000).build();
  const attached = after(loose, need(draggedOnto(loose, 'extra-view', 'tell')));
  expect(attached.tables.intents.get('tell')?.actions).toMatchObject([{ action: 'extra' }]);
  expect(attached.tables.views.size).toBe(0);
  expect(dragged(loose, 'extra-view', { x: 10, y: 10 })).toEqual({
    kind: 'canvas.place',
    places: [{ id: 'extra-view', x: 10, y: 3010 }],
  });
});

test('several nodes are all placed where they are, and nothing else', () => {
  const picture = pictureOf(document);
  const moves = ['tell', 'later'].map((id) => ({ id, rect: rectOf(picture, id) }));
  const { x, y } = spotIn(picture, 'tell');
  const command = planNodeDrop(document, picture.spots, moves, { x: 0, y: 0 });
  expect(command).toMatchObject({ kind: 'canvas.place', places: [{ id: 'tell', x, y }, { id: 'later' }] });
  expect(planNodeDrop(document, picture.spots, [], { x: 0, y: 0 })).toBeNull();
});

test('a context that drew itself does not keep the others from being placed', () => {
  const used = scenario()
    .withTurn('more')
    .user('u', { expects: ['session.a'] })
    .build();
  const picture = pictureOf(used);
  const moves = ['session@more', 'tell'].map((id) => ({ id, rect: rectOf(picture, id) }));
  expect(planNodeDrop(used, picture.spots, moves, { x: 0, y: 0 })).toMatchObject({ places: [{ id: 'tell' }] });
});

test('what would take a node in is known while it is dragged, unless it is there already', () => {
  const picture = pictureOf(document);
  const on = (id: string): Point => ({ x: rectOf(picture, id).x + 10, y: rectOf(picture, id).y + 10 });
  expect(receiverOf(picture.spots, ['tell'], on('later'))).toBe('later');
  expect(receiverOf(picture.spots, ['tell'], on('ask'))).toBeNull();
  expect(receiverOf(picture.spots, ['first'], on('thanks'))).toBe('thanks');
  expect(receiverOf(picture.spots, ['first'], on('where'))).toBeNull();
  expect(receiverOf(picture.spots, ['orders'], on('stock'))).toBeNull();
  expect(receiverOf(picture.spots, ['tell'], { x: -999, y: 0 })).toBeNull();
});

/** Several nodes let go together with the pointer a little below the top of another one. */
function draggedTogether(of: Document, ids: readonly string[], target: string, below = 20): Command | null {
  const { spots } = pictureOf(of);
  const to = need(spots.get(target)).rect;
  const moves = ids.map((id) => ({ id, rect: need(spots.get(id)).rect }));
  return planNodeDrop(of, spots, moves, { x: to.x + 8, y: to.y + below });
}

test('several intents go into another turn together, in their order, each as what it is', () => {
  const moved = after(document, need(draggedTogether(document, ['tell', 'where', 'first'], 'thanks')));
  expect(childIds(moved, 'later')).toEqual(['where', 'thanks', 'tell']);
  expect(childIds(moved, 'ask')).toEqual(['when']);
  expect(moved.tables.intents.get('where')?.actions.map(({ id }) => id)).toEqual(['first', 'second']);
  const scenes = after(document, need(draggedTogether(document, ['find', 'other'], 'count', 4)));
  expect(childIds(scenes, 'stock')).toEqual(['find', 'other', 'count']);
});

test('in their own frame several are only placed elsewhere', () => {
  expect(draggedTogether(document, ['where', 'when'], 'tell')).toMatchObject({ kind: 'canvas.place' });
});

test('while dragged, a line shows where among its siblings it would go, where that changes anything', () => {
  const picture = pictureOf(document);
  const lineAt = (id: string, target: string, below: number) => {
    const to = rectOf(picture, target);
    const rect = { ...rectOf(picture, id), x: to.x, y: to.y + below };
    return dropLine(document, picture.spots, [{ id, rect }], { x: to.x + 8, y: to.y + below + 8 });
  };
  const [hello, turn] = [rectOf(picture, 'hello'), rectOf(picture, 'answers')];
  const above = need(lineAt('tell', 'hello', -24));
  expect(above.y).toBeLessThan(hello.y);
  expect(above.x).toBeGreaterThan(turn.x);
  expect(above.x + above.width).toBeLessThan(turn.x + turn.width);
  expect(need(lineAt('tell', 'hello', hello.height)).y).toBeGreaterThan(hello.y + hello.height);
  expect(lineAt('where', 'where', 3)).toBeNull();
  expect(need(lineAt('where', 'when', 60)).y).toBeGreaterThan(rectOf(picture, 'when').y);
});

/** Drags to a place in a frame, or on the canvas, where there is none of the kind that takes it in. */
function draggedTo(id: string, pointer: Point): Document {
  const picture = pictureOf(document);
  const rect = { ...rectOf(picture, id), x: pointer.x - 10, y: pointer.y - 10 };
  return after(document, need(planNodeDrop(document, picture.spots, [{ id, rect }], pointer)));
}
const pathsOf = (of: Document, id: string): readonly string[] => pathOf(of, id).slice(1);

test('beside all frames that take it in, it gets the frames it needs, and all of it is one step', () => {
  const picture = pictureOf(document);
  const [find, stock, later] = [rectOf(picture, 'find'), rectOf(picture, 'stock'), rectOf(picture, 'later')];

  const inScene = draggedTo('when', { x: find.x + 8, y: later.y - 5 });
  expect(pathsOf(inScene, 'when')).toEqual(['orders', 'find', 'turn-4', 'when']);
  expect(childIds(inScene, 'find')).toEqual(['ask', 'turn-4', 'later', 'answers']);
  expect(inScene.tables.turns.get('turn-4')).toMatchObject({
    name: 'Turn 4',
    behaviors: ['STARTING', 'OPEN'],
  });
  expect(inScene.tables.intents.get('when')).toMatchObject({ bucket: 'request' });

  const inConversation = draggedTo('tell', { x: stock.x + stock.width - 4, y: stock.y + stock.height - 4 });
  expect(pathsOf(inConversation, 'tell')).toEqual(['stock', 'scene-2', 'turn', 'tell']);

  const empty = { x: stock.x + 3000, y: stock.y + 500 };
  const onCanvas = draggedTo('tell', empty);
  expect(pathsOf(onCanvas, 'tell')).toEqual(['conversation-3', 'scene', 'turn', 'tell']);
  // It stands where it was let go, and the frames around it.
  const stands = rectOf(pictureOf(onCanvas), 'tell');
  expect(Math.abs(stands.y - (empty.y - 10))).toBeLessThan(4);
  expect(pathsOf(draggedTo('later', empty), 'later')).toEqual(['conversation-3', 'scene', 'later']);
  expect(pathsOf(draggedTo('find', empty), 'ask')).toEqual(['conversation-3', 'find', 'ask']);
});

test('what would be made is told before it is let go, with the frame it would be made in', () => {
  const { spots } = pictureOf(document);
  const find = need(spots.get('find')).rect;
  const told = (id: string, pointer: Point) => {
    const rect = { ...need(spots.get(id)).rect, x: pointer.x, y: pointer.y };
    return [makingFor(spots, [{ id, rect }], pointer)?.label ?? null, receiverOf(spots, [id], pointer)];
  };
  expect(told('when', { x: find.x + 4, y: find.y + find.height - 4 })).toEqual(['New turn', 'find']);
  expect(told('when', { x: -4000, y: 0 })).toEqual(['New conversation', null]);
  expect(told('later', { x: find.x - 8, y: find.y + 40 })).toEqual(['New scene', 'orders']);
  expect(told('where', { x: find.x + 40, y: need(spots.get('ask')).rect.y + 50 })).toEqual([null, null]);
  expect(told('stock', { x: -4000, y: 0 })).toEqual([null, null]);
});
