import { Button } from '@mantine/core';
import { FlaskConical, Play, Radio, ShieldQuestion } from 'lucide-react';
import { actionArguments } from '../../../shared/actions/action-arguments.ts';
import type { Json } from '../../../shared/base/json.ts';
import { integrationOf, type ActionRecord } from '../../../shared/model/action-record.ts';
import { failureText } from '../../app/failure-text.ts';
import { useEditor, useRun } from '../../state/studio.ts';
import { ValueField } from '../conditions/value-field.tsx';
import { TroubleLine } from '../fields/field-frame.tsx';
import { Section } from '../fields/section.tsx';
import { TryResult } from './try-result.tsx';
import { useGivenArguments } from '../../actions/given-arguments.ts';
import { useActionTry, type Consent } from './use-action-try.ts';
import './try-section.css';

/** The action by itself: its arguments, a button, and what came back. */
export function TrySection({ action }: { readonly action: ActionRecord }) {
  const integrations = useEditor((state) => state.document.tables.integrations);
  const mode = useRun((state) => state.mode);
  const known = actionArguments(action, integrations.get(integrationOf(action) ?? '') ?? null);
  const [given, setGiven] = useGivenArguments(action.id);
  const { state, consent, start, answer, cancel } = useActionTry(action.id);
  const values = Object.fromEntries(
    known.flatMap(({ name }): [string, Json][] => {
      const value = Object.hasOwn(given, name) ? (given[name] ?? null) : null;
      return value === null || value === '' ? [] : [[name, value]];
    }),
  );
  const missing = known.filter(({ name, required }) => required && !Object.hasOwn(values, name));
  const Icon = mode === 'live' ? Radio : FlaskConical;
  return (
    <Section title="Try it" name="actions.try" startsOpen={false}>
      {known.map(({ name, type, required }) => (
        <ValueField
          key={name}
          label={name}
          meaning={`${type}${required ? '' : ', may be left out'}`}
          type={type}
          value={Object.hasOwn(given, name) ? (given[name] ?? null) : null}
          place={`try/${action.id}/${name}`}
          onValue={(value) => {
            setGiven({ ...given, [name]: value });
            return null;
          }}
        />
      ))}
      <div className="try-line">
        <Button
          variant="default"
          leftSection={<Play size={13} strokeWidth={2} aria-hidden />}
          loading={state.kind === 'running'}
          onClick={() => void start(values)}
        >
          Run
        </Button>
        {state.kind === 'running' && (
          <Button variant="default" onClick={cancel}>
            Cancel
          </Button>
        )}
        <span className="section-note try-mode">
          <Icon size={12} strokeWidth={2} aria-hidden />
          {mode === 'live' ? 'Live: calls the real service' : 'Mock: answers from the examples'}
        </span>
      </div>
      {missing.length > 0 && state.kind === 'idle' && (
        <p className="section-note">Still without a value: {missing.map(({ name }) => name).join(', ')}</p>
      )}
      {consent !== null && <ConsentQuestion consent={consent} onAnswer={answer} />}
      {state.kind === 'failed' && <TroubleLine trouble={{ severity: 'error', sentence: failureText(state.failure) }} />}
      {state.kind === 'done' && <TryResult result={state.result} />}
    </Section>
  );
}

type ConsentQuestionProps = { readonly consent: Consent; readonly onAnswer: (allowed: boolean) => void };

const ConsentQuestion = ({ consent: { origin, secret }, onAnswer }: ConsentQuestionProps) => (
  <div className="try-consent" role="group" aria-label="Permission to call">
    <p>
      <ShieldQuestion size={14} aria-hidden /> Parley wants to call <code data-selectable>{origin}</code> for this
      scenario
      {secret === null ? '.' : ` and send the secret “${secret}” there.`} Your answer is remembered.
    </p>
    <div className="try-line">
      <Button onClick={() => onAnswer(true)}>Allow</Button>
      <Button variant="default" onClick={() => onAnswer(false)}>
        Don’t
      </Button>
    </div>
  </div>
);
