import { expect, test } from 'vitest';
import {
  emptyHistory,
  historyLimit,
  pushEntry,
  sealHistory,
  stepBack,
  stepForward,
  type History,
  type HistoryEntry,
} from '../../../../renderer/state/history.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { planned, type PlainCommand } from '../../../builders/run-command.ts';

const document = aScenario().withConversation('orders').build();
const renamed = (name: string): PlainCommand => ({
  kind: 'record.update',
  table: 'conversations',
  id: 'orders',
  changes: { name },
});
const entry = (name: string, merge: string | null = null): HistoryEntry => ({
  label: `Call it ${name}`,
  diff: planned(document, renamed(name)).diff,
  selectedBefore: [],
  selectedAfter: ['orders'],
  merge,
});
const labels = (history: History): string[] => {
  const found: string[] = [];
  for (let step = history.past; step !== null; step = step.older) found.push(step.entry.label);
  return found;
};

test('steps go back and forth in order, and a new step ends the future', () => {
  const three = ['one', 'two', 'three'].reduce((history, name) => pushEntry(history, entry(name)), emptyHistory);
  const back = stepBack(stepBack(three)?.history ?? emptyHistory);
  expect(back?.entry.label).toBe('Call it two');
  expect(labels(back?.history ?? emptyHistory)).toEqual(['Call it one']);
  const forward = stepForward(back?.history ?? emptyHistory);
  expect(forward?.entry.label).toBe('Call it two');
  const other = pushEntry(back?.history ?? emptyHistory, entry('four'));
  expect(other.future).toBeNull();
  expect(labels(other)).toEqual(['Call it four', 'Call it one']);
});

test('typing in one field is one step until it is sealed', () => {
  const typed = ['o', 'or', 'ord'].reduce(
    (history, name) => pushEntry(history, entry(name, 'orders.name')),
    emptyHistory,
  );
  expect(labels(typed)).toEqual(['Call it ord']);
  expect(stepBack(typed)?.diff[0]?.after).toMatchObject({ name: 'orders' });
  const sealed = pushEntry(sealHistory(typed), entry('orde', 'orders.name'));
  expect(labels(sealed)).toEqual(['Call it orde', 'Call it ord']);
  expect(labels(pushEntry(typed, entry('x', 'orders.description')))).toHaveLength(2);
});

test('what was typed and taken back by hand leaves nothing to undo', () => {
  const typed = pushEntry(emptyHistory, entry('ordersx', 'orders.name'));
  const [change] = entry('ordersx').diff;
  const back = {
    ...entry('orders', 'orders.name'),
    diff: change === undefined ? [] : [{ ...change, before: change.after, after: change.before }],
  };
  expect(pushEntry(typed, back as HistoryEntry).past).toBeNull();
});

test('the past has an end, and always the newest steps', () => {
  let history = emptyHistory;
  const count = historyLimit + historyLimit / 10 + 1;
  const shared = entry('same');
  for (let index = 1; index <= count; index += 1) history = pushEntry(history, { ...shared, label: `Step ${index}` });
  expect(history.past?.depth).toBe(historyLimit);
  const kept = labels(history);
  expect(kept).toHaveLength(historyLimit);
  expect([kept[0], kept.at(-1)]).toEqual([`Step ${count}`, `Step ${count - historyLimit + 1}`]);
});
