import { Button } from '@mantine/core';
import type { ButtonOutput, MessageOutput } from '../../shared/engine/output.ts';
import type { Utterance } from '../../shared/engine/utterance.ts';
import { useStudio } from '../state/studio.ts';
import { MessageText } from './message-text.tsx';

type MessageBlocksProps = { readonly message: MessageOutput; readonly isOpen: boolean };

/** What a message is made of, in order. Its buttons work until something is said. */
export function MessageBlocks({ message, isOpen }: MessageBlocksProps) {
  const { run } = useStudio();
  return message.blocks.map((block, index) => (
    // Blocks of a message that was sent neither move nor change.
    <div key={index} className="message-block">
      {block.text !== '' && <MessageText text={block.text} />}
      {block.kind === 'button' && (
        <div className="message-buttons">
          {block.buttons.map((button, at) => (
            <Button
              key={at}
              variant="default"
              disabled={!isOpen}
              onClick={(event) => {
                event.stopPropagation();
                void run.say(pressed(button));
              }}
            >
              {button.text}
            </Button>
          ))}
        </div>
      )}
    </div>
  ));
}

/** A button that sends nothing back counts as if its words were typed. */
export const pressed = ({ text, callback, value }: ButtonOutput): Utterance =>
  callback === '' ? { kind: 'text', text } : { kind: 'callback', callback, value, text };
