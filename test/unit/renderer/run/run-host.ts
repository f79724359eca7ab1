import { fail, succeed } from '../../../../shared/base/result.ts';
import type { HostClient } from '../../../../shared/bridge/client.ts';
import type { HostEvent } from '../../../../shared/bridge/contract/event-contract.ts';
import type { RunMode } from '../../../../shared/bridge/contract/run-contract.ts';
import { pickMock, mockResult } from '../../../../shared/actions/pick-mock.ts';
import type { Effect, EffectResult } from '../../../../shared/engine/effect.ts';
import { childIds } from '../../../../shared/model/document.ts';
import { readScenario } from '../../../../shared/persistence/read-scenario.ts';
import { compileScenario } from '../../../../shared/program/compile-scenario.ts';
import type { Program } from '../../../../shared/program/program.ts';
import { failedResult } from '../../../../shared/runtime/perform-effect.ts';
import { createRunSession, type RunSession } from '../../../../shared/runtime/run-session.ts';

export type RunHost = HostClient & {
  /** What was asked of it, in order. */
  readonly calls: readonly { readonly method: string; readonly input: unknown }[];
  readonly emit: (event: HostEvent) => void;
  /** Settles when everything that was asked has been answered. */
  readonly idle: () => Promise<void>;
};

type RunHostOptions = {
  /** Answers an action instead of its examples. */
  readonly answer?: (effect: Effect, mode: RunMode) => Promise<EffectResult> | null;
  readonly now?: () => number;
};

type Inputs = Readonly<Record<string, never>> & {
  readonly run: string;
  readonly text: string;
  readonly mode: RunMode;
  readonly seed: number;
  readonly utterance: Parameters<RunSession['say']>[0];
  readonly approved: boolean;
  readonly reference: string;
  readonly value: Parameters<RunSession['set']>[1];
};

/** A host that runs talks with the real engine, in this process; actions answer from their examples. */
export function createRunHost({ answer = () => null, now = steadyClock() }: RunHostOptions = {}): RunHost {
  const listeners = new Set<(event: HostEvent) => void>();
  const calls: { method: string; input: unknown }[] = [];
  let runs = 0;
  let session: RunSession | null = null;
  let program: Program | null = null;
  let mode: RunMode = 'mock';
  let pending: Promise<unknown> = Promise.resolve();
  const emit = (event: HostEvent): void => {
    for (const listener of listeners) listener(structuredClone(event));
  };

  const mocked = async (effect: Effect): Promise<EffectResult> => {
    if (effect.kind !== 'action.run') return failedResult('unknownAction', 'Only actions are played here.', 0);
    const document = program?.document;
    const action = document?.tables.actions.get(effect.action);
    if (document === undefined || action === undefined) return failedResult('unknownAction', 'No such action.', 0);
    const mocks = childIds(document, action.id).flatMap((id) => document.tables.mocks.get(id) ?? []);
    const mock = pickMock(mocks, effect.arguments);
    return mock === null ? failedResult('noMock', 'No example fits these arguments.', 0) : mockResult(action, mock);
  };

  const start = ({ text, mode: chosen, seed }: Inputs): string | null => {
    const read = readScenario(text);
    if (!read.ok) return null;
    runs += 1;
    mode = chosen;
    const run = `run-${runs}`;
    program = compileScenario(read.value.document);
    session = createRunSession({
      program,
      ports: { now, runAction: (effect) => answer(effect, mode) ?? mocked(effect) },
      open: { session: run, user: 'designer', userAttributes: {}, attributes: {}, seed, permissionLevel: 100 },
      onTrace: (events) => emit({ name: 'run.traced', payload: { run, events } }),
      onMessages: (messages) => emit({ name: 'run.replied', payload: { run, messages } }),
      onWaiting: (waiting) => emit({ name: 'run.waited', payload: { run, waiting, mode } }),
      record: false,
    });
    return run;
  };

  const answers: Record<string, (input: Inputs) => unknown> = {
    'run.start': (input) => {
      const run = start(input);
      return run === null ? null : { run, program: program?.hash };
    },
    'run.reload': ({ text }) => {
      const read = readScenario(text);
      if (!read.ok) return null;
      program = compileScenario(read.value.document);
      session?.reload(program);
      return { program: program.hash };
    },
    'run.say': ({ utterance }) => void (pending = session?.say(utterance) ?? pending),
    'run.confirm': ({ approved }) => void (pending = session?.confirm(approved) ?? pending),
    'run.set': ({ reference, value }) => session?.set(reference, value),
    'run.setMode': (input) => void (mode = input.mode),
    'run.cancel': () => void (pending = session?.cancel() ?? pending),
    'run.stop': () => void session?.close(),
  };

  return {
    calls,
    emit,
    idle: async () => {
      await pending;
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    call: async (method, input) => {
      calls.push({ method, input });
      const value = answers[method]?.(input as unknown as Inputs);
      if (value === null) return fail({ code: 'run.invalidScenario', detail: '', path: '' });
      return succeed((value ?? {}) as never);
    },
  };
}

/** Every look at it is a millisecond later. */
function steadyClock(): () => number {
  let at = Date.UTC(2026, 0, 5, 9);
  return () => (at += 1);
}
