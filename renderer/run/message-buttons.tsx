import { Button } from '@mantine/core';
import { AppWindow, Download, ExternalLink, Phone } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
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
      {buttons.map((button, index) =>
        leadsAway(button) ? (
          <Away key={index} button={button} />
        ) : (
          // Buttons of a message that was sent neither move nor change.
          <Button
            key={index}
            variant={leads && index === 0 ? 'filled' : 'default'}
            disabled={!isOpen}
            onClick={(event) => {
              // The bubble around it would be chosen as well.
              event.stopPropagation();
              void run.say(pressed(button), button.display !== false);
            }}
          >
            {wordsOf(button)}
          </Button>
        ),
      )}
    </div>
  );
}

/** A button that sends nothing back counts as if its words were typed. */
const pressed = ({ text, callback, value }: ButtonOutput): Utterance =>
  callback === '' ? { kind: 'text', text } : { kind: 'callback', callback, value, text };

/** A button that only opens, calls or fetches something answers nothing, and this page opens nothing. */
const leadsAway = ({ target, callback }: ButtonOutput): boolean => target !== undefined && callback === '';

function Away({ button }: { button: ButtonOutput }) {
  const Icon = icons[button.target?.kind ?? 'link'];
  return (
    <span className="message-away">
      <Icon size={14} aria-hidden />
      <span className="message-link">{wordsOf(button)}</span>{' '}
      <span className="message-address" data-selectable>
        {whereTo(button.target)}
      </span>
    </span>
  );
}

const icons = { link: ExternalLink, call: Phone, download: Download, tabSwitch: AppWindow } as const;

function whereTo(target: ButtonOutput['target']): string {
  if (target?.kind === 'link') return target.url;
  if (target?.kind === 'call') return target.phone;
  return target?.kind === 'download' ? '(hands out the talk)' : '(changes the tab)';
}

const marks = { plain: Fragment, bold: 'strong', italic: 'em', underlined: 'u' } as const;

/** The words of a button, marked as they are in the design. */
function wordsOf({ text, parts }: ButtonOutput): ReactNode {
  if (parts === undefined) return text;
  return (
    <span>
      {parts.map((part, index) => {
        const Mark = marks[part.style];
        // Parts of a text neither move nor change.
        return <Mark key={index}>{part.text}</Mark>;
      })}
    </span>
  );
}
