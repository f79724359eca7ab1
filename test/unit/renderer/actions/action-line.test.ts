import { expect, test } from 'vitest';
import { actionLine } from '../../../../renderer/actions/action-line.ts';
import type { ActionKind, ActionRecord } from '../../../../shared/model/action-record.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { after } from '../../../builders/run-command.ts';

function fresh(actionKind: ActionKind, changes: object = {}): ActionRecord {
  const add = { kind: 'action.add', actionKind, name: 'fresh', into: null } as const;
  const action = after(aScenario().build(), add).tables.actions.get('fresh');
  if (action === undefined) throw new Error('it was added');
  return { ...action, ...changes };
}

test.each<[ActionKind, object, string]>([
  ['api', {}, 'GET …'],
  ['python', {}, 'Greets people by name.'],
  ['python', { code: 'def execute_action(context):\n    # soon\n    return {}' }, 'return {}'],
  ['llm', {}, 'scripted: 2 replies'],
  ['llm', { provider: 'anthropic', model: 'm-1', prompt: 'Say hi' }, 'm-1: Say hi'],
  ['database', { query: 'SELECT *\n  FROM orders' }, 'SELECT * FROM orders'],
  ['calculation', {}, 'net = round(19.90 * 3, 2); total = round(net * 1.24, 2)'],
  ['validation', {}, 'email'],
  ['workflow', {}, 'runs several actions'],
  ['setAttributes', {}, 'sets attributes'],
  ['dateTime', {}, 'now +1 week'],
  ['email', {}, 'to ada@example.com: About your order'],
  ['ticket', {}, 'Medium: A question from a talk'],
  ['handOff', {}, 'to the desk'],
  ['spreadsheet', {}, 'talks: said, note'],
  ['holiday', {}, 'GR, today'],
])('%s %j says what it does', (kind, changes, line) => {
  expect(actionLine(fresh(kind, changes))).toBe(line);
});
