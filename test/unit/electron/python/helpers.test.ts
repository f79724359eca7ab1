import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HostAnswer } from '../../../../electron/python/host-operations.ts';
import type { PythonPort } from '../../../../electron/python/python-port.ts';
import { action, openTestPython, runAsking as runOn, type Asked } from './running.ts';

let python: PythonPort;
beforeAll(() => {
  python = openTestPython();
});
afterAll(() => python.close());

const runAsking = (code: string, ...answers: HostAnswer[]): Promise<Asked> => runOn(python, code, ...answers);

describe('helpers', { timeout: 60_000 }, () => {
  test('each asks the host what its name says', async () => {
    const { calls, outcome } = await runAsking(
      `
import datetime

def execute_action(context):
    set_conversation_metadata(context, "tier", {"level": 2})
    got = get_conversation_metadata(context, "tier")
    delete_conversation_metadata(context, "tier")
    add_conversation_tag(context, "vip")
    add_conversation_event(context, {"name": "paid"})
    hand_off_conversation(context)
    hand_off_conversation(context, reason="angry")
    add_google_sheets_row("sheet-1", {"a": 1})
    get_ab_test_variant(context, "greeting", ("a", "b"))
    is_holiday("GR")
    is_holiday("US", state="CA", check_date=datetime.date(2027, 7, 4))
    return [got, is_holiday("DE", "BY", "A", "2027-08-08")]
`,
      ...Array.from({ length: 9 }, (): HostAnswer => ({ ok: true, value: null })),
      { ok: true, value: true },
    );
    expect(calls).toEqual([
      { operation: 'metadata.set', input: { key: 'tier', value: { level: 2 } } },
      { operation: 'metadata.get', input: { key: 'tier' } },
      { operation: 'metadata.delete', input: { key: 'tier' } },
      { operation: 'tag.add', input: { tag: 'vip' } },
      { operation: 'event.add', input: { event: { name: 'paid' } } },
      { operation: 'conversation.handOff', input: { reason: null } },
      { operation: 'conversation.handOff', input: { reason: 'angry' } },
      { operation: 'sheet.addRow', input: { sheetId: 'sheet-1', data: { a: 1 } } },
      { operation: 'abTest.variant', input: { testName: 'greeting', variants: ['a', 'b'] } },
      { operation: 'holiday.check', input: { country: 'GR', state: null, region: null, date: null } },
      { operation: 'holiday.check', input: { country: 'US', state: 'CA', region: null, date: '2027-07-04' } },
      { operation: 'holiday.check', input: { country: 'DE', state: 'BY', region: 'A', date: '2027-08-08' } },
    ]);
    expect(outcome).toMatchObject({ ok: true, result: [null, true] });
  });

  test('a classification that nobody can make gives the fallback', async () => {
    const code = action(
      'return [',
      '    llm_classify_binary("Is it angry?", "Argh!"),',
      '    llm_classify_category("What is it?", "My order", ["order", "refund"], fallback="other"),',
      '    llm_classify_binary("Is it angry?", "Argh!", fallback=False),',
      '    llm_classify_binary("Is it angry?", "Argh!"),',
      ']',
    );
    const { calls, outcome } = await runAsking(
      code,
      { ok: true, value: true },
      { ok: true, value: null },
      { ok: false, kind: 'unavailable', message: 'There is no model.' },
    );
    expect(outcome).toMatchObject({ ok: true, result: [true, 'other', false, null] });
    expect(calls[1]).toEqual({
      operation: 'llm.classifyCategory',
      input: { prompt: 'What is it?', input: 'My order', options: ['order', 'refund'], fallback: 'other' },
    });
  });

  test('a helper called wrongly, or refused, raises with its line', async () => {
    const { outcome } = await runAsking(action('x = 1', 'add_conversation_tag(context, "")'));
    expect(outcome).toMatchObject({ ok: false, line: 3, message: expect.stringContaining('tag.add: tag: ') });
    const refused = await runAsking(action('hand_off_conversation(context)'), {
      ok: false,
      kind: 'unavailable',
      message: 'There is no conversation to hand over.',
    });
    expect(refused.outcome).toMatchObject({
      ok: false,
      message: 'parley.host.HostError: There is no conversation to hand over.',
    });
  });
});
