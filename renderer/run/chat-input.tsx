import { Button } from '@mantine/core';
import { ArrowUp } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { pressedAt } from '../app/actions/place-keys.ts';
import { useRun, useStudio } from '../state/studio.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { isTypingOff } from './open-replies.ts';

const offWords = 'Answer above: this message takes nothing typed';

/** Where the person writes. Enter sends, Shift+Enter breaks the line, Up brings back what was said before. */
export function ChatInput({ onTalk }: { onTalk: () => void }) {
  const studio = useStudio();
  const { run } = studio;
  const current = useRun((state) => state.run);
  const starting = useRun((state) => state.starting);
  const waiting = useRun((state) => state.waiting);
  const isOff = useRun(isTypingOff);
  const isAtDesk = useRun((state) => state.isAtDesk);
  const [text, setText] = useState('');
  /** How many sentences back; 0 is what is being written. */
  const [back, setBack] = useState(0);
  const field = useRef<HTMLTextAreaElement>(null);
  /** The talk that was given the focus: coming back to it later, whoever comes back says where to. */
  const greeted = useRef<string | null>(null);
  useEffect(() => {
    if (current !== null && current !== greeted.current) field.current?.focus();
    greeted.current = current;
  }, [current]);

  const send = (): void => {
    const said = text.trim();
    if (said === '' || isOff) return;
    setText('');
    setBack(0);
    void run.say({ kind: 'text', text: said });
  };
  const recall = (step: number): boolean => {
    const said = run
      .getState()
      .bubbles.flatMap((bubble) => (bubble.kind === 'said' && bubble.text !== '' ? [bubble.text] : []));
    const next = back + step;
    if (next < 0 || next > said.length) return false;
    setBack(next);
    setText(next === 0 ? '' : (said.at(-next) ?? ''));
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // Enter also ends the writing of a composed character.
    if (event.nativeEvent.isComposing) return;
    const pressed = pressedAt(studio, 'chat', event);
    const isSend = pressed === 'send';
    const isUp = pressed === 'back' && (text === '' || back > 0);
    const isDown = pressed === 'forward' && back > 0;
    if (isSend) send();
    if (isSend || ((isUp || isDown) && recall(isUp ? 1 : -1))) event.preventDefault();
  };

  if (current === null)
    return (
      <div className="chat-over">
        <span>{starting ? 'Starting…' : 'The talk has ended.'}</span>
        {!starting && (
          <Button variant="default" onClick={onTalk}>
            Talk again
          </Button>
        )}
      </div>
    );
  return (
    <div className="chat-input" data-off={isOff || undefined}>
      <textarea
        ref={field}
        rows={1}
        aria-label="Say something"
        readOnly={isOff}
        aria-disabled={isOff}
        placeholder={
          isOff
            ? offWords
            : waiting === 'confirmation'
              ? 'Yes or no?'
              : isAtDesk
                ? 'Say something to the person at the desk'
                : 'Say something'
        }
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setBack(0);
        }}
        onKeyDown={onKeyDown}
      />
      <IconButton
        className="chat-send"
        icon={ArrowUp}
        label="Send"
        shortcut="Enter"
        disabled={isOff || text.trim() === ''}
        onClick={send}
      />
    </div>
  );
}
