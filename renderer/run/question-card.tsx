import { Button } from '@mantine/core';
import { CircleHelp } from 'lucide-react';
import type { MessageOutput } from '../../shared/engine/output.ts';
import { useStudio } from '../state/studio.ts';
import { pressed } from './message-blocks.tsx';
import { MessageText } from './message-text.tsx';

/** An action asks before it runs. A typed yes or no counts as well. */
export function QuestionCard({ message, isOpen }: { message: MessageOutput; isOpen: boolean }) {
  const { run } = useStudio();
  return message.blocks.map((block, index) => (
    <div key={index} className="question-card">
      <CircleHelp size={16} aria-hidden />
      <div>
        <MessageText text={block.text} />
        {block.kind === 'button' && (
          <div className="message-buttons">
            {block.buttons.map((button, at) => (
              <Button
                key={at}
                variant={at === 0 ? 'filled' : 'default'}
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
    </div>
  ));
}
