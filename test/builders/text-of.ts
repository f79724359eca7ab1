import type { BlockOutput } from '../../shared/engine/output.ts';

/** The text of a block that has one; empty for the others. */
export const textOf = (block: BlockOutput | undefined): string =>
  block !== undefined && 'text' in block ? block.text : '';
