import type { Point } from '../../../shared/commands/command.ts';
import { grow, holds } from '../layout/rect.ts';
import type { Picture } from '../project-to-flow.ts';
import { detailAt } from '../use-detail.ts';
import { isPainted } from './is-painted.ts';
import { wireShapes } from './wire-shape.ts';

/** How near, in pixels of the window, a painted wire is meant. */
const wireReach = 5;

/** The painted wire under a point; null when there is none, or wires are elements of the page. */
export function paintedWireAt(picture: Picture, point: Point, zoom: number): string | null {
  if (!isPainted(picture, detailAt(zoom))) return null;
  const pen = document.createElement('canvas').getContext('2d');
  if (pen === null) return null;
  pen.lineWidth = (2 * wireReach) / zoom;
  for (const [id, { line, rect }] of wireShapes(picture.wires, picture.spots))
    if (holds(grow(rect, wireReach / zoom), point) && pen.isPointInStroke(line, point.x, point.y)) return id;
  return null;
}
