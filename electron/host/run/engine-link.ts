import { assertNever } from '../../../shared/base/assert-never.ts';
import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { Failure } from '../../../shared/bridge/contract/failure.ts';
import type { EffectSetting } from '../../../shared/runtime/effect-setting.ts';
import type { FromEngine, ToEngine } from '../../../shared/runtime/engine-messages.ts';
import type { StartEngine } from '../host-ports.ts';

/** What an engine says without being asked. */
export type EngineNews = Exclude<FromEngine, { kind: 'compiled' | 'refused' | 'described' | 'faulted' }>;

/** One engine process, with questions that get answers. */
export type EngineLink = {
  readonly tell: (message: Exclude<ToEngine, { readonly request: number }>) => void;
  readonly compile: (message: Asked<'start' | 'reload'>) => Promise<Result<{ readonly program: string }, Failure>>;
  readonly describe: (message: Asked<'describe'>) => Promise<Result<EffectSetting | null, Failure>>;
  /** Ends the process; nothing is heard of it any more. */
  readonly stop: () => void;
};
type Asked<Kind extends ToEngine['kind']> = Kind extends unknown
  ? Omit<Extract<ToEngine, { kind: Kind }>, 'request'>
  : never;
type Answer = Extract<FromEngine, { kind: 'compiled' | 'refused' | 'described' }>;

/** Reading and compiling the largest scenario takes well under a second; a process this silent is not coming back. */
const patience = 30_000;

export type EngineListener = {
  readonly hear: (news: EngineNews) => void;
  /** It ended although nobody stopped it, or found a fault in itself. Told once. */
  readonly lose: (failure: Failure) => void;
};

export function createEngineLink(start: StartEngine, listener: EngineListener): EngineLink {
  const engine = start();
  const asked = new Map<number, (answer: Result<Answer, Failure>) => void>();
  let requests = 0;
  let isOver = false;

  const end = (failure: Failure): void => {
    isOver = true;
    engine.stop();
    for (const settle of asked.values()) settle(fail(failure));
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

  const ask = (message: Asked<'start' | 'reload' | 'describe'>): Promise<Result<Answer, Failure>> =>
    new Promise((resolve) => {
      if (isOver) return resolve(fail(gone));
      const request = (requests += 1);
      const timer = setTimeout(() => lose('The engine did not answer.'), patience);
      asked.set(request, (answer) => {
        clearTimeout(timer);
        asked.delete(request);
        resolve(answer);
      });
      engine.post({ ...message, request });
    });

  return {
    tell: (message) => {
      if (!isOver) engine.post(message);
    },
    compile: async (message) => programOf(await ask(message)),
    describe: async (message) => settingOf(await ask(message)),
    stop: () => {
      if (!isOver) end(gone);
    },
  };
}

const gone: Failure = { code: 'run.notFound', detail: 'The run has ended.', path: '' };

function sort(
  message: FromEngine,
  asked: ReadonlyMap<number, (answer: Result<Answer, Failure>) => void>,
  hear: (news: EngineNews) => void,
  lose: (detail: string) => void,
): void {
  switch (message.kind) {
    case 'compiled':
    case 'described':
    case 'refused':
      return asked.get(message.request)?.(
        message.kind === 'refused'
          ? fail({ code: 'run.invalidScenario', detail: message.sentence, path: '' })
          : succeed(message),
      );
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

function programOf(answer: Result<Answer, Failure>): Result<{ readonly program: string }, Failure> {
  if (!answer.ok) return answer;
  return answer.value.kind === 'compiled' ? succeed({ program: answer.value.program }) : fail(gone);
}

function settingOf(answer: Result<Answer, Failure>): Result<EffectSetting | null, Failure> {
  if (!answer.ok) return answer;
  return answer.value.kind === 'described' ? succeed(answer.value.setting) : fail(gone);
}
