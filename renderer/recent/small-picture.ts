import {
  mostShapes,
  shapeKinds,
  sheet,
  type ShapeKind,
  type SmallPicture,
} from '../../shared/bridge/contract/recent-contract.ts';
import type { Document } from '../../shared/model/document.ts';
import type { Box, Spot } from '../canvas/layout/spot.ts';
import { createProjector } from '../canvas/project-to-flow.ts';

/** The scenario from far away, as the canvas lays it out. Null when there is nothing to see. */
export function smallPicture(document: Document): SmallPicture | null {
  const spots = [...createProjector()(document, new Set()).spots.values()];
  const shown = fewEnough(spots);
  if (shown.length === 0) return null;
  const rects = shown.map(({ rect }) => rect);
  const left = Math.min(...rects.map(({ x }) => x));
  const top = Math.min(...rects.map(({ y }) => y));
  const width = Math.max(1, Math.max(...rects.map((rect) => rect.x + rect.width)) - left);
  const height = Math.max(1, Math.max(...rects.map((rect) => rect.y + rect.height)) - top);
  const across = (value: number): number => Math.round((value / width) * sheet);
  const down = (value: number): number => Math.round((value / height) * sheet);
  const shapes = shown.flatMap(({ box, rect }) => [
    shapeKinds.indexOf(kindOf(box)),
    across(rect.x - left),
    down(rect.y - top),
    across(rect.width),
    down(rect.height),
  ]);
  return { ratio: Math.min(100, Math.max(0.01, width / height)), shapes };
}

/** Frames hide what lies in them only if drawn later, so the larger come first; what is too much is left out from within. */
function fewEnough(spots: readonly Spot[]): readonly Spot[] {
  const byDepth = shapeKinds.map((kind) => spots.filter(({ box }) => kindOf(box) === kind));
  const frames = byDepth.slice(0, 2).flat();
  const rest = byDepth.slice(2).flat();
  if (frames.length + rest.length <= mostShapes) return [...frames, ...rest];
  const turns = byDepth[2] ?? [];
  if (frames.length + turns.length <= mostShapes) return [...frames, ...turns];
  return frames.slice(0, mostShapes);
}

function kindOf(box: Box): ShapeKind {
  if (box.kind === 'intent') return box.intent.speaker === 'USER' ? 'user' : 'app';
  return box.kind === 'context' ? 'data' : box.kind;
}
