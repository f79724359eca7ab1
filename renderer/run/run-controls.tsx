import { Button } from '@mantine/core';
import { Play, RotateCcw, Square } from 'lucide-react';
import { findAction, runAction } from '../app/actions/all-actions.ts';
import { shortcutText } from '../app/actions/shortcut.ts';
import type { RunState } from '../state/run-store.ts';
import { useRun, useStudio } from '../state/studio.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { ModeSwitch } from './mode-switch.tsx';
import { isAnswering } from './open-replies.ts';
import { useSpaceToTalk } from './use-space-to-talk.ts';
import './run-controls.css';

/** Begin, begin again, end; and who answers for the outside world. */
export function RunControls() {
  const studio = useStudio();
  const isRunning = useRun((state) => state.run !== null);
  const starting = useRun((state) => state.starting);
  useSpaceToTalk(studio);
  const act = (id: string) => () => {
    const action = findAction(studio, id);
    if (action !== undefined) runAction(studio, action);
  };
  const keys = (id: string): string | undefined => {
    const shortcut = findAction(studio, id)?.shortcut ?? null;
    return shortcut === null ? undefined : shortcutText(shortcut, studio.platform);
  };
  return (
    <div className="run-controls" role="group" aria-label="Talk">
      <RunStatus />
      <ModeSwitch />
      {isRunning ? (
        <>
          <IconButton
            className="run-stop"
            icon={Square}
            label="End the talk"
            shortcut={keys('run.stop')}
            onClick={act('run.stop')}
          />
          {/* Last, where Talk was: what comes under a pointer that just pressed it must not end the talk. */}
          <Button
            variant="default"
            leftSection={<RotateCcw size={13} aria-hidden />}
            title={keys('run.restart')}
            onClick={act('run.restart')}
          >
            Restart
          </Button>
        </>
      ) : (
        <Button
          leftSection={<Play size={13} fill="currentColor" aria-hidden />}
          title={keys('run.talk')}
          loading={starting}
          onClick={act('run.talk')}
        >
          Talk
        </Button>
      )}
    </div>
  );
}

const statusWords = {
  user: 'Your turn',
  answering: 'Answering',
  actions: 'Waiting for an action',
  confirmation: 'Waiting for yes or no',
} as const;

/** It is nobody's turn before the answer has been seen whole. */
const statusOf = (state: RunState): keyof typeof statusWords | null => {
  if (state.consentFor !== null) return 'confirmation';
  return state.waiting !== null && state.waiting !== 'actions' && isAnswering(state) ? 'answering' : state.waiting;
};

/** Whose turn it is, for those who watch and for those who listen. */
function RunStatus() {
  const waiting = useRun(statusOf);
  const isAtDesk = useRun((state) => state.isAtDesk);
  if (waiting === null) return null;
  return (
    <span className="run-status" data-waiting={waiting} role="status">
      <span className="run-status-dot" aria-hidden />
      {isAtDesk && waiting === 'user' ? 'At the desk' : statusWords[waiting]}
    </span>
  );
}
