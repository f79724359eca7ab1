import { expect, test } from 'vitest';
import { actionKindWords } from '../../../../shared/model/action-kind-words.ts';
import type { ActionKind } from '../../../../shared/model/action-record.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { after } from '../../../builders/run-command.ts';

const kinds = Object.keys(actionKindWords) as ActionKind[];
const fresh = (actionKind: ActionKind) =>
  after(aScenario().build(), { kind: 'action.add', actionKind, name: 'fresh', into: null }).tables.actions.get('fresh');

test('[C16] a new action of every kind asks for nothing before it can be tried', () => {
  expect(kinds).toHaveLength(14);
  for (const kind of kinds) {
    const action = fresh(kind);
    expect(action?.kind).toBe(kind);
    expect(action?.inputs.filter(({ required }) => required)).toEqual([]);
  }
});

test('[C16] what a new action begins with does something', () => {
  expect(fresh('python')).toMatchObject({ outputs: [{ name: 'greeting' }] });
  expect(fresh('python')).toHaveProperty('code', expect.stringContaining('def execute_action(context):'));
  expect(fresh('calculation')).toMatchObject({
    steps: [{ name: 'net' }, { name: 'total', expression: 'round(net * 1.24, 2)' }],
  });
  expect(fresh('validation')).toMatchObject({ rules: [{ kind: 'format', input: 'email', format: 'email' }] });
  expect(fresh('llm')).toMatchObject({ provider: 'scripted', script: [{ contains: 'refund' }, { contains: '' }] });
  expect(fresh('database')).toHaveProperty('query', expect.stringMatching(/^SELECT /));
});
