import { useEffect, useRef, useState } from 'react';
import type { JsonObject } from '../../../shared/base/json.ts';
import type { BridgeInput, BridgeOutput } from '../../../shared/bridge/contract/bridge-contract.ts';
import type { Failure } from '../../../shared/bridge/contract/failure.ts';
import { printScenario } from '../../../shared/persistence/print-scenario.ts';
import { lastTries, rememberTry } from '../../actions/last-tries.ts';
import { useStudio } from '../../state/studio.ts';
import type { TryTalk } from './try-talk.tsx';

export type TriedResult = BridgeOutput<'action.run'>;
export type ActionTry =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running' }
  /** `args` are those it ran with; empty when it ran before this form was opened. */
  | { readonly kind: 'done'; readonly result: TriedResult; readonly args: JsonObject }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** The host asks before this scenario calls an address for the first time. */
export type Consent = { readonly run: string; readonly origin: string; readonly secret: string | null };

/** Runs one action by itself, in the mode, world and environment that are chosen for talks. */
export function useActionTry(action: string) {
  const { host, editor, run } = useStudio();
  const [state, setState] = useState<ActionTry>(() => {
    const last = lastTries(editor).getState().get(action);
    return last === undefined ? { kind: 'idle' } : { kind: 'done', result: last.result, args: {} };
  });
  const [consent, setConsent] = useState<Consent | null>(null);
  const tries = useRef(0);
  const running = useRef<string | null>(null);
  const isRunning = state.kind === 'running';

  useEffect(() => {
    if (!isRunning) return undefined;
    return host.onEvent((event) => {
      if (event.name !== 'run.consentAsked' || event.payload.run !== running.current) return;
      const { run: own, origin, secret } = event.payload;
      setConsent({ run: own, origin, secret: secret ?? null });
    });
  }, [host, isRunning]);
  useEffect(
    () => () => {
      tries.current += 1;
    },
    [],
  );

  const start = async (args: JsonObject, talk: TryTalk): Promise<void> => {
    tries.current += 1;
    const mine = tries.current;
    setState({ kind: 'running' });
    // A name of its own, so that it can be stopped, and that what is asked meanwhile is known to be about it.
    const runId = `run-try-${Date.now().toString(36)}-${mine}`;
    running.current = runId;
    const { document, openFile, repairedFrom } = editor.getState();
    const file = (openFile ?? repairedFrom)?.file ?? null;
    const { mode, world, environment, run: current } = run.getState();
    const chosen = { mode, world, environment, run: runId, ...talkOf(talk, current) };
    const text = printScenario(document);
    const reply = await host.call('action.run', { text, file, action, arguments: args, ...chosen });
    if (mine !== tries.current) return;
    setConsent(null);
    const tried = document.tables.actions.get(action);
    if (reply.ok && tried !== undefined) rememberTry(editor, tried, reply.value);
    setState(reply.ok ? { kind: 'done', result: reply.value, args } : { kind: 'failed', failure: reply.failure });
  };
  const answer = (allowed: boolean): void => {
    if (consent === null) return;
    setConsent(null);
    void host.call('run.consent', { run: consent.run, origin: consent.origin, allowed });
  };
  /** What runs on the other side is stopped, and says so in its result. */
  const cancel = (): void => {
    if (running.current !== null) void host.call('action.cancel', { run: running.current });
  };
  return { state, consent, start, answer, cancel };
}

function talkOf(talk: TryTalk, current: string | null): Pick<BridgeInput<'action.run'>, 'talk'> {
  if (talk.kind === 'session') return { talk: { kind: 'session', text: talk.text } };
  return talk.kind === 'run' && current !== null ? { talk: { kind: 'run', run: current } } : {};
}
