import type { AttributeType } from '../../../shared/model/attribute-type.ts';
import type { ActionUseId, IntentId } from '../../../shared/model/ids.ts';
import type { Slot } from '../layout/slot.ts';
import type { Pin, Side } from './wire-end.ts';

/** Where a wire meets a node, from the node's top left corner: it follows the node without being worked out again. */
export type Anchor = { readonly node: string; readonly side: Side; readonly x: number; readonly y: number };

export const pinAnchor = (node: string, pin: Pin): Anchor => ({ node, side: pin.side, x: pin.x, y: pin.y });

/** What taking a wire away undoes. */
export type Unwire =
  | { readonly kind: 'input'; readonly use: ActionUseId; readonly name: string }
  | { readonly kind: 'output'; readonly use: ActionUseId; readonly name: string }
  | { readonly kind: 'expects' | 'sets'; readonly intent: IntentId; readonly slot: Slot }
  | { readonly kind: 'transition'; readonly intent: IntentId };

type Ends = { readonly id: string; readonly from: Anchor; readonly to: Anchor };

/** A value on its way: from where it is made or kept to where it is kept or needed. */
export type DataWire = Ends & {
  readonly kind: 'data';
  readonly type: AttributeType;
  readonly slot: Slot;
  /** Nobody drew it: an unmapped result goes to `user`. */
  readonly isDefault: boolean;
  /** Null where a text or the action itself makes the wire. */
  readonly unwire: Unwire | null;
};

/** What is said or done next within a turn. */
export type SequenceWire = Ends & { readonly kind: 'sequence' };

/** Where the talk goes after an intent. */
export type TransitionWire = Ends & {
  readonly kind: 'transition';
  readonly intent: IntentId;
  /** The conversation, scene or turn it leads to. */
  readonly target: string;
  /** Arrows to different targets run beside each other, those to the same one together. */
  readonly lane: number;
  readonly label: string;
  /** When the intent, and so its transition, is taken; empty for always. */
  readonly condition: string;
  readonly unwire: Unwire;
};

export type Wire = DataWire | SequenceWire | TransitionWire;
