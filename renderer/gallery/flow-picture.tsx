import { useComputedColorScheme } from '@mantine/core';
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { Document } from '../../shared/model/document.ts';
import { colourReader } from '../canvas/far/colour-reader.ts';
import { paintFlow } from './paint-flow.ts';
import { picturedDocument } from './pictured-document.ts';
import './flow-picture.css';

/** Room around it, in canvas pixels. */
const margin = 16;

type FlowPictureProps = {
  readonly document: Document;
  readonly width: number;
  readonly height: number;
  /** Nothing is drawn larger than on the canvas itself. */
  readonly largest?: number;
};

/** A scenario as the canvas would draw it, all of it, on one small piece of paper. */
export function FlowPicture({ document, width, height, largest = 1 }: FlowPictureProps) {
  const pictured = useMemo(() => picturedDocument(document), [document]);
  const scheme = useComputedColorScheme();
  const paper = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const canvas = paper.current;
    const pen = canvas?.getContext('2d') ?? null;
    if (canvas === null || pen === null) return undefined;
    const paint = (): void => {
      const { fontFamily: font } = getComputedStyle(canvas);
      paintFlow(pen, pictured, { width, height, largest, margin, font, colourOf: colourReader(canvas) });
    };
    canvas.dataset['scheme'] = scheme;
    paint();
    // The page may only now be told that its theme is another one, and have its letters at hand.
    const again = requestAnimationFrame(paint);
    return () => cancelAnimationFrame(again);
  }, [pictured, scheme, width, height, largest]);
  return <canvas ref={paper} className="flow-picture" style={{ width, height }} aria-hidden />;
}
