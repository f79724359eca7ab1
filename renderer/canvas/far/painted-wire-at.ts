import type { Point } from '../../../shared/commands/command.ts';
import { grow, holds } from '../layout/rect.ts';
import type { Picture } from '../project-to-flow.ts';
import type { Detail } from '../use-detail.ts';
import { isPainted } from './is-painted.ts';
import { courseShapes, wireShapes } from './wire-shape.ts';

/** How near, in pixels of the window, a painted wire is meant. */
const wireReach = 5;

/** The painted wire under a point; null when there is none, or wires are elements of the page. */
export function paintedWireAt(picture: Picture, point: Point, zoom: number, detail: Detail): string | null {
  if (!isPainted(picture, detail)) return null;
  const pen = document.createElement('canvas').getContext('2d');
  if (pen === null) return null;
  const { wires, spots } = picture;
  const shapes = detail === 'block' ? courseShapes(wires, spots) : wireShapes(wires, spots);
  pen.lineWidth = (2 * wireReach) / zoom;
  for (const [id, { line, rect }] of shapes)
    if (holds(grow(rect, wireReach / zoom), point) && pen.isPointInStroke(line, point.x, point.y)) return id;
  return null;
}
