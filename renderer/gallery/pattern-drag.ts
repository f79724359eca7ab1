import type { DragEvent } from 'react';
import type { Pattern } from '../../shared/gallery/patterns.ts';
import { useStudio } from '../state/studio.ts';
import { colourReader } from '../canvas/far/colour-reader.ts';
import { metrics } from '../canvas/layout/metrics.ts';
import { paletteDragType, printPaletteItem } from '../palette/palette-item.ts';
import { paintFlow } from './paint-flow.ts';
import { picturedDocument } from './pictured-document.ts';

/** How much smaller than on the canvas a pattern is while it is carried. */
const scale = 0.5;

/** Begins to carry a pattern: what is under the pointer is a picture of what will stand there. */
export function beginPatternDrag({ dataTransfer }: DragEvent, pattern: Pattern): void {
  dataTransfer.setData(paletteDragType, printPaletteItem({ item: 'pattern', pattern: pattern.id }));
  dataTransfer.effectAllowed = 'copy';
  const canvas = window.document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  // The browser takes its picture at once, of what is in the page; nobody is to see it there.
  canvas.className = 'carried-pattern';
  window.document.body.append(canvas);
  const pictured = picturedDocument(pattern.document());
  const [width, height] = [pictured.rect.width * scale, pictured.rect.height * scale];
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const font = getComputedStyle(canvas).fontFamily;
  paintFlow(pen, pictured, { width, height, largest: scale, margin: 0, font, colourOf: colourReader(canvas) });
  dataTransfer.setDragImage(canvas, width / 2, (metrics.conversation.header / 2) * scale);
  requestAnimationFrame(() => canvas.remove());
}

/** What makes an element of the gallery a pattern to be carried; `onCarry` is told while it is. */
export function usePatternDrag(pattern: Pattern, onCarry: (isCarried: boolean) => void) {
  const { ui } = useStudio();
  return {
    draggable: true,
    onDragStart: (event: DragEvent): void => {
      beginPatternDrag(event, pattern);
      // What changes the page while a drag begins would end it.
      setTimeout(() => onCarry(true));
    },
    onDragEnd: ({ dataTransfer }: DragEvent): void => {
      if (dataTransfer.dropEffect === 'none') onCarry(false);
      else ui.closeDialog();
    },
  };
}
