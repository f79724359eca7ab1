import type { IntentId, MessageId } from '../model/ids.ts';

export type ButtonOutput = { readonly text: string; readonly callback: string; readonly value: string };

/** A message block with every attribute filled in. Text is markdown source with values escaped; never markup. */
export type BlockOutput =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'button'; readonly text: string; readonly buttons: readonly ButtonOutput[] };

/**
 * One bubble from the app. `intent` and `message` say which records made it; both null for questions the engine asks
 * itself (a confirmation), which `role` tells apart.
 */
export type MessageOutput = {
  readonly kind: 'message';
  readonly role: 'message' | 'confirmation' | 'failure';
  readonly exchange: number;
  /** The `seq` of the `message.sent` or `confirmation.asked` event that explains it. */
  readonly seq: number;
  readonly intent: IntentId | null;
  readonly message: MessageId | null;
  readonly blocks: readonly BlockOutput[];
};
