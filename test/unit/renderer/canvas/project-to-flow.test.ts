import { expect, test } from 'vitest';
import { createProjector } from '../../../../renderer/canvas/project-to-flow.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { after } from '../../../builders/run-command.ts';
import { boxOf, contextsIn, pictureOf, rectOf, wiresIn } from './picture-of.ts';

const nothing: ReadonlySet<string> = new Set();

const shop = () =>
  aScenario()
    .withAttribute('total', 'float')
    .withApiAction('lookUp', { inputs: ['orderId', 'email'], outputs: ['status', 'total'] })
    .withConversation('orders')
    .withScene('status')
    .withTurn('ask')
    .user('where', {
      samples: ['Where is my order?'],
      expects: ['user.order_id'],
      actions: [
        {
          id: 'use',
          action: 'lookUp',
          inputs: { orderId: 'user.order_id', email: 'session.email' },
          outputs: { status: 'session.status' },
        },
      ],
    })
    .app('tell', { text: 'It is {session.status}.' });

test('every record is a node, frames ahead of what they hold, named for screen readers', () => {
  const { nodes } = pictureOf(shop().withNote('Ask legal').withView('action', 'lookUp').build());
  expect(nodes.map(({ id, type, parentId, ariaLabel }) => [id, type, parentId ?? null, ariaLabel])).toEqual([
    ['orders', 'conversation', null, 'Conversation orders'],
    ['status', 'scene', 'orders', 'Scene status'],
    ['ask', 'turn', 'status', 'Turn ask'],
    ['where', 'intent', 'ask', 'USER intent where: Where is my order?'],
    ['use', 'action', 'ask', 'API call lookUp on where'],
    ['tell', 'intent', 'ask', 'APP intent tell: It is {session.status}.'],
    ['user@ask', 'context', null, 'Context user'],
    ['session@ask', 'context', null, 'Context session'],
    ['lookUp-view', 'action', null, 'API call lookUp, not used yet'],
    ['note', 'note', null, 'Note: Ask legal'],
  ]);
});

test('sizes are said, so that nothing is measured in the page', () => {
  const picture = pictureOf(shop().build());
  for (const { id, width, height, measured, handles } of picture.nodes) {
    const rect = rectOf(picture, id);
    expect({ width, height, measured, handles }).toEqual({
      width: rect.width,
      height: rect.height,
      measured: { width: rect.width, height: rect.height },
      handles: [],
    });
  }
});

test('an edit makes new nodes only for what looks different and the frames around it', () => {
  const project = createProjector();
  const before = shop().withConversation('other').withScene('s').withTurn('t').user('u').build();
  const first = project(before, nothing);
  const edited = after(before, {
    kind: 'record.update',
    table: 'intents',
    id: 'tell',
    changes: { name: 'Tell the status' },
  });
  const second = project(edited, nothing);
  const same = new Set(first.nodes);
  expect(second.nodes.filter((node) => !same.has(node)).map(({ id }) => id)).toEqual([
    'orders',
    'status',
    'ask',
    'tell',
  ]);
  expect(project(edited, nothing).nodes).toEqual(second.nodes);
  expect(project(edited, nothing).nodes.every((node, index) => node === second.nodes[index])).toBe(true);
});

test('an edit of something else leaves every node and every wire as it is', () => {
  const project = createProjector();
  const document = shop().build();
  const first = project(document, nothing);
  const second = project(after(document, { kind: 'scenario.update', changes: { name: 'Shop' } }), nothing);
  expect(second.nodes.every((node, index) => node === first.nodes[index])).toBe(true);
  expect(second.wires.every((wire, index) => wire === first.wires[index])).toBe(true);
});

test('a value that was just said goes straight to the action that needs it', () => {
  const picture = pictureOf(shop().build());
  expect(wiresIn(picture, 'data')).toEqual([
    'where → use',
    'where → user@ask',
    'use → user@ask',
    'session@ask → use',
    'use → session@ask',
    'session@ask → tell',
  ]);
});

