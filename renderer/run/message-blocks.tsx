import type { MessageOutput } from '../../shared/engine/output.ts';
import { MessageButtons } from './message-buttons.tsx';
import { MessageText } from './message-text.tsx';

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
      {'text' in block && block.text !== '' && <MessageText text={block.text} />}
      {'buttons' in block && <MessageButtons buttons={block.buttons} isOpen={isOpen} leads={leads} />}
    </div>
  ));
