import { Button } from '@mantine/core';
import { CornerUpLeft, Send } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { BridgeDeskTalk } from '../../shared/bridge/contract/desk-contract.ts';
import type { BridgeInput } from '../../shared/bridge/contract/bridge-contract.ts';
import { visibleLines } from '../../shared/explain/visible-lines.ts';
import { showFailure } from '../app/files/show-failure.ts';
import { useStudio } from '../state/studio.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { refreshDesk } from './desk-store.ts';

const speakers = { USER: 'User', APP: 'App', AGENT: 'You' } as const;

/** One talk at the desk: what was said so far, what the person is told first, and the way to answer and give it back. */
export function DeskTalk({ talk }: { readonly talk: BridgeDeskTalk }) {
  const studio = useStudio();
  const { host, ui } = studio;
  const [text, setText] = useState('');
  const log = useRef<HTMLDivElement>(null);
  const { session, note, lines } = talk;
  useLayoutEffect(() => {
    if (log.current !== null) log.current.scrollTop = log.current.scrollHeight;
  });

  const ask = async <Method extends 'desk.say' | 'desk.giveBack'>(method: Method, input: BridgeInput<Method>) => {
    const reply = await host.call(method, input);
    if (!reply.ok) return showFailure(studio, reply.failure);
    if (reply.value.problem === null) return;
    ui.notify('bad', reply.value.problem);
    await refreshDesk(host);
  };
  const say = (): void => {
    const said = text.trim();
    if (said === '') return;
    setText('');
    void ask('desk.say', { run: session, text: said });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    say();
  };
  return (
    <section className="desk-talk" aria-label="The talk at the desk">
      {note !== '' && (
        <p className="desk-note" data-selectable>
          <b>Note</b> {visibleLines(note)}
        </p>
      )}
      <div className="desk-lines" ref={log} role="log" aria-label="Lines of the talk at the desk" tabIndex={0}>
        {lines.map((line, index) => (
          // Lines are only ever added.
          <p key={index} data-speaker={line.speaker} data-selectable>
            <b>{speakers[line.speaker]}</b> <span dir="auto">{visibleLines(line.text)}</span>
          </p>
        ))}
      </div>
      <div className="desk-answer">
        <textarea
          className="control"
          rows={1}
          aria-label="Answer as the person at the desk"
          placeholder="Answer as the person at the desk"
          maxLength={20_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <IconButton icon={Send} label="Say it" shortcut="Enter" disabled={text.trim() === ''} onClick={say} />
        <Button
          variant="default"
          leftSection={<CornerUpLeft size={13} strokeWidth={2} aria-hidden />}
          onClick={() => void ask('desk.giveBack', { run: session })}
        >
          Give back
        </Button>
      </div>
    </section>
  );
}