test('a result nobody sent anywhere goes to user, shown as the default it is', () => {
  const picture = pictureOf(shop().build());
  const ghosts = picture.wires.filter((wire) => wire.kind === 'data' && wire.isDefault);
  expect(ghosts).toMatchObject([{ slot: { context: 'user', attribute: 'total' }, type: 'string', unwire: null }]);
  const { rows } = boxOf(picture, 'context', 'user@ask');
  expect(rows).toEqual([
    { attribute: 'order_id', type: 'string', isDefault: false },
    { attribute: 'total', type: 'float', isDefault: true },
  ]);
});

test('a context stands beside the turn that uses it until somebody puts it somewhere near', () => {
  expect(contextsIn(pictureOf(shop().build()))).toEqual(['user@ask', 'session@ask']);
  const near = pictureOf(shop().withView('context', 'session', 900, 300).build());
  expect(contextsIn(near)).toEqual(['session-view', 'user@ask']);
  expect(rectOf(near, 'session-view')).toMatchObject({ x: 900, y: 300 });
  expect(wiresIn(near, 'data')).toContain('use → session-view');
  const far = pictureOf(shop().withView('context', 'session', 900, 5000).build());
  expect(contextsIn(far)).toEqual(['session-view', 'user@ask', 'session@ask']);
  expect(boxOf(far, 'context', 'session-view').rows).toEqual([]);
});

test('a pin goes to the nearest of several views of its context', () => {
  const picture = pictureOf(
    shop().withView('context', 'session', 900, 100).withView('context', 'session', 1200, 500).build(),
  );
  const [first, second] = contextsIn(picture).filter((id) => id.startsWith('session'));
  expect(wiresIn(picture, 'data').filter((wire) => wire.includes('session-view'))).toEqual([
    `${first} → use`,
    `use → ${first}`,
    `${first} → tell`,
  ]);
  expect(boxOf(picture, 'context', second ?? '').rows).toEqual([]);
});

test('a view lists what is wired there, and all the rest when it is opened', () => {
  const document = shop().withTurn('later').app('bye', { text: 'Write to {session.address}' }).build();
  expect(boxOf(pictureOf(document), 'context', 'session@later')).toMatchObject({ more: 2, isExpanded: false });
  const opened = boxOf(pictureOf(document, new Set(['session@later'])), 'context', 'session@later');
  expect(opened).toMatchObject({ more: 0, isExpanded: true });
  expect(opened.rows.map(({ attribute }) => attribute)).toEqual(['address', 'email', 'status']);
});

test('contexts nobody may write to take nothing new', () => {
  const document = aScenario()
    .withContext('shop', { lifetime: 'constant', values: { city: 'Ghent' } })
    .withConversation('a')
    .withScene('b')
    .withTurn('c')
    .app('d', { text: '{shop.city} {conversation.current_scene} {basket.size}' })
    .build();
  const picture = pictureOf(document);
  expect(boxOf(picture, 'context', 'shop@c').isReadOnly).toBe(true);
  expect(boxOf(picture, 'context', 'conversation@c').isReadOnly).toBe(true);
  expect(boxOf(picture, 'context', 'basket@c').isReadOnly).toBe(false);
});

test('views on a canvas without conversations are there all the same', () => {
  const picture = pictureOf(aScenario().withView('context', 'user', 10, 20).build());
  expect(rectOf(picture, 'user-view')).toMatchObject({ x: 10, y: 20 });
});

test('a move, a change of an action and a change of a type are seen in a picture that was drawn before', () => {
  const project = createProjector();
  const document = shop().build();
  project(document, nothing);
  const moved = after(document, { kind: 'canvas.place', places: [{ id: 'tell', x: 500, y: 300 }] });
  const ask = rectOf(project(moved, nothing), 'ask');
  expect(rectOf(project(moved, nothing), 'tell')).toMatchObject({ x: ask.x + 500, y: ask.y + 300 });
  const renamed = after(moved, {
    kind: 'record.update',
    table: 'actions',
    id: 'lookUp',
    changes: { name: 'findOrder' },
  });
  expect(boxOf(project(renamed, nothing), 'action', 'use').action?.name).toBe('findOrder');
  const typed = after(renamed, { kind: 'record.update', table: 'attributes', id: 'total', changes: { type: 'int' } });
  expect(boxOf(project(typed, nothing), 'context', 'user@ask').rows[1]?.type).toBe('int');
});
