import { expect, test } from 'vitest';
import { mockResult, pickMock } from '../../../../shared/actions/pick-mock.ts';
import { childIds } from '../../../../shared/model/document.ts';
import { compileScenario } from '../../../../shared/program/compile-scenario.ts';
import { createRunSession } from '../../../../shared/runtime/run-session.ts';
import { templates } from '../../../../shared/samples/templates.ts';
import { opening } from '../../../builders/play.ts';
import { need } from '../../../builders/need.ts';
import { textOf } from '../../../builders/text-of.ts';

/** A whole talk with the sample scenario on its own mocks: the shortest proof that all the parts fit. */
test('the sample scenario refunds an order, with a question before it', async () => {
  const document = need(templates[0]).create();
  const texts: string[] = [];
  let now = opening.now;
  const { now: _now, ...open } = opening;
  const session = createRunSession({
    program: compileScenario(document),
    open,
    ports: {
      now: () => (now += 1000),
      runAction: (effect) => {
        const mocks = childIds(document, effect.action).flatMap((id) => document.tables.mocks.get(id) ?? []);
        const action = need(document.tables.actions.get(effect.action));
        return Promise.resolve(mockResult(action, need(pickMock(mocks, effect.arguments))));
      },
    },
    onMessages: (messages) => texts.push(...messages.flatMap(({ blocks }) => blocks.map(textOf))),
  });
  const said = async (text: string): Promise<string> => {
    await session.say({ kind: 'text', text });
    return need(texts.at(-1));
  };
  await session.say({ kind: 'opened' });
  expect(texts).toHaveLength(1);
  await said('I want a refund');
  await said('A-1002');
  expect(await said('ada@example.com')).toContain('A-1002');
  expect(await said('It takes too long')).toContain('cannot be undone');
  expect(session.waiting).toBe('confirmation');
  expect(await said('yes')).toContain('189 EUR');
  expect(session.state.contexts['user']).toMatchObject({ action_success: true, refunded_amount: 189 });
  expect(await said('tell me a joke')).toContain('did not get that');
});
