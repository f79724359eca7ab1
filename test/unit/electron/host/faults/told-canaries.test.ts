import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeExecution } from '../../../../../electron/host/audit/describe-execution.ts';
import { printAudit } from '../../../../../electron/host/audit/print-audit.ts';
import { createActionPerformer } from '../../../../../electron/host/effects/action-performer.ts';
import type { EffectResult } from '../../../../../shared/engine/effect.ts';
import { executorsOf } from '../effects/executing.ts';
import { effectOf, openPorts, settingOf } from '../effects/performing.ts';
import { startEchoService, type EchoService } from '../secrets/echo-service.ts';
import { findSpelled, spelledForms } from '../secrets/spelled-forms.ts';

/** Letters every encoding changes, letters none does, other letters than English, a short one, a long one. */
const canaries = [
  'Canary+1/of="Five"&All',
  'canary-2-plain-XyZ-19',
  'Kanarienvögel-drei-süß',
  'canary 4',
  'C5'.repeat(40),
];

let service: EchoService;
beforeAll(async () => {
  service = await startEchoService(canaries);
});
afterAll(() => service.close());

/**
 * A script that says all it hears, wherever it may say anything: it prints, returns, fails. `callService` gives it the
 * answer of a service that repeats the secret in every form.
 */
const chatterbox = (fails: boolean) =>
  executorsOf(async ({ integration, timeout }, { callService }, signal) => {
    const answer = await callService({ method: 'GET', path: '/fine' }, integration, { timeout, signal });
    const heard = answer.ok ? answer.text : answer.detail;
    const told = { console: heard, body: { status: heard, [heard.slice(0, 200)]: [heard] } };
    const seen = answer.ok ? { request: answer.request!, response: answer.response! } : {};
    if (fails) return { ok: false, failure: 'codeFailed', detail: `It said: ${heard}`, ...told, ...seen };
    return { ok: true, detail: heard, ...told, ...seen };
  });

async function perform(
  canary: string,
  fails: boolean,
): Promise<{ readonly result: EffectResult; readonly audit: string }> {
  const setting = settingOf({
    integration: { baseUrl: service.origin, authentication: { kind: 'bearer', secret: 'KEY' } },
    outputs: [{ name: 'status' }, { name: 'whole', type: 'json', from: '@' }],
    record: { kind: 'python', code: 'def execute_action(context): pass', classifier: { integration: 'desk' } },
  });
  const performer = createActionPerformer({
    ...openPorts,
    secretNamed: () => Promise.resolve(canary),
    executors: chatterbox(fails),
  });
  const effect = effectOf(setting);
  const result = await performer.run(effect, setting, new AbortController().signal);
  await performer.close();
  const asked = { at: 0, askedBy: 'talk', world: null, environment: null, conversation: null } as const;
  const entry = { id: 1, ...describeExecution(asked, effect, setting, result) };
  return { result, audit: printAudit([entry], 'csv') + printAudit([entry], 'jsonl') };
}

describe('a script that tells everything it hears of a secret (T22)', () => {
  test.each(canaries.flatMap((canary) => [[canary, false] as const, [canary, true] as const]))(
    'tells nothing of %j (failing: %j) to the console, the panel, the trace or the log',
    async (canary, fails) => {
      const { result, audit } = await perform(canary, fails);
      expect(service.arrived()).toContain(canary);
      expect(result.failure).toBe(fails ? 'codeFailed' : null);
      expect((result.console ?? '').length).toBeGreaterThan(100);
      for (const [name, part] of Object.entries({ ...result, audit }))
        expect([name, findSpelled(JSON.stringify(part) ?? '', [canary])]).toEqual([name, []]);
    },
  );

  test('the search finds every one of 14 forms of each', () => {
    for (const canary of canaries) {
      const forms = Object.values(spelledForms(canary));
      expect(forms).toHaveLength(14);
      for (const form of forms) expect(findSpelled(`before ${form} after`, [canary])).not.toEqual([]);
    }
  });

  test('without masking all of it is told', async () => {
    const heard = await fetch(`${service.origin}/fine`, { headers: { authorization: 'Bearer canary-2-plain-XyZ-19' } });
    expect(findSpelled(await heard.text(), canaries).length).toBeGreaterThan(5);
  });
});

test('a secret of one letter leaves what is told readable (T23)', async () => {
  const { result } = await perform('a', false);
  expect(result.console).toMatch(/authorization Bearer a/i);
});
