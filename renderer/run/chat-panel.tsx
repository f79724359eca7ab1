import { MessagesSquare, RotateCcw } from 'lucide-react';
import { findAction, runAction } from '../app/actions/all-actions.ts';
import { failureText } from '../app/failure-text.ts';
import { useKeysOf } from '../app/use-keys-of.ts';
import type { KeyboardEvent } from 'react';
import { pressedAt } from '../app/actions/place-keys.ts';
import { useRun, useStudio, type Studio } from '../state/studio.ts';
import type { Edits } from '../state/run-store.ts';
import { WorldBar } from '../worlds/world-choice.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { ChatInput } from './chat-input.tsx';
import { ChatLog } from './chat-log.tsx';
import { ConsentCard } from './consent-card.tsx';
import { KeepAsTest } from './keep-as-test.tsx';
import { OriginBadge } from './origin-badge.tsx';
import { SuggestionChips } from './suggestion-chips.tsx';
import './chat-panel.css';

/** The talk as a user would have it. */
export function ChatPanel() {
  const studio = useStudio();
  const hasTalk = useRun((state) => state.run !== null || state.starting || state.bubbles.length > 0);
  const isRunning = useRun((state) => state.run !== null);
  const failure = useRun((state) => state.failure);
  const act = (id: string): void => {
    const action = findAction(studio, id);
    if (action !== undefined) runAction(studio, action);
  };
  const alert = failure !== null && (
    <p className="chat-failure" role="alert">
      {failureText(failure)}
    </p>
  );
  if (!hasTalk)
    return (
      <section className="chat" aria-label="Talk">
        {alert}
        <EmptyState
          icon={MessagesSquare}
          sentence="Talk to the scenario as a user would, and see on the canvas why it answers."
          button={{ label: 'Talk', onPress: () => act('run.talk') }}
        />
      </section>
    );
  return (
    <section className="chat" aria-label="Talk" onKeyDown={(event) => askWhy(studio, event)}>
      <ChatHeader onRestart={() => act(isRunning ? 'run.restart' : 'run.talk')} />
      <WorldBar />
      <ChatLog />
      {alert}
      <ConsentCard />
      {isRunning && <SuggestionChips />}
      <ChatInput onTalk={() => act('run.talk')} />
    </section>
  );
}

/** Asks why of the newest answer, from wherever one is in the talk. */
function askWhy(studio: Studio, event: KeyboardEvent<HTMLElement>): void {
  if (pressedAt(studio, 'chat', event) !== 'why') return;
  event.preventDefault();
  event.stopPropagation();
  const asked = [...event.currentTarget.querySelectorAll<HTMLElement>('.why-button')].at(-1);
  asked?.focus();
  asked?.click();
}

const editWords: Readonly<Record<Edits, string>> = {
  none: '',
  waiting: 'Taking over your edits…',
  used: 'Uses your latest edits',
  refused: 'Your latest edits have errors; talking as before them',
};

function ChatHeader({ onRestart }: { onRestart: () => void }) {
  const keysOf = useKeysOf();
  const mode = useRun((state) => state.mode);
  const edits = useRun((state) => (state.run === null ? 'none' : state.edits));
  return (
    <div className="chat-header">
      <OriginBadge origin={mode === 'live' ? 'live' : 'mocked'} />
      <span className="chat-header-words" data-edits={edits} role="status">
        {editWords[edits] === ''
          ? mode === 'live'
            ? 'Real services answer'
            : 'Examples, nobody is called'
          : editWords[edits]}
      </span>
      <KeepAsTest />
      <IconButton icon={RotateCcw} label="Restart the talk" shortcut={keysOf('run.restart')} onClick={onRestart} />
    </div>
  );
}
