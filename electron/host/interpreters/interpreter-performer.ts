import type { RunMode } from '../../../shared/bridge/contract/run-contract.ts';
import type { ActionFailure, EffectResult } from '../../../shared/engine/effect.ts';
import { createSampleAnswers } from '../../../shared/interpret/answer-from-samples.ts';
import { isAsked } from '../../../shared/model/interpreter-record.ts';
import type { LivePorts } from '../effects/live-call.ts';
import { asRefused } from '../effects/as-refused.ts';
import { askService } from './ask-service.ts';
import type { InterpretPort } from './interpret-port.ts';

/** Asks interpreters for one run. With mocks nothing that could open a socket is made: the built-in one answers. */
export function createInterpreterPerformer(mode: () => RunMode, live: () => LivePorts): InterpretPort {
  const answerFromSamples = createSampleAnswers();
  return (effect, setting, signal) => {
    if (setting === null)
      return Promise.resolve(refuse('badRequest', `There is no interpreter "${effect.interpreter}".`));
    const { interpreter, integration } = setting;
    if (!isAsked(interpreter))
      return Promise.resolve(refuse('badRequest', `${interpreter.name} is part of Parley; nobody is asked.`));
    if (mode() === 'live')
      return askService(live(), { record: interpreter, integration }, effect, signal).then(asRefused);
    const ranking = answerFromSamples(effect);
    return Promise.resolve({ ...answered, ranking, detail: insteadOf(interpreter.name) });
  };
}

const insteadOf = (name: string): string =>
  `Read by the built-in interpreter in the place of ${name}, because the talk runs on mocks.`;

const answered = {
  outcome: 'succeeded',
  origin: 'mocked',
  outputs: {},
  failure: null,
  detail: '',
  status: null,
  duration: 0,
  attempts: 1,
  request: null,
  response: null,
} as const satisfies EffectResult;

const refuse = (failure: ActionFailure, detail: string): EffectResult => ({
  ...answered,
  outcome: 'failed',
  origin: 'refused',
  failure,
  detail,
  attempts: 0,
});
