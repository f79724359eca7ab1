import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCanvasStore } from '../../../../renderer/canvas/canvas-store.ts';
import { createPlacing } from '../../../../renderer/canvas/free-place.ts';
import { isArea } from '../../../../renderer/canvas/layout/is-area.ts';
import { touches } from '../../../../renderer/canvas/layout/rect.ts';
import type { Spot } from '../../../../renderer/canvas/layout/spot.ts';
import { createProjector } from '../../../../renderer/canvas/project-to-flow.ts';
import { insertCommand } from '../../../../renderer/palette/insert-command.ts';
import type { PaletteItem } from '../../../../renderer/palette/palette-item.ts';
import { createEditorStore } from '../../../../renderer/state/editor-store.ts';
import type { Studio } from '../../../../renderer/state/studio.ts';
import type { PlaceWish } from '../../../../renderer/state/ui-store.ts';
import { patterns } from '../../../../shared/gallery/patterns.ts';
import { planClipPaste } from '../../../../shared/exchange/clipboard/plan-clip-paste.ts';
import type { Command, Point } from '../../../../shared/commands/command.ts';
import type { Document } from '../../../../shared/model/document.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { need } from '../../../builders/need.ts';

const nothing: ReadonlySet<string> = new Set();
const size = { width: 1000, height: 700 };

/** A canvas with its middle at a place, and what inserting into it comes to. */
function canvasWith(document: Document, middle: Point) {
  const editor = createEditorStore(document);
  const store = createCanvasStore();
  const project = createProjector();
  const draw = (): ReadonlyMap<string, Spot> => {
    const picture = project(editor.getState().document, nothing);
    store.setState({ picture, project });
    return picture.spots;
  };
  draw();
  const transform: [number, number, number] = [size.width / 2 - middle.x, size.height / 2 - middle.y, 1];
  const place = createPlacing({ editor } as unknown as Studio, store, () => ({ transform, ...size }));
  return {
    editor,
    draw,
    insert(make: (at: Point) => Command, wish?: PlaceWish): readonly Spot[] {
      const before = draw();
      const done = editor.execute(place(make, wish));
      expect(done.ok).toBe(true);
      return [...draw().values()].filter(({ id, parent }) => parent === null && !before.has(id));
    },
  };
}

const shop = (): Document =>
  aScenario()
    .withApiAction('lookUp', { inputs: ['orderId'], outputs: ['status'] })
    .withConversation('orders')
    .withScene('find')
    .withTurn('ask')
    .user('where', {
      samples: ['where is {user.order_id}'],
      actions: [{ action: 'lookUp', inputs: { orderId: 'user.order_id' } }],
    })
    .app('tell', { text: 'It is {session.status}.' })
    .withNote('Here', -300, 20)
    .build();

const items: readonly PaletteItem[] = [
  { item: 'note' },
  { item: 'area' },
  { item: 'label' },
  { item: 'conversation' },
  { item: 'turn' },
  { item: 'intent', speaker: 'USER' },
  { item: 'action', actionKind: 'api' },
  { item: 'use', action: 'lookUp' },
  { item: 'context', context: 'user' },
  { item: 'context', context: 'session' },
];

/** What covers something else, by name; areas lie behind everything that is put in them. */
function covered(spots: ReadonlyMap<string, Spot>, fresh: readonly Spot[]): readonly string[] {
  const own = new Set(fresh.map(({ id }) => id));
  return fresh.flatMap((one) =>
    [...spots.values()].flatMap((other) =>
      other.parent === null && !own.has(other.id) && !isArea(other.box) && touches(one.rect, other.rect)
        ? [`${one.id} on ${other.id}`]
        : [],
    ),
  );
}

const inserted = (...indexes: readonly number[]) => indexes.map((item) => ({ item, isChosen: false }));

test('whatever is inserted without a pointer, and wherever one looks, covers nothing', () => {
  const anything = fc.record({
    item: fc.integer({ min: 0, max: items.length + patterns.length - 1 }),
    isChosen: fc.boolean(),
  });
  const anywhere = fc.record({ x: fc.integer({ min: -600, max: 1400 }), y: fc.integer({ min: -300, max: 900 }) });
  fc.assert(
    fc.property(fc.array(anything, { minLength: 1, maxLength: 6 }), anywhere, (many, middle) => {
      const canvas = canvasWith(shop(), middle);
      for (const { item: index, isChosen } of many) {
        const { document } = canvas.editor.getState();
        const item = items[index];
        const pattern = patterns[index - items.length];
        const make = (at: Point): Command =>
          item !== undefined
            ? insertCommand(document, undefined, item, at)
            : {
                kind: 'records.put',
                label: 'Insert',
                puts: planClipPaste(document, need(pattern).clipFor(document), { at, into: () => null }).puts,
              };
        canvas.editor.select(isChosen ? ['where'] : []);
        const fresh = canvas.insert(make);
        expect(fresh.length).toBeGreaterThan(0);
        expect(covered(canvas.draw(), fresh)).toEqual([]);
      }
    }),
    {
      numRuns: 40,
      // What gave way to each other, was pushed down from where it was asked for, or called a context that lay on another.
      examples: [
        [inserted(22, 3, 3), { x: 0, y: -208 }],
        [inserted(0, 15, 15), { x: 0, y: 554 }],
        [inserted(8, 3, 0), { x: 821, y: 115 }],
      ],
    },
  );
});

const note = (at: Point): Command => ({ kind: 'note.add', text: '', at });

test('it stands beside what is selected, else in the middle of the view, else where it was asked for', () => {
  const canvas = canvasWith(shop(), { x: 4000, y: 4000 });
  // What is selected is out of view.
  canvas.editor.select(['where']);
  const [inMiddle] = canvas.insert(note);
  expect(need(inMiddle).rect.x + need(inMiddle).rect.width / 2).toBeCloseTo(4000, 0);
  expect(need(inMiddle).rect.y + need(inMiddle).rect.height / 2).toBeCloseTo(4000, 0);
  canvas.editor.select([need(inMiddle).id]);
  const [beside] = canvas.insert(note);
  expect(need(beside).rect).toMatchObject({ y: need(inMiddle).rect.y });
  expect(need(beside).rect.x).toBe(need(inMiddle).rect.x + need(inMiddle).rect.width + 40);
  const [asked] = canvas.insert(note, { at: { x: 3000, y: 3000 } });
  expect(need(asked).rect).toMatchObject({ x: 3000, y: 3000 });
  // What goes into a frame has its place there.
  canvas.editor.select(['ask']);
  const { document } = canvas.editor.getState();
  const inside = canvas.insert((at) => insertCommand(document, 'ask', { item: 'intent', speaker: 'USER' }, at));
  expect(inside).toEqual([]);
  expect(canvas.editor.getState().document.tables.conversations.size).toBe(1);
});
