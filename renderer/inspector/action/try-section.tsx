import { Button } from '@mantine/core';
import { FlaskConical, Play, Radio, Square } from 'lucide-react';
import { useState } from 'react';
import { actionArguments } from '../../../shared/actions/action-arguments.ts';
import type { Json } from '../../../shared/base/json.ts';
import { integrationOf, isDoneByEngine, type ActionRecord } from '../../../shared/model/action-record.ts';
import { useGivenArguments } from '../../actions/given-arguments.ts';
import { failureText } from '../../app/failure-text.ts';
import { useEditor, useRun } from '../../state/studio.ts';
import { WorldChoice } from '../../worlds/world-choice.tsx';
import { TroubleLine } from '../fields/field-frame.tsx';
import { Section } from '../fields/section.tsx';
import { TryArguments } from './try-arguments.tsx';
import { TryConsent } from './try-consent.tsx';
import { TryResult } from './try-result.tsx';
import { TryTalkField, type TryTalk } from './try-talk.tsx';
import { useActionTry } from './use-action-try.ts';
import './try-section.css';

/** The action by itself: its arguments, a button, and what came back. */
export function TrySection({ action }: { readonly action: ActionRecord }) {
  const integrations = useEditor((state) => state.document.tables.integrations);
  const known = actionArguments(action, integrations.get(integrationOf(action) ?? '') ?? null);
  const [given, setGiven] = useGivenArguments(action.id);
  const [talk, setTalk] = useState<TryTalk>({ kind: 'none' });
  const { state, consent, start, answer, cancel } = useActionTry(action.id);
  const values = Object.fromEntries(
    known.flatMap(({ name }): [string, Json][] => {
      const value = Object.hasOwn(given, name) ? (given[name] ?? null) : null;
      return value === null || value === '' ? [] : [[name, value]];
    }),
  );
  const missing = known.filter(({ name, required }) => required && !Object.hasOwn(values, name));
  const isRunning = state.kind === 'running';
  return (
    <Section title="Try it" name="actions.try" startsOpen={false}>
      <TryArguments action={action.id} known={known} given={given} onGiven={setGiven} />
      <TryTalkField value={talk} onChoose={setTalk} />
      <div className="try-line">
        <Button
          leftSection={<Play size={13} fill="currentColor" aria-hidden />}
          loading={isRunning}
          onClick={() => void start(values, talk)}
        >
          Run
        </Button>
        {isRunning && (
          <Button variant="default" leftSection={<Square size={12} aria-hidden />} onClick={cancel}>
            Cancel
          </Button>
        )}
        <TryMode isWorkedOut={isDoneByEngine(action)} />
      </div>
      {missing.length > 0 && state.kind === 'idle' && (
        <p className="section-note">Still without a value: {missing.map(({ name }) => name).join(', ')}</p>
      )}
      {consent !== null && <TryConsent consent={consent} onAnswer={answer} />}
      {state.kind === 'failed' && <TroubleLine trouble={{ severity: 'error', sentence: failureText(state.failure) }} />}
      {state.kind === 'done' && <TryResult action={action} result={state.result} args={state.args} />}
    </Section>
  );
}

/** Who answers. What Parley works out by itself needs nobody. */
function TryMode({ isWorkedOut }: { readonly isWorkedOut: boolean }) {
  const mode = useRun((state) => state.mode);
  if (isWorkedOut) return <span className="section-note try-mode">Worked out here; nobody is called</span>;
  const Icon = mode === 'live' ? Radio : FlaskConical;
  return (
    <>
      <span className="section-note try-mode">
        <Icon size={12} strokeWidth={2} aria-hidden />
        {mode === 'live' ? 'Live: calls the real service' : 'Mock: answers from the examples'}
      </span>
      <WorldChoice />
    </>
  );
}
