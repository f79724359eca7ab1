import type { ActionId, ActionUseId, IntentId } from '../../../shared/model/ids.ts';
import type { Slot } from '../layout/slot.ts';

/** What a wire can be pulled from or dropped on. */
export type WireEnd =
  /** A result of an action, and an argument it needs. */
  | { readonly kind: 'output'; readonly use: ActionUseId; readonly name: string }
  | { readonly kind: 'input'; readonly use: ActionUseId; readonly name: string }
  /** An attribute a USER intent fills from what was said; null for one more. */
  | { readonly kind: 'expects'; readonly intent: IntentId; readonly slot: Slot | null }
  /** A row of a context, and the context itself, where a new attribute goes. */
  | { readonly kind: 'slot'; readonly slot: Slot }
  | { readonly kind: 'context'; readonly context: string }
  /** Where the talk goes after an intent. */
  | { readonly kind: 'next'; readonly intent: IntentId }
  | { readonly kind: 'intent'; readonly intent: IntentId }
  | { readonly kind: 'action'; readonly action: ActionId }
  /** A conversation, scene or turn; its title is meant more surely than its inside. */
  | { readonly kind: 'level'; readonly id: string; readonly onTitle: boolean };

export type Side = 'left' | 'right' | 'top' | 'bottom';

/** A point of a node that wires meet at. */
export type Pin = {
  /** Unique in its node. */
  readonly id: string;
  readonly side: Side;
  /** From the top left corner of the node. */
  readonly x: number;
  readonly y: number;
  /** Null where a wire only shows what a text says and cannot be pulled. */
  readonly end: WireEnd | null;
};
