import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSharedData } from '../../../../builders/shared-data.ts';
import { megabyte, timeoutOf } from './fault.ts';
import { canary, openFaultTalk, startFaultServices, type FaultServices, type FaultTalk } from './fault-talk.ts';
import { faults } from './faults.ts';

/** The most an answer may hold, and what reading it may take beside. */
const mostMemory = (8 + 64) * megabyte;

let services: FaultServices;
let talk: FaultTalk;
const known = getCACertificates('default');

beforeAll(async () => {
  services = await startFaultServices();
  setDefaultCACertificates([...known, services.authority]);
  talk = await openFaultTalk(services);
});
afterAll(async () => {
  talk.desk.release();
  setDefaultCACertificates(known);
  await services.close();
});

describe('a talk goes on after a service that (T08, T09, T10, T15, T17)', () => {
  test.each(faults.map((fault, at) => ({ ...fault, at })))('$does', async ({ at, ...fault }) => {
    const { failure, says, outputs = {} } = fault;
    const { settled, milliseconds, peak, said } = await talk.press(`fault.${at}`);
    expect({ failure: settled.failure, detail: settled.detail }).toEqual({
      failure,
      detail: expect.stringMatching(says) as string,
    });
    expect(settled.outputs).toMatchObject(outputs);
    expect(milliseconds).toBeLessThan(timeoutOf(fault) + 1_000);
    expect(peak).toBeLessThan(mostMemory);
    expect(said).toEqual([`Fault ${at} is over.`]);
    const next = await talk.press('well');
    expect([next.settled.outcome, next.said]).toEqual(['succeeded', ['All is well.']]);
  });
});

test('none of it told the key, and none of it was a fault of ours', () => {
  expect(JSON.stringify(talk.desk.events)).not.toContain(canary);
  expect(talk.desk.faults).toEqual([]);
});

test('every family of faults is there, and at least fifty faults', () => {
  const families = JSON.parse(readSharedData('corpora/http-faults/faults.json') ?? '[]') as readonly { id: number }[];
  const covered = new Set(faults.map(({ family }) => family));
  expect(families.filter(({ id }) => !covered.has(id))).toEqual([]);
  expect(covered.size).toBe(25);
  expect(faults.length).toBeGreaterThanOrEqual(50);
});
