import type { PathEnd } from '../../../../renderer/canvas/wires/wire-path.ts';
import type { Wire } from '../../../../renderer/canvas/wires/wire.ts';

/** What is to be seen of a node, ready to be drawn. */
export type HandNode = {
  readonly id: string;
  readonly kind: 'frame' | 'said' | 'context' | 'action';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The small text, the large one, and its rows. */
  readonly texts: readonly string[];
  /** The types of its rows. */
  readonly types: readonly string[];
  /** Whether a sign of its kind stands before it, and how many small signs stand behind. */
  readonly hasIcon: boolean;
  readonly badges: number;
  readonly pins: readonly (readonly [x: number, y: number])[];
};

export type HandWire = {
  readonly id: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly path: string;
  /** What its course is worked out from, when one of its ends is dragged elsewhere. */
  readonly wire: Wire;
  readonly start: PathEnd;
  readonly end: PathEnd;
  /** Where it leads, beside its beginning. */
  readonly label: string | null;
};

/** What a talk changes on the canvas from one frame to the next: which node, row or wire shows which light, or none. */
export type LightChange = { readonly of: string; readonly light: string | null; readonly note: string | null };
export type LightFrame = readonly LightChange[];

export type HandPicture = { readonly nodes: readonly HandNode[]; readonly wires: readonly HandWire[] };
