import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPythonExecutor } from '../../../../../electron/host/actions/python/python-executor.ts';
import { createActionPerformer } from '../../../../../electron/host/effects/action-performer.ts';
import type { PythonPort } from '../../../../../electron/python/python-port.ts';
import type { JsonObject } from '../../../../../shared/base/json.ts';
import { openTestPython } from '../../python/running.ts';
import { executorsOf } from '../effects/executing.ts';
import { effectOf, openPorts, settingOf } from '../effects/performing.ts';
import type { Fault } from './fault.ts';
import { startFaultServices, type FaultServices } from './fault-talk.ts';
import { faults } from './faults.ts';

/** One script that calls every fault and keeps what came of it. */
const code = `
import requests
from time import monotonic

def execute_action(context):
    ends = {}
    for place in context["args"]["urls"]:
        began = monotonic()
        try:
            answer = requests.get(place["url"], timeout=place["seconds"], allow_redirects=place["follow"])
            end = "answered"
            answer.text
        except requests.exceptions.RequestException as error:
            end = type(error).__name__
        ends[place["name"]] = {"end": end, "seconds": monotonic() - began}
    return ends
`;

/** The exceptions a failure of the host may be for a script; an answer it may read itself is none. */
const endsOf = ({ failure, followsRedirects, says }: Fault): readonly string[] => {
  // Here a person says yes to every origin, and redirects are asked about one by one.
  if (followsRedirects === true)
    return ['answered', 'TooManyRedirects', 'ConnectionError', 'InvalidURL', 'ReadTimeout'];
  if (failure === 'malformedResponse' && /JSON/.test(String(says))) return ['answered'];
  return (
    {
      timedOut: ['ReadTimeout'],
      connectionFailed: ['ConnectionError', 'SSLError'],
      malformedResponse: ['ContentDecodingError'],
      tooLarge: ['ContentDecodingError'],
    }[String(failure)] ?? ['answered']
  );
};

let services: FaultServices;
let python: PythonPort;
const known = getCACertificates('default');
beforeAll(async () => {
  services = await startFaultServices();
  setDefaultCACertificates([...known, services.authority]);
  python = openTestPython();
});
afterAll(async () => {
  await python.close();
  setDefaultCACertificates(known);
  await services.close();
});

describe('requests in a script', () => {
  test('meets every fault as an answer or an exception of its own, in time (T09)', { timeout: 120_000 }, async () => {
    const urls = faults.map(({ at = 'plain', failure, followsRedirects }, index) => ({
      name: String(index),
      url: `${services.origins[at]}/fault/${index}?other=${encodeURIComponent(services.origins.other)}`,
      seconds: failure === 'timedOut' ? 0.3 : 4,
      follow: followsRedirects === true,
    }));
    const setting = settingOf({
      inputs: [{ name: 'urls', type: 'json' }],
      outputs: [{ name: 'ends', type: 'json', from: '@' }],
      timeout: 100_000,
      record: { kind: 'python', code },
    });
    const performer = createActionPerformer({
      ...openPorts,
      // Nobody is called who is not of this test.
      consent: {
        isAllowed: (origin) => Object.values(services.origins).includes(origin),
        ask: () => Promise.resolve(false),
      },
      executors: async () => ({
        ...(await executorsOf(() => Promise.reject(new Error('no other kind')))()),
        python: createPythonExecutor(),
      }),
      machines: { runPython: python.runPython },
    });
    const result = await performer.run(effectOf(setting, { urls }), setting, new AbortController().signal);
    await performer.close();
    expect({ failure: result.failure, detail: result.detail }).toEqual({ failure: null, detail: '' });
    const ends = result.outputs['ends'] as Readonly<Record<string, JsonObject>>;
    for (const [index, fault] of faults.entries()) {
      const { end, seconds } = ends[String(index)] ?? {};
      expect({ does: fault.does, end, among: endsOf(fault) }).toMatchObject({
        end: expect.toBeOneOf(endsOf(fault)) as string,
      });
      expect(seconds).toBeLessThan((urls[index]?.seconds ?? 0) + 1);
    }
  });
});
