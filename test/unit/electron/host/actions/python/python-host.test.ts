import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../../../../shared/base/json.ts';
import type { ExecutorPorts, ServiceRequest } from '../../../../../../electron/host/actions/action-executor.ts';
import type { HostCall } from '../../../../../../electron/python/host-operations.ts';
import { aFolder, anAction, anIntegration } from '../executor-setting.ts';
import { hear, talk } from './written-here.ts';

describe('the helpers', () => {
  test('know public holidays', async () => {
    const ask = (country: string, date: string | null, state: string | null = null) =>
      hear({ operation: 'holiday.check', input: { country, state, region: null, date } });
    expect(await ask('GR', '2027-05-03')).toEqual({ ok: true, value: true });
    expect(await ask('GR', '2027-05-04')).toEqual({ ok: true, value: false });
    expect(await ask('US', '2027-03-31', 'CA')).toEqual({ ok: true, value: true });
    expect(await ask('GR', null)).toEqual({ ok: true, value: false });
    expect(await ask('XX', null)).toMatchObject({ ok: false, kind: 'badRequest' });
  });

  test('add rows beside the scenario', async () => {
    const folder = await aFolder();
    const ports = { besideScenario: () => folder };
    const add = (data: JsonObject | Json[]) =>
      hear({ operation: 'sheet.addRow', input: { sheetId: 'log', data } }, ports);
    expect(await add({ name: 'Ada', tags: ['a', 'b'], age: 36 })).toEqual({ ok: true, value: null });
    expect(await add(['=1', 2])).toEqual({ ok: true, value: null });
    expect(await readFile(join(folder, 'log.csv'), 'utf8')).toBe(
      'name,tags,age,column_1,column_2\r\nAda,"[""a"",""b""]",36,,\r\n,,,\'=1,2\r\n',
    );
    expect(await add({})).toMatchObject({ ok: false, kind: 'refused' });
  });

  test('choose the same variant whenever the same conversation asks, and all of them over many', async () => {
    const variants = ['a', 'b', 'c'];
    const choose = (session: string, testName = 'button') =>
      hear({ operation: 'abTest.variant', input: { testName, variants } }, {}, { talk: { ...talk, session } });
    const chosen = await Promise.all(Array.from({ length: 60 }, (_, at) => choose(`s-${at}`)));
    expect(await choose('s-7')).toEqual(chosen[7]);
    expect(new Set(chosen.map((answer) => (answer.ok ? answer.value : null)))).toEqual(new Set(variants));
    const byChance = (chance: number) =>
      hear({ operation: 'abTest.variant', input: { testName: 'x', variants } }, {}, { talk: null, chance });
    expect(await byChance(0.25)).toEqual(await byChance(0.25));
  });

  const category: Extract<HostCall, { operation: 'llm.classifyCategory' }> = {
    operation: 'llm.classifyCategory',
    input: {
      prompt: 'What is it about?',
      input: 'I want a refund please',
      options: ['refund', 'delivery'],
      fallback: null,
    },
  };
  const binary = {
    operation: 'llm.classifyBinary',
    input: { prompt: 'Is the person angry?', input: 'Give me my money!', fallback: false },
  } as const;

  test('decide by clear words without a model, or not at all', async () => {
    expect(await hear(category)).toEqual({ ok: true, value: 'refund' });
    const vague = { ...category, input: { ...category.input, input: 'Hm, well' } };
    expect(await hear(vague)).toEqual({ ok: true, value: null });
    expect(await hear(binary)).toEqual({ ok: true, value: null });
  });

  test('ask the model of the action, and take no other answer than those', async () => {
    const asked: ServiceRequest[] = [];
    const model = (decision: Json): Partial<ExecutorPorts> => ({
      callService: (sent) => {
        asked.push(sent);
        const json = { choices: [{ message: { content: JSON.stringify({ decision }) } }] };
        return Promise.resolve({ ok: true, status: 200, headers: {}, text: '', json });
      },
    });
    const task = {
      action: anAction('python', { code: 'x', classifier: { model: 'small' } }),
      integration: anIntegration({ baseUrl: 'http://localhost:11434/v1' }),
    };
    expect(await hear(category, model('delivery'), task)).toEqual({ ok: true, value: 'delivery' });
    expect(await hear(category, model('delete everything'), task)).toEqual({ ok: true, value: null });
    expect(await hear(binary, model(true), task)).toEqual({ ok: true, value: true });
    expect(await hear(binary, model('yes'), task)).toEqual({ ok: true, value: null });
    expect(await hear(binary, {}, task)).toEqual({ ok: true, value: null });
    expect(asked[0]).toMatchObject({
      path: '/chat/completions',
      body: { value: { model: 'small', temperature: 0, response_format: { json_schema: { strict: true } } } },
    });
  });
});
