import { describe, expect, test } from 'vitest';
import { keepTalk } from '../../../../renderer/worlds/keep-talk.ts';
import { mockFromResult } from '../../../../renderer/worlds/mock-from-result.ts';
import {
  addWorld,
  duplicateWorld,
  removeWorld,
  renameRefusal,
  renameWorld,
  type NewWorld,
} from '../../../../renderer/worlds/world-commands.ts';
import type { ActionCall } from '../../../../renderer/state/run-calls.ts';
import { mockResult, pickMock } from '../../../../shared/actions/pick-mock.ts';
import type { JsonObject } from '../../../../shared/base/json.ts';
import type { Command } from '../../../../shared/commands/command.ts';
import { applyDiff } from '../../../../shared/commands/diff.ts';
import { planCommand } from '../../../../shared/commands/plan-command.ts';
import { MASK } from '../../../../shared/engine/mask.ts';
import { childIds, type Document } from '../../../../shared/model/document.ts';
import { checkScenario } from '../../../../shared/problems/check-scenario.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { aResult } from '../../../builders/play.ts';

const shop = aScenario('Shop')
  .withAttribute('status', 'string', { example: 'shipped' })
  .withApiAction('getOrder', {
    inputs: ['orderId'],
    outputs: [{ name: 'status', from: 'order.status' }],
    mocks: [
      { name: 'Lost', when: { orderId: 'X' }, status: 404 },
      { name: 'Fine', body: { order: { status: 'on its way' } }, delay: 80 },
    ],
  })
  .withApiAction('newest', { outputs: [{ name: 'status', from: 'order.status' }], timeout: 1000 })
  .withAction('handOff', 'askPerson', { note: 'help' })
  .withAction('calculation', 'sum', { steps: [{ name: 'a', expression: '1' }] })
  .build();

const after = (document: Document, command: Command): Document => {
  const plan = planCommand(document, command);
  if (!plan.ok) throw new Error(plan.failure.sentence);
  return applyDiff(document, plan.value.diff);
};
const made = (document: Document, world: NewWorld | null): Document => {
  if (world === null) throw new Error('no world was made');
  return after(document, world.command);
};
const answer = (document: Document, action: string, world: string, args: JsonObject = {}) => {
  const record = document.tables.actions.get(action)!;
  const mocks = childIds(document, action).flatMap((id) => document.tables.mocks.get(id) ?? []);
  const mock = pickMock(mocks, args, { world, chance: 0, turn: () => 0 });
  return mock === null ? null : { ...mockResult(record, mock), failure: mock.failure, delay: mock.delay };
};

describe('a world as it is usually meant', () => {
  test('answers for every action that asks outside, as its name says', () => {
    const happy = addWorld(shop, 'happy');
    const down = addWorld(made(shop, happy), 'down');
    const both = made(made(shop, happy), down);
    expect(answer(both, 'getOrder', happy.id, { orderId: 'X' })?.outputs).toEqual({ status: 'on its way' });
    // Without an example to go by, the attribute says what usually comes.
    expect(answer(both, 'newest', happy.id)?.outputs).toEqual({ status: 'shipped' });
    expect(answer(both, 'getOrder', down.id)?.failure).toBe('connectionFailed');
    const slow = addWorld(shop, 'slow');
    expect(answer(made(shop, slow), 'newest', slow.id)?.delay).toBe(800);
    const declined = addWorld(shop, 'declined');
    expect(answer(made(shop, declined), 'newest', declined.id)?.status).toBe(409);
    expect([...both.tables.mocks.values()].filter((mock) => mock.action === 'sum')).toEqual([]);
    // The person at the desk is there in every world.
    expect(answer(both, 'askPerson', down.id)).toBeNull();
    expect(checkScenario(both).filter(({ code }) => /^P03[56]/.test(code))).toEqual([]);
  });

  test('gets a name of its own each time, and is one step of the history', () => {
    const first = addWorld(shop, 'empty');
    const second = addWorld(made(shop, first), 'empty');
    const both = made(made(shop, first), second);
    expect(both.scenario.worlds?.map(({ id, name }) => [id, name])).toEqual([
      ['world-world', 'World'],
      ['world-world-2', 'World 2'],
    ]);
    expect(second.command).toMatchObject({ kind: 'several', label: 'Add world “World 2”' });
  });
});

