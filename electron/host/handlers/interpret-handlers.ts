import { fail, succeed, type Result } from '../../../shared/base/result.ts';
import type { Failure } from '../../../shared/bridge/contract/failure.ts';
import type { BridgeHandlers } from '../../../shared/bridge/dispatch.ts';
import type { RunPorts } from '../host-ports.ts';
import { createEngineLink, type EngineLink } from '../run/engine-link.ts';

type InterpretMethod = Extract<keyof BridgeHandlers, `interpret.${string}`>;
export type InterpretHandlers = Pick<BridgeHandlers, InterpretMethod>;

/** Nobody has looked at how people are understood for so long: the process may go. The next wish starts another. */
const idleTime = 120_000;

/** What samples teach, measured and tried in an engine's process of its own, so that no talk waits for it. */
export function createInterpretHandlers(
  ports: Pick<RunPorts, 'emit' | 'startEngine' | 'onRelease'>,
): InterpretHandlers {
  let link: EngineLink | null = null;
  let atWork = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;

  const stop = (): void => {
    clearTimeout(idle);
    link?.stop();
    link = null;
  };
  ports.onRelease(stop);

  const ask = async <Value>(
    question: (to: EngineLink) => Promise<Result<Value | null, Failure>>,
  ): Promise<Result<Value, Failure>> => {
    clearTimeout(idle);
    link ??= createEngineLink(ports.startEngine, { hear: () => undefined, lose: () => (link = null) });
    atWork += 1;
    const answer = await question(link);
    atWork -= 1;
    if (atWork === 0 && link !== null) idle = setTimeout(stop, idleTime).unref();
    if (!answer.ok) return answer;
    return answer.value === null ? fail(cancelled) : succeed(answer.value);
  };

  return {
    'interpret.score': ({ text, seed }) =>
      ask((to) =>
        to.score({ kind: 'score', text, seed }, (done, total) =>
          ports.emit({ name: 'interpret.progressed', payload: { done, total } }),
        ),
      ),
    'interpret.try': ({ text, utterance, scope }) => ask((to) => to.try({ kind: 'try', text, utterance, scope })),
    'interpret.cancel': () => {
      link?.tell({ kind: 'stopInterpreting' });
      return Promise.resolve(succeed({}));
    },
  };
}

const cancelled: Failure = { code: 'interpret.cancelled', detail: '', path: '' };
