import type { Gaps } from './layered-graph.ts';

/** Something of a known size that is put somewhere as a whole. */
export type BoxJob = { readonly id: string; readonly width: number; readonly height: number };

/** A frame whose contents are to be laid out: plain data, as it goes to a worker. */
export type FrameJob = {
  readonly id: string;
  readonly items: readonly (BoxJob | FrameJob)[];
  /** Which item leads to which, by their numbers: pairs, one after the other. */
  readonly edges: readonly number[];
  /** Room around what is in it. */
  readonly room: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  readonly least: { readonly width: number; readonly height: number };
  readonly gaps: Gaps;
  /** How high the column is that stands beside it, from about its middle down. */
  readonly column?: number;
  /** How much wider than high what is in it may become, where it is free to. */
  readonly aspect: number;
};

export const isFrameJob = (job: BoxJob | FrameJob): job is FrameJob => 'items' in job;

/** Where something goes, from the corner of its frame. */
export type PlacedItem = { readonly id: string; readonly x: number; readonly y: number };

export type FrameResult = {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly places: readonly PlacedItem[];
  /** Everything stands below each other in the order in which it is told: as it would if nobody placed it. */
  readonly isStack: boolean;
};
