import { assertNever } from '../../../shared/base/assert-never.ts';
import type { JsonObject } from '../../../shared/base/json.ts';
import type { Result } from '../../../shared/base/result.ts';
import type { Waiting } from '../../../shared/bridge/contract/event-contract.ts';
import type { Failure } from '../../../shared/bridge/contract/failure.ts';
import type { RunMode } from '../../../shared/bridge/contract/run-contract.ts';
import type { Effect } from '../../../shared/engine/effect.ts';
import type { EffectSetting } from '../../../shared/runtime/effect-setting.ts';
import type { ActionPerformer } from '../effects/action-performer.ts';
import type { RunPorts } from '../host-ports.ts';
import type { ConsentDesk } from './consent-desk.ts';
import { createEngineLink, type EngineLink, type EngineNews } from './engine-link.ts';
import { createEventBatch } from './event-batch.ts';

/** One talk under way: an engine in its own process, the actions it asks for, and what the page is told. */
export type HostedRun = {
  readonly start: (how: {
    readonly text: string;
    readonly seed: number;
    readonly attributes: JsonObject;
  }) => Promise<Result<{ readonly program: string }, Failure>>;
  readonly reload: (text: string) => Promise<Result<{ readonly program: string }, Failure>>;
  readonly tell: EngineLink['tell'];
  readonly mode: () => RunMode;
  readonly setMode: (mode: RunMode) => void;
  readonly consent: ConsentDesk;
  /** Ends everything of it: process, running actions, connections, events. */
  readonly stop: () => Promise<void>;
};

export type RunParts = {
  readonly run: string;
  readonly mode: RunMode;
  readonly consent: ConsentDesk;
  readonly createPerformer: (mode: () => RunMode) => ActionPerformer;
  readonly onEnd: () => void;
};

export function createHostedRun(ports: Pick<RunPorts, 'emit' | 'startEngine' | 'reportFault'>, parts: RunParts): HostedRun {
  const { run } = parts;
  const batch = createEventBatch(run, ports.emit);
  const running = new Map<string, AbortController>();
  let { mode } = parts;
  let waiting: Waiting = 'user';
  const performer = parts.createPerformer(() => mode);

  const perform = (effect: Effect, setting: EffectSetting | null): void => {
    const stop = new AbortController();
    running.set(effect.id, stop);
    void performer
      .run(effect, setting, stop.signal)
      .catch((fault: unknown) => {
        ports.reportFault(fault);
        return crashed;
      })
      .then((result) => {
        running.delete(effect.id);
        link.tell({ kind: 'settled', effect: effect.id, result });
      });
  };
  const tellWaiting = (): void => batch.then({ name: 'run.waited', payload: { run, waiting, mode } });
  const hear = (news: EngineNews): void => {
    switch (news.kind) {
      case 'traced':
        return batch.trace(news.events);
      case 'replied':
        return batch.reply(news.messages);
      case 'effect':
        return perform(news.effect, news.setting);
      case 'effectCancelled':
        return running.get(news.effect)?.abort();
      case 'waiting':
        waiting = news.waiting;
        return tellWaiting();
      default:
        return assertNever(news);
    }
  };
  const release = (): Promise<void> => {
    for (const stop of running.values()) stop.abort();
    batch.close();
    parts.onEnd();
    return performer.close();
  };
  const link = createEngineLink(ports.startEngine, {
    hear,
    lose: (failure) => {
      batch.then({ name: 'run.failed', payload: { run, failure } });
      void release();
    },
  });

  return {
    start: ({ text, seed, attributes }) =>
      link.compile({ kind: 'start', text, session: run, user: 'designer', seed, attributes }),
    reload: (text) => link.compile({ kind: 'reload', text }),
    tell: link.tell,
    mode: () => mode,
    setMode: (next) => {
      mode = next;
      tellWaiting();
    },
    consent: parts.consent,
    stop: () => {
      link.stop();
      return release();
    },
  };
}

/** A fault of ours while performing must not leave the talk waiting for ever. */
const crashed = {
  outcome: 'failed',
  origin: 'live',
  outputs: {},
  failure: 'connectionFailed',
  detail: 'This is a fault in Parley; the action was not carried out.',
  status: null,
  duration: 0,
  attempts: 0,
  request: null,
  response: null,
} as const;
