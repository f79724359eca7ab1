import { expect, test } from 'vitest';
import { smallPicture } from '../../../../renderer/recent/small-picture.ts';
import { mostShapes, shapeKinds, smallPictureSchema } from '../../../../shared/bridge/contract/recent-contract.ts';
import { templateNamed } from '../../../../shared/samples/templates.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { studioScenario } from '../../../bench/window/studio-scenario.ts';

const kindsOf = (shapes: readonly number[]): readonly string[] =>
  shapes.filter((_, at) => at % 5 === 0).map((kind) => shapeKinds[kind] ?? '?');

test('a picture shows what a scenario consists of, frames ahead of what lies in them', () => {
  const sample = templateNamed('order-support')?.create();
  const picture = sample === undefined ? null : smallPicture(sample);
  expect(smallPictureSchema.parse(picture)).toEqual(picture);
  const kinds = kindsOf(picture?.shapes ?? []);
  expect(new Set(kinds)).toEqual(new Set(['conversation', 'scene', 'turn', 'user', 'app', 'action', 'data']));
  expect(kinds.filter((kind) => kind === 'conversation')).toHaveLength(sample?.tables.conversations.size ?? -1);
  expect(kinds.lastIndexOf('conversation')).toBeLessThan(kinds.indexOf('turn'));
});

test('of what is too much for a stamp the outermost is left, and it stays small', () => {
  const picture = smallPicture(studioScenario('Large', 5000));
  expect(new Set(kindsOf(picture?.shapes ?? []))).toEqual(new Set(['conversation', 'scene']));
  expect((picture?.shapes.length ?? 0) / 5).toBeLessThanOrEqual(mostShapes);
  expect(JSON.stringify(picture).length).toBeLessThan(16 * 1024);
});

test('of nothing there is no picture', () => expect(smallPicture(aScenario('Empty').build())).toBeNull());
