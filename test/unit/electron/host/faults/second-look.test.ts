import { describe, expect, test } from 'vitest';
import { buildRequest } from '../../../../../shared/actions/build-request.ts';
import { nextRandom } from '../../../../../shared/base/seeded-random.ts';
import type { Json } from '../../../../../shared/base/json.ts';
import type { ValueScope } from '../../../../../shared/reference/read-reference.ts';
import { anApiAction } from '../../../../builders/an-action.ts';
import { aScenario } from '../../../../builders/a-scenario.ts';
import { play } from '../../../../builders/play.ts';

/** What people type who hope that somebody fills it in. */
const pieces = [
  '$secret',
  '$v',
  '$$v',
  '{secret.KEY}',
  '{user.pin}',
  '{{user.pin}}',
  '{user.pin|upper}',
  '${user.pin}',
  '$payload',
  '{',
  '}',
  '$',
  '|',
  ' and ',
  '%7Buser.pin%7D',
  '{user.v}',
];
const canaries = { 'secret.KEY': 'canary-of-the-vault', 'user.pin': 'canary-of-the-user' } as const;

let seed = 7;
const random = (below: number): number => {
  const next = nextRandom(seed);
  seed = next.seed;
  return Math.floor(next.value * below);
};
const typed = (): string => Array.from({ length: 1 + random(5) }, () => pieces[random(pieces.length)] ?? '').join('');
const templates = Array.from({ length: 10_000 }, typed);

/** Answers, and remembers what it was asked for. */
function watched(values: Readonly<Record<string, Json>>): { readonly scope: ValueScope; readonly asked: Set<string> } {
  const asked = new Set<string>();
  const read: ValueScope['read'] = (context, attribute) => {
    const name = `${context}.${attribute}`;
    asked.add(name);
    return values[name] ?? null;
  };
  return { scope: { read, typeOf: () => 'string', now: 0 }, asked };
}

const action = anApiAction({
  method: 'POST',
  path: '/say/$v',
  query: { said: '{user.said}' },
  headers: { 'x-said': '$v' },
  json: { v: '$v', said: '{user.said}', both: '$v {user.said}' },
});

describe('what somebody typed is never a template (T21)', () => {
  test('10,000 texts in requests: nothing is looked up but what the designer named', () => {
    const looked = new Set<string>();
    for (const text of templates) {
      const { scope, asked } = watched({ 'user.said': text, ...canaries });
      const built = buildRequest(action, null, { v: text }, scope);
      asked.forEach((name) => looked.add(name));
      expect(JSON.stringify(built)).not.toContain('canary');
      expect(built.ok ? JSON.parse(built.value.body ?? '') : built.failure).toEqual({
        v: text,
        said: text,
        both: `${text} ${text}`,
      });
    }
    expect([...looked]).toEqual(['user.said']);
  });

  test('nor in what the app says', () => {
    const scenario = aScenario('Echo')
      .withConversation('Talk')
      .withScene('Scene')
      .withTurn('Turn')
      .user('hear')
      .app('echo', { text: 'You said {session.said}.' });
    for (const text of templates.slice(0, 500)) {
      const talk = play(scenario, {
        userAttributes: { pin: canaries['user.pin'] },
        attributes: { 'session.said': text },
      });
      talk.press('hear');
      expect(talk.texts).toHaveLength(1);
      expect(talk.texts.join()).not.toContain('canary');
    }
  });

  test('filling a text in twice does look things up', () => {
    const found = templates.filter((text) => {
      const { scope, asked } = watched(canaries);
      // What was filled in once becomes the text of the next.
      buildRequest(anApiAction({ method: 'POST', text }), null, { v: 'x', secret: 'x', payload: 'x' }, scope);
      return asked.size > 0;
    });
    expect(found.length).toBeGreaterThan(2_000);
  });
});
