import { createContext, useContext } from 'react';

/** How much is drawn: everything; coloured blocks with names; frames with titles; conversations alone. */
export type Detail = 'full' | 'block' | 'frame' | 'map';

/** The least zoom for each, from near to far. */
const steps: readonly (readonly [Detail, number])[] = [
  ['full', 0.5],
  ['block', 0.28],
  // Below this the names of turns are too small to read; those of conversations, drawn large, are not.
  ['frame', 0.18],
];

export const detailAt = (zoom: number): Detail => steps.find(([, least]) => zoom >= least)?.[0] ?? 'map';

/** Changes when a step is crossed, never with each frame of zooming. */
export const DetailContext = createContext<Detail>('full');
export const useDetail = (): Detail => useContext(DetailContext);
