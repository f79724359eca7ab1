import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BridgeMethod } from '../../shared/bridge/contract/bridge-contract.ts';
import type { BridgeCase, MethodCases } from './bridge-cases.ts';
import type { BridgeWorld } from './bridge-world.ts';

type RunMethod = Extract<BridgeMethod, `run.${string}` | `action.${string}`>;

const text = readFileSync(
  fileURLToPath(new URL('../../shared/samples/order-support.parley.json', import.meta.url)),
  'utf8',
);
/** The same shop, whose examples take their time. */
const slowText = text.replaceAll('"delay": 0', '"delay": 60000').replaceAll('"timeout": 10000', '"timeout": 100000');
const unknownRun = 'run-of-nobody';
const runNotFound = { ok: false, failure: { code: 'run.notFound' } };
const start = { text, file: null, mode: 'mock', seed: 1, attributes: {} };

async function startRun(world: BridgeWorld): Promise<string> {
  const reply = (await world.request('run.start', start)) as { value: { run: string } };
  return reply.value.run;
}

/** The same call on a run that is going, and on one that nobody started. */
const onRun = (rest: object, expected: object = {}): MethodCases => ({
  happy: async (world) => ({
    input: { run: await startRun(world), ...rest },
    expected: { ok: true, value: expected },
  }),
  refused: () =>
    Promise.resolve({
      input: { run: unknownRun, ...rest },
      expected: runNotFound,
    }),
});

const invalidScenario =
  (input: object): BridgeCase =>
  () =>
    Promise.resolve({ input, expected: { ok: false, failure: { code: 'run.invalidScenario' } } });

const action = {
  text,
  file: null,
  action: 'get-order-details',
  arguments: { orderId: 'A-1001', email: 'ada@example.com' },
  mode: 'mock',
};

export const runCases: Readonly<Record<RunMethod, MethodCases>> = {
  'run.start': {
    happy: async (world) => {
      await world.answer({});
      return { input: start, expected: { ok: true, value: {} } };
    },
    refused: invalidScenario({ ...start, text: '{}' }),
  },
  'run.reload': onRun({ text }),
  'run.say': onRun({ utterance: { kind: 'text', text: 'Where is my order?' } }),
  'run.confirm': onRun({ approved: true }),
  'run.set': onRun({ reference: 'user.name', value: 'Ada' }),
  'run.setMode': onRun({ mode: 'live' }),
  'run.setWorld': onRun({ world: 'world-down' }),
  'run.setEnvironment': onRun({ environment: 'staging' }),
  'run.cancel': onRun({}),
  'run.stop': onRun({}),
  'run.consent': onRun({ origin: 'http://localhost:3000', allowed: true }),
  'action.run': {
    happy: () =>
      Promise.resolve({ input: action, expected: { ok: true, value: { outcome: 'succeeded', origin: 'mocked' } } }),
    refused: invalidScenario({ ...action, text: '{}' }),
  },
  'action.cancel': {
    happy: (world) => {
      const run = 'run-to-be-stopped';
      void world.request('action.run', { ...action, text: slowText, run });
      return Promise.resolve({ input: { run }, expected: { ok: true, value: {} } });
    },
    refused: () => Promise.resolve({ input: { run: unknownRun }, expected: runNotFound }),
  },
};
