/** What is to be seen of a node, ready to be drawn. */
export type HandNode = {
  readonly id: string;
  readonly kind: 'frame' | 'said' | 'context' | 'action';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The small text and the large one. */
  readonly texts: readonly string[];
  readonly pins: readonly (readonly [x: number, y: number])[];
};

export type HandWire = {
  readonly id: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly path: string;
};

export type HandPicture = { readonly nodes: readonly HandNode[]; readonly wires: readonly HandWire[] };