test('a world is duplicated with its answers, renamed, and deleted with what is its own', () => {
  const happy = addWorld(shop, 'happy');
  const one = made(shop, happy);
  const copy = duplicateWorld(one, happy.id);
  const two = made(one, copy);
  expect(two.tables.mocks.size).toBe(one.tables.mocks.size + 2);
  expect(renameRefusal(two, copy?.id ?? '', 'Happy')).toMatch(/already/);
  const renamed = after(two, renameWorld(two, copy?.id ?? '', ' Sunny '));
  expect(renamed.scenario.worlds?.map(({ name }) => name)).toEqual(['Happy', 'Sunny']);
  const less = after(renamed, removeWorld(renamed, happy.id));
  expect(less.scenario.worlds?.map(({ name }) => name)).toEqual(['Sunny']);
  expect(less.tables.mocks.size).toBe(one.tables.mocks.size);
});

const call = (seq: number, orderId: string, status: string, more: Record<string, unknown> = {}): ActionCall => {
  const base = {
    seq,
    exchange: 1,
    at: 0,
    ref: null,
    parent: null,
    effect: `e${seq}`,
    action: 'getOrder',
    name: 'getOrder',
  };
  const result = aResult({ origin: 'live', status: 200, outputs: { status }, duration: 120, ...more });
  return {
    ...base,
    key: seq,
    use: null,
    skipped: null,
    asked: { ...base, kind: 'effect.requested', arguments: { orderId, pin: MASK } },
    settled: { ...base, kind: 'effect.settled', ...result },
  } as unknown as ActionCall;
};

test('a talk that happened becomes a world that answers the same way, in the order it did', () => {
  const kept = keepTalk(shop, [
    call(1, 'A', 'packed'),
    call(2, 'B', 'lost', { status: 404, outcome: 'failed', failure: 'badStatus', outputs: {} }),
    call(3, 'A', 'shipped'),
  ]);
  const document = made(shop, kept);
  const mocks = [...document.tables.mocks.values()].filter((mock) => mock.world === kept.id);
  const ordered = mocks.toSorted((left, right) => (left.order < right.order ? -1 : 1));
  expect(ordered.map(({ when, pick, status, body, delay }) => [when, pick, status, body, delay])).toEqual([
    [{ orderId: 'A' }, 'sequence', 200, { order: { status: 'packed' } }, 120],
    [{ orderId: 'B' }, undefined, 404, { order: { status: null } }, 120],
    [{ orderId: 'A' }, 'sequence', 200, { order: { status: 'shipped' } }, 120],
  ]);
});

test('an example is what came back: the body where it can be read, the failure where nothing came', () => {
  const outputs = [
    { name: 'status', from: 'order.status', type: 'string', description: '', sensitive: false } as const,
  ];
  const options = { when: {}, keepsTime: false };
  const response = { status: 200, headers: {}, body: '{"order":{"status":"new"},"more":1}', bytes: 35 };
  expect(mockFromResult(outputs, aResult({ status: 200, response }), options).body).toEqual({
    order: { status: 'new' },
    more: 1,
  });
  const cut = { ...response, body: '{"order":{"sta' };
  expect(mockFromResult(outputs, aResult({ response: cut, outputs: { status: 'new' } }), options).body).toEqual({
    order: { status: 'new' },
  });
  const refused = aResult({ outcome: 'failed', failure: 'connectionFailed', status: null });
  expect(mockFromResult(outputs, refused, options)).toMatchObject({ failure: 'connectionFailed', delay: 0 });
});
