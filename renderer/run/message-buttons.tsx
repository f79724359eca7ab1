import { Button } from '@mantine/core';
import type { ButtonOutput } from '../../shared/engine/output.ts';
import type { Utterance } from '../../shared/engine/utterance.ts';
import { useStudio } from '../state/studio.ts';

type MessageButtonsProps = {
  readonly buttons: readonly ButtonOutput[];
  /** Buttons work until something is said. */
  readonly isOpen: boolean;
  /** The first is what is expected to be pressed. */
  readonly leads?: boolean;
};

/** Things to press instead of saying something. */
export function MessageButtons({ buttons, isOpen, leads = false }: MessageButtonsProps) {
  const { run } = useStudio();
  return (
    <div className="message-buttons">
      {buttons.map((button, index) => (
        // Buttons of a message that was sent neither move nor change.
        <Button
          key={index}
          variant={leads && index === 0 ? 'filled' : 'default'}
          disabled={!isOpen}
          onClick={(event) => {
            // The bubble around it would be chosen as well.
            event.stopPropagation();
            void run.say(pressed(button));
          }}
        >
          {button.text}
        </Button>
      ))}
    </div>
  );
}

/** A button that sends nothing back counts as if its words were typed. */
const pressed = ({ text, callback, value }: ButtonOutput): Utterance =>
  callback === '' ? { kind: 'text', text } : { kind: 'callback', callback, value, text };
