import type { IntentId, MessageId } from '../model/ids.ts';
import type { MessageBlock, MessageButton } from '../model/message-block.ts';
import type { StyledPart } from '../values/styled-text.ts';

/** What only the design needs: notes of imports, and how options and styles came about. */
type Unsaid = 'extras' | 'optionsFrom' | 'alphabetical' | 'styled';

type Filled<Value> = Value extends readonly (infer Item)[]
  ? readonly Filled<Item>[]
  : Value extends object
    ? {
        readonly [Key in keyof Value as Key extends Unsaid ? never : Key]: Key extends 'buttons'
          ? readonly ButtonOutput[]
          : Filled<Value[Key]>;
      }
    : Value;

/** A button as it is drawn. Its text is plain; `parts`, when there, says which of its words are marked. */
export type ButtonOutput = Omit<MessageButton, 'styled'> & { readonly parts?: readonly StyledPart[] };

/**
 * A message block with every attribute filled in: the one model that the chat, the web chat and the demo page draw.
 * Markdown texts have their values escaped; never markup. The message an attribute holds has become its blocks.
 */
export type BlockOutput = Filled<Exclude<MessageBlock, { kind: 'attribute' }>>;
export type BlockOutputOf<Kind extends BlockOutput['kind']> = Extract<BlockOutput, { kind: Kind }>;

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
  /** Nothing can be typed while it stands. */
  readonly disableText?: true;
  readonly hideAvatar?: true;
};
