import { useComputedColorScheme } from '@mantine/core';
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { Document } from '../../shared/model/document.ts';
import { colourReader } from '../canvas/far/colour-reader.ts';
import { showPainting } from '../canvas/far/show-painting.ts';
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

/** A scenario as the canvas would draw it, all of it, as one small picture. */
export function FlowPicture({ document, width, height, largest = 1 }: FlowPictureProps) {
  const pictured = useMemo(() => picturedDocument(document), [document]);
  const scheme = useComputedColorScheme();
  const image = useRef<HTMLImageElement>(null);
  useLayoutEffect(() => {
    const shown = image.current;
    if (shown === null) return undefined;
    shown.dataset['scheme'] = scheme;
    return showPainting(shown, (pen) => {
      const { fontFamily: font } = getComputedStyle(shown);
      paintFlow(pen, pictured, { width, height, largest, margin, font, colourOf: colourReader(shown) });
    });
  }, [pictured, scheme, width, height, largest]);
  return <img ref={image} className="flow-picture" style={{ width, height }} alt="" aria-hidden />;
}
