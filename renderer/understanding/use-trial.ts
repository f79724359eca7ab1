import { useEffect, useState } from 'react';
import type { Failure } from '../../shared/bridge/contract/failure.ts';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import type { Trial, TrialScope } from '../../shared/understanding/trial-schema.ts';
import { useStudio } from '../state/studio.ts';
import { askHost } from './ask-host.ts';

/** A breath between two letters; while it is shorter nobody reads the answer. */
const pause = 120;

export type TrialView = {
  /** Of the text before, until the new one is answered. */
  readonly trial: Trial | null;
  readonly failure: Failure | null;
  readonly isStale: boolean;
};

type Answered = { readonly question: string; readonly trial: Trial | null; readonly failure: Failure | null };
const nothing: Answered = { question: '', trial: null, failure: null };

/** What a text would mean, answered as it is typed and again after every edit. */
export function useTrial(isShown: boolean, text: string, scope: TrialScope, version: number): TrialView {
  const { host, editor } = useStudio();
  const [answered, setAnswered] = useState(nothing);
  const utterance = text.trim();
  const question = utterance === '' ? '' : JSON.stringify([utterance, scope, version]);
  useEffect(() => {
    if (question === '' || !isShown) return undefined;
    let isLate = false;
    const timer = setTimeout(() => {
      const [said, chosen] = JSON.parse(question) as [string, TrialScope];
      const scenario = printScenario(editor.getState().document);
      const input = { text: scenario, utterance: said, scope: chosen };
      void askHost(host, 'interpret.try', input).then((reply) => {
        if (isLate) return;
        setAnswered(
          reply.ok
            ? { question, trial: reply.value, failure: null }
            : { question, trial: null, failure: reply.failure },
        );
      });
    }, pause);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [host, editor, isShown, question]);
  if (question === '') return { trial: null, failure: null, isStale: false };
  return { trial: answered.trial, failure: answered.failure, isStale: answered.question !== question };
}
