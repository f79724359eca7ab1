import type { z } from 'zod';
import { messageBlockSchema, type BlockOf, type MessageBlock } from '../../shared/model/message-block.ts';

type BlockInput = z.input<typeof messageBlockSchema>;

/** A block with what it says, and everything else as files leave it out. */
export const aBlock = <Kind extends MessageBlock['kind']>(block: Extract<BlockInput, { kind: Kind }>): BlockOf<Kind> =>
  messageBlockSchema.parse(block) as BlockOf<Kind>;
