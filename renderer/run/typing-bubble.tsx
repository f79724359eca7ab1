import { Button } from '@mantine/core';
import { useRun, useStudio } from '../state/studio.ts';

/** The app is not done: what it waits for, and the way not to wait. */
export function TypingBubble() {
  const { run } = useStudio();
  const waiting = useRun((state) => state.waiting);
  const running = useRun((state) => state.calls.findLast((call) => call.asked !== null && call.settled === null)?.name);
  const isAsking = useRun((state) => state.consentFor !== null);
  const isWaiting = waiting === 'actions';
  return (
    <div className="bubble-row" data-side="app">
      <div className="bubble typing-bubble">
        <span className="typing-dots" aria-hidden>
          <i />
          <i />
          <i />
        </span>
        {isWaiting ? (
          <span>Waiting for {isAsking ? 'your answer below' : (running ?? 'an action')}</span>
        ) : (
          <span className="unseen">The app is answering</span>
        )}
        {isWaiting && (
          <Button variant="subtle" className="typing-cancel" onClick={() => void run.cancel()}>
            Cancel
          </Button>
        )}
      </div>
    </div>
  );
}
