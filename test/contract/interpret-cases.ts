import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BridgeMethod } from '../../shared/bridge/contract/bridge-contract.ts';
import type { BridgeCase, MethodCases } from './bridge-cases.ts';

type InterpretMethod = Extract<BridgeMethod, `interpret.${string}`>;

const text = readFileSync(
  fileURLToPath(new URL('../../shared/samples/order-support.parley.json', import.meta.url)),
  'utf8',
);

const replies =
  (input: unknown, expected: object): BridgeCase =>
  () =>
    Promise.resolve({ input, expected });
const refused = (code: string) => ({ ok: false, failure: { code } });
const trial = { text, utterance: 'Where is my order?', scope: { kind: 'place', place: null } };

export const interpretCases: Readonly<Record<InterpretMethod, MethodCases>> = {
  'interpret.score': {
    happy: replies({ text, seed: 1 }, { ok: true, value: { readElsewhere: 0 } }),
    refused: replies({ text: '{}', seed: 1 }, refused('run.invalidScenario')),
  },
  'interpret.try': {
    happy: replies(trial, { ok: true, value: { ranking: [{ confidence: 1 }] } }),
    refused: replies({ ...trial, utterance: 'x'.repeat(2001) }, refused('bridge.refused')),
  },
  'interpret.cancel': {
    happy: replies({}, { ok: true, value: {} }),
    refused: replies({ all: true }, refused('bridge.refused')),
  },
};
