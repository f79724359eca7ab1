import type { MessageOutput } from '../../shared/engine/output.ts';
import { BlockView } from './blocks/block-view.tsx';

type MessageBlocksProps = {
  readonly message: MessageOutput;
  readonly isOpen: boolean;
  readonly leads?: boolean;
};

/** What a message is made of, in order. */
export const MessageBlocks = ({ message, isOpen, leads = false }: MessageBlocksProps) =>
  message.blocks.map((block, index) => (
    // Blocks of a message that was sent neither move nor change.
    <div key={index} className="message-block">
      <BlockView block={block} isOpen={isOpen} leads={leads} />
    </div>
  ));
