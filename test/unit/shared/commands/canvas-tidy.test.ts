import { expect, test } from 'vitest';
import { applyDiff } from '../../../../shared/commands/diff.ts';
import { planCommand } from '../../../../shared/commands/plan-command.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { unwrap } from '../../../builders/unwrap.ts';

const document = aScenario()
  .withConversation('a')
  .withScene('s')
  .withTurn('t')
  .user('ask')
  .withConversation('b')
  .withNote('look')
  .placed('a', 1, 2)
  .placed('ask', 3, 4)
  .placed('b', 5, 6)
  .build();

test('[C38] what was put by hand in a frame is forgotten, what stands elsewhere and notes stay', () => {
  const plan = unwrap(planCommand(document, { kind: 'canvas.tidy', ids: ['s'] }));
  const after = applyDiff(document, plan.diff);
  expect([...after.tables.placements.keys()].sort()).toEqual(['a', 'b']);
  expect(after.tables.notes).toBe(document.tables.notes);
  expect(plan).toMatchObject({ label: 'Tidy', select: ['s'] });
  expect(unwrap(planCommand(after, { kind: 'canvas.tidy', ids: ['s', 'gone'] })).diff).toEqual([]);
});

test('[C17] an action put ahead of another runs before it', () => {
  const both = aScenario()
    .withApiAction('one')
    .withApiAction('two')
    .withConversation('c')
    .withScene('s')
    .withTurn('t')
    .user('ask', { actions: ['one'] })
    .build();
  const [use] = both.tables.intents.get('ask')?.actions ?? [];
  const action = [...both.tables.actions.values()].find(({ name }) => name === 'two');
  if (use === undefined || action === undefined) throw new Error('nothing to attach');
  const intent = both.tables.intents.get('ask')?.id ?? ('ask' as never);
  const command = { kind: 'action.attach', action: action.id, intent, before: use.id } as const;
  const after = applyDiff(both, unwrap(planCommand(both, command)).diff);
  expect(after.tables.intents.get('ask')?.actions.map((one) => one.action)).toEqual([action.id, use.action]);
});
