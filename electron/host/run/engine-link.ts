import { assertNever } from '../../../shared/base/assert-never.ts';
import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { Failure } from '../../../shared/bridge/contract/failure.ts';
import type { EffectSetting } from '../../../shared/runtime/effect-setting.ts';
import type { AboutScenario, FromEngine, ToEngine } from '../../../shared/runtime/engine-messages.ts';
import type { UnderstandingScore } from '../../../shared/understanding/score-schema.ts';
import type { Trial } from '../../../shared/understanding/trial-schema.ts';
import type { StartEngine } from '../host-ports.ts';

/** What an engine says without being asked. */
export type EngineNews = Exclude<FromEngine, Answer | { kind: 'refused' | 'scoring' | 'faulted' }>;

/** One engine process, with questions that get answers. */
export type EngineLink = {
  readonly tell: (message: Exclude<ToEngine, { readonly request: number }>) => void;
  readonly compile: (message: Asked<'start' | 'reload'>) => Promise<Result<Compiled, Failure>>;
  readonly describe: (message: Asked<'describe'>) => Promise<Result<EffectSetting | null, Failure>>;
  /** Takes as long as the actions take that it asks for. */
  readonly alone: (message: Asked<'alone'>) => Promise<Result<EndedAlone, Failure>>;
  /** Null: stopped, by a newer one or by `stopInterpreting`. */
  readonly score: (
    message: Asked<'score'>,
    onProgress: (done: number, total: number) => void,
  ) => Promise<Result<UnderstandingScore | null, Failure>>;
  readonly try: (message: Asked<'try'>) => Promise<Result<Trial | null, Failure>>;
  /** Ends the process; nothing is heard of it any more. */
  readonly stop: () => void;
};
type Asked<Kind extends ToEngine['kind']> = Kind extends unknown
  ? Omit<Extract<ToEngine, { kind: Kind }>, 'request'>
  : never;
export type Compiled = { readonly program: string; readonly about: AboutScenario };
type Answer = Extract<FromEngine, { kind: 'compiled' | 'described' | 'ended' | 'scored' | 'tried' }>;
export type EndedAlone = Pick<Extract<FromEngine, { kind: 'ended' }>, 'result' | 'trace'>;
type Pending = {
  readonly settle: (answer: Result<Answer, Failure>) => void;
  /** It is still at work, and this far. */
  readonly progress: (done: number, total: number) => void;
};

/** Reading and compiling the largest scenario takes well under a second; a process this silent is not coming back. */
const patience = 30_000;

export type EngineListener = {
  readonly hear: (news: EngineNews) => void;
  /** It ended although nobody stopped it, or found a fault in itself. Told once. */
  readonly lose: (failure: Failure) => void;
};

export function createEngineLink(start: StartEngine, listener: EngineListener): EngineLink {
  const engine = start();
  const asked = new Map<number, Pending>();
  let requests = 0;
  let isOver = false;

  const end = (failure: Failure): void => {
    isOver = true;
    engine.stop();
    for (const { settle } of asked.values()) settle(fail(failure));
    asked.clear();
  };
  const lose = (detail: string): void => {
    if (isOver) return;
    const failure: Failure = { code: 'run.crashed', detail, path: '' };
    end(failure);
    listener.lose(failure);
  };
  engine.onExit(() => lose('The process of the engine ended.'));
  engine.onMessage((message) => {
    if (!isOver) sort(message as FromEngine, asked, listener.hear, lose);
  });

  const ask = (message: Question, onProgress: Pending['progress'] = ignore): Promise<Result<Answer, Failure>> =>
    new Promise((resolve) => {
      if (isOver) return resolve(fail(gone));
      const request = (requests += 1);
      const giveUp = (): void => lose('The engine did not answer.');
      const { settle, progress } =
        message.kind === 'alone' ? { settle: resolve, progress: onProgress } : waitFor(giveUp, resolve, onProgress);
      asked.set(request, {
        settle: (answer) => {
          asked.delete(request);
          settle(answer);
        },
        progress,
      });
      engine.post({ ...message, request });
    });

  return {
    tell: (message) => {
      if (!isOver) engine.post(message);
    },
    compile: async (message) => programOf(await ask(message)),
    describe: async (message) => settingOf(await ask(message)),
    alone: async (message) => endedOf(await ask(message)),
    score: async (message, onProgress) => {
      const answer = await ask(message, onProgress);
      if (!answer.ok) return answer;
      return answer.value.kind === 'scored' ? succeed(answer.value.score) : fail(gone);
    },
    try: async (message) => {
      const answer = await ask(message);
      if (!answer.ok) return answer;
      return answer.value.kind === 'tried' ? succeed(answer.value.trial) : fail(gone);
    },
    stop: () => {
      if (!isOver) end(gone);
    },
  };
}

type Question = Asked<'start' | 'reload' | 'describe' | 'alone' | 'score' | 'try'>;
const ignore = (): void => undefined;

/** Patience is for silence: whoever says how far it is may take as long as it takes. */
function waitFor(giveUp: () => void, settle: Pending['settle'], onProgress: Pending['progress']): Pending {
  const wait = () => setTimeout(giveUp, patience);
  let timer = wait();
  return {
    settle: (answer) => {
      clearTimeout(timer);
      settle(answer);
    },
    progress: (done, total) => {
      clearTimeout(timer);
      timer = wait();
      onProgress(done, total);
    },
  };
}

const gone: Failure = { code: 'run.notFound', detail: 'The run has ended.', path: '' };

function sort(
  message: FromEngine,
  asked: ReadonlyMap<number, Pending>,
  hear: (news: EngineNews) => void,
  lose: (detail: string) => void,
): void {
  switch (message.kind) {
    case 'compiled':
    case 'described':
    case 'ended':
    case 'scored':
    case 'tried':
    case 'refused':
      return asked
        .get(message.request)
        ?.settle(
          message.kind === 'refused'
            ? fail({ code: 'run.invalidScenario', detail: message.sentence, path: '' })
            : succeed(message),
        );
    case 'scoring':
      return asked.get(message.request)?.progress(message.done, message.total);
    case 'faulted':
      return lose(message.sentence);
    case 'effect':
    case 'interpret':
    case 'effectCancelled':
    case 'traced':
    case 'replied':
    case 'waiting':
      return hear(message);
    default:
      return assertNever(message);
  }
}

function programOf(answer: Result<Answer, Failure>): Result<Compiled, Failure> {
  if (!answer.ok) return answer;
  const { value } = answer;
  return value.kind === 'compiled' ? succeed({ program: value.program, about: value.about }) : fail(gone);
}

function endedOf(answer: Result<Answer, Failure>): Result<EndedAlone, Failure> {
  if (!answer.ok) return answer;
  return answer.value.kind === 'ended' ? succeed(answer.value) : fail(gone);
}

function settingOf(answer: Result<Answer, Failure>): Result<EffectSetting | null, Failure> {
  if (!answer.ok) return answer;
  return answer.value.kind === 'described' ? succeed(answer.value.setting) : fail(gone);
}
