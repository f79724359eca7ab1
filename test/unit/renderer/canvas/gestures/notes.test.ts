import { expect, test } from 'vitest';
import { formEntries } from '../../../../../renderer/canvas/gestures/note-entries.ts';
import { planArrange } from '../../../../../renderer/canvas/gestures/plan-arrange.ts';
import { planNudge } from '../../../../../renderer/canvas/gestures/plan-nudge.ts';
import { planResize, resizedBy } from '../../../../../renderer/canvas/gestures/plan-resize.ts';
import { selectAlike } from '../../../../../renderer/canvas/gestures/select-more.ts';
import { spotsAt } from '../../../../../renderer/canvas/find-at.ts';
import { areaContents } from '../../../../../renderer/canvas/layout/area-contents.ts';
import { applyDiff, invertDiff } from '../../../../../shared/commands/diff.ts';
import type { Document } from '../../../../../shared/model/document.ts';
import { printScenario } from '../../../../../shared/persistence/print-scenario.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { need } from '../../../../builders/need.ts';
import { after, planned } from '../../../../builders/run-command.ts';
import { pictureOf, spotIn } from '../picture-of.ts';

/** An area with a note in it, one across its edge, and a smaller area. */
const ground = (): Document =>
  after(
    aScenario('Notes').withNote('inside', 40, 60).withNote('across', 480, 60).build(),
    { kind: 'note.add', form: 'area', text: 'Later', at: { x: 0, y: 0 }, size: { width: 600, height: 400 } },
    { kind: 'note.add', form: 'area', text: 'Small', at: { x: 40, y: 220 }, size: { width: 100, height: 100 } },
  );

test('what lies wholly in an area moves with it, what lies across its edge does not', () => {
  const picture = pictureOf(ground());
  expect(areaContents(picture.spots, spotIn(picture, 'area')).map(({ id }) => id)).toEqual(['note', 'area-2']);
  expect(planNudge(picture.spots, ['area'], { x: 1, y: 0 })).toEqual({
    kind: 'canvas.place',
    places: [
      { id: 'area', x: 8, y: 0 },
      { id: 'note', x: 48, y: 60 },
      { id: 'area-2', x: 48, y: 220 },
    ],
  });
  // Chosen itself as well, nothing moves twice.
  expect(planNudge(picture.spots, ['area', 'note'], { x: 1, y: 0 })).toMatchObject({
    places: [{ id: 'area' }, { id: 'note', x: 48 }, { id: 'area-2' }],
  });
  expect(planArrange(picture.spots, ['area', 'note-2'], 'align-right')).toMatchObject({
    commands: [
      {
        places: [
          { id: 'area', x: 80 },
          { id: 'note', x: 120 },
          { id: 'area-2', x: 120 },
        ],
      },
    ],
  });
});

test('an area lies below everything that is on it, and its kind is its own', () => {
  const picture = pictureOf(ground());
  expect(spotsAt(picture.spots, { x: 50, y: 70 }).map(({ id }) => id)).toEqual(['note', 'area']);
  expect(selectAlike(picture, ['area'])).toEqual(['area', 'area-2']);
  expect(need(picture.nodes.find(({ id }) => id === 'area')).zIndex).toBeLessThan(0);
});

test('a corner is moved and the one across from it stays; none can be lost', () => {
  const rect = { x: 100, y: 100, width: 200, height: 100 };
  expect(resizedBy(rect, 'se', 20, -10)).toEqual({ x: 100, y: 100, width: 220, height: 90 });
  expect(resizedBy(rect, 'nw', 20, -10)).toEqual({ x: 120, y: 90, width: 180, height: 110 });
  expect(resizedBy(rect, 'nw', 900, 900)).toEqual({ x: 252, y: 172, width: 48, height: 28 });
});

test('resizing and turning into another form are one named step each, and taken back to the byte', () => {
  const document = ground();
  const note = need(document.tables.notes.get('note'));
  const resize = need(planResize(note, { ...note, width: 300 }));
  expect(resize).toMatchObject({ label: 'Resize note' });
  expect(after(document, resize).tables.notes.get('note')).toEqual({ ...note, width: 300 });
  expect(planResize(note, note)).toBeNull();
  const turns = formEntries(note).flatMap((entry) =>
    entry.kind === 'choice' && entry.choice.kind === 'command' ? [entry.choice.command] : [],
  );
  expect(turns.map((command) => after(document, command).tables.notes.get('note')?.form)).toEqual([
    'area',
    'label',
    'picture',
  ]);
  const area = need(document.tables.notes.get('area'));
  const [back] = formEntries(area).flatMap((entry) =>
    entry.kind === 'choice' && entry.choice.kind === 'command' ? [entry.choice.command] : [],
  );
  expect('form' in need(after(document, need(back)).tables.notes.get('area'))).toBe(false);
  for (const command of [resize, ...turns]) {
    const undone = applyDiff(after(document, command), invertDiff(planned(document, command).diff));
    expect(printScenario(undone)).toBe(printScenario(document));
  }
});
