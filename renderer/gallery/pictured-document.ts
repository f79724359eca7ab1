import type { Document } from '../../shared/model/document.ts';
import { around, type Rect } from '../canvas/layout/rect.ts';
import { createProjector, type Picture } from '../canvas/project-to-flow.ts';

export type PicturedDocument = { readonly picture: Picture; readonly rect: Rect };

const nothing: ReadonlySet<string> = new Set();
const noRoom: Rect = { x: 0, y: 0, width: 0, height: 0 };

/** A whole scenario as the canvas would draw it, and the room it takes. */
export function picturedDocument(document: Document): PicturedDocument {
  const picture = createProjector()(document, nothing);
  const rects = [...picture.spots.values()].map(({ rect }) => rect);
  return { picture, rect: around(rects) ?? noRoom };
}
