import type { Rect } from '../layout/rect.ts';
import type { Spot } from '../layout/spot.ts';
import type { Detail } from '../use-detail.ts';
import type { ProblemMarks } from './problem-marks.ts';
import type { WireShape } from './wire-shape.ts';

export type FarScene = {
  readonly spots: ReadonlyMap<string, Spot>;
  readonly wires: ReadonlyMap<string, WireShape>;
  readonly detail: Detail;
  readonly colourOf: (colour: string) => string;
  readonly font: string;
  /** False for a picture too small to be read. */
  readonly hasTitles?: boolean;
  /** What is wrong where; nothing in a picture of something else. */
  readonly problems?: ProblemMarks;
  /** What is carried, and so painted elsewhere. */
  readonly without?: ReadonlySet<string>;
};

export type FarView = {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
  /** What alone is painted of it, in pixels of the window; the rest stays. */
  readonly only?: Rect;
};
