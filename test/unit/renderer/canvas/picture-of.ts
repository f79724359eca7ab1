import { createProjector, type Picture } from '../../../../renderer/canvas/project-to-flow.ts';
import type { Box, Spot } from '../../../../renderer/canvas/layout/spot.ts';
import type { Rect } from '../../../../renderer/canvas/layout/rect.ts';
import type { Wire } from '../../../../renderer/canvas/wires/wire.ts';
import type { Document } from '../../../../shared/model/document.ts';
import { need } from '../../../builders/need.ts';

const nothing: ReadonlySet<string> = new Set();

/** A document drawn for the first time. */
export const pictureOf = (document: Document, expanded = nothing): Picture => createProjector()(document, expanded);

export const spotIn = (picture: Picture, id: string): Spot => need(picture.spots.get(id));

export const rectOf = (picture: Picture, id: string): Rect => spotIn(picture, id).rect;

/** The box of an id that must be of a kind. */
export function boxOf<Kind extends Box['kind']>(
  picture: Picture,
  kind: Kind,
  id: string,
): Extract<Box, { kind: Kind }> {
  const { box } = spotIn(picture, id);
  if (box.kind !== kind) throw new Error(`${id} is drawn as ${box.kind}`);
  return box as Extract<Box, { kind: Kind }>;
}

/** The contexts that are drawn, by their ids. */
export const contextsIn = (picture: Picture): string[] =>
  [...picture.spots.values()].filter(({ box }) => box.kind === 'context').map(({ id }) => id);

/** `data a.pin → b` for each wire of a kind, in short. */
export const wiresIn = (picture: Picture, kind: Wire['kind']): string[] =>
  picture.wires.filter((wire) => wire.kind === kind).map(({ from, to }) => `${from.node} → ${to.node}`);
