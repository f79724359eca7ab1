import { expect, test } from 'vitest';
import type { HostEvent } from '../../../../shared/bridge/contract/event-contract.ts';
import { attributeLight } from '../../../../renderer/state/run-highlights.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { createRunHost } from '../run/run-host.ts';
import { bubbleWords, openShop, shopDocument, type Shop } from '../run/shop-talk.ts';

const talk = ({ run }: Shop): string[] => run.getState().bubbles.map(bubbleWords);
const methods = ({ host }: Shop): string[] => host.calls.map(({ method }) => method);

test('a talk stands in the chat in the order it happened, and the trace is dense', async () => {
  const shop = openShop();
  await shop.open();
  await shop.say('hello there');
  await shop.say('where is my order');
  expect(talk(shop)).toEqual([
    '— opened',
    'me: hello there',
    'app: Hello! What can I do?',
    'me: where is my order',
    'app: It is **shipped**.',
  ]);
  const { exchanges, variables, calls, waiting } = shop.run.getState();
  const seqs = exchanges.flatMap(({ events }) => events.map(({ seq }) => seq));
  expect(seqs).toEqual(seqs.map((_, index) => index + 1));
  expect(variables.get('user')?.get('status')).toMatchObject({ after: 'shipped', origin: 'mocked' });
  expect(calls.map(({ name, settled }) => [name, settled?.duration])).toEqual([['lookUp', 84]]);
  expect(waiting).toBe('user');
});

test('events of a frame arrive as one change, and each moves the lights of its own records only', async () => {
  const shop = openShop();
  await shop.open();
  let changes = 0;
  const lit: string[] = [];
  shop.run.subscribe((state, before) => {
    if (state.exchanges !== before.exchanges) changes += 1;
  });
  for (const id of ['hello', 'where_is_order', 'use-look-up', 'greet', 'nowhere'])
    shop.run.onHighlight(id, () => void lit.push(id));
  await shop.run.say({ kind: 'text', text: 'hello there' });
  await shop.host.idle();
  expect(changes).toBe(0);
  shop.scheduler.frame();
  expect(changes).toBe(1);
  expect(lit.toSorted()).toEqual(['greet', 'hello', 'where_is_order']);
  expect(['hello', 'where_is_order', 'greet'].map(shop.run.highlightOf)).toEqual(['matched', 'rejected', 'selected']);
});

test('played at a pace, a bubble appears in the moment its event lights up', async () => {
  const shop = openShop();
  await shop.open();
  shop.run.setSpeed(1);
  await shop.run.say({ kind: 'text', text: 'hello there' });
  await shop.host.idle();
  const seen: string[] = [];
  shop.run.onShown((events) => {
    for (const { kind } of events) seen.push(kind);
    const isReplied = shop.run.getState().bubbles.at(-1)?.kind === 'replied';
    expect(isReplied).toBe(seen.includes('message.sent'));
    expect(shop.run.highlightOf('greet') === 'selected').toBe(seen.includes('intent.selected'));
  });
  expect(shop.run.getState()).toMatchObject({ playing: true, unheard: ['hello there'] });
  shop.scheduler.frame();
  expect(talk(shop).at(-1)).toBe('me: hello there');
  expect(shop.run.getState()).toMatchObject({ playing: true, unheard: [] });
  shop.scheduler.settle();
  expect(seen.slice(0, 2)).toEqual(['utterance.received', 'scope.entered']);
  expect(seen.at(-1)).toBe('exchange.ended');
  expect(shop.run.getState().playing).toBe(false);
});

test('who speaks while it is still played sees the rest of it first', async () => {
  const shop = openShop();
  await shop.open();
  shop.run.setSpeed(1);
  await shop.run.say({ kind: 'text', text: 'hello there' });
  await shop.host.idle();
  await shop.run.say({ kind: 'text', text: 'good morning' });
  expect(talk(shop).at(-1)).toBe('app: Hello! What can I do?');
  await shop.settle();
  expect(talk(shop).slice(-2)).toEqual(['me: good morning', 'app: Hello! What can I do?']);
});

test('what the host tells before it has answered is not lost', async () => {
  const host = createRunHost();
  const early: HostEvent[] = [];
  host.onEvent((event) => void early.push(event));
  const shop = openShop(shopDocument(), host);
  await shop.open();
  expect(early[0]?.name).toBe('run.traced');
  expect(shop.run.getState().exchanges[0]?.events[0]?.kind).toBe('session.opened');
});

test('events of another run are not ours', async () => {
  const shop = openShop();
  await shop.open();
  const before = shop.run.getState();
  shop.host.emit({ name: 'run.waited', payload: { run: 'run-99', waiting: 'actions', mode: 'live' } });
  expect(shop.run.getState()).toBe(before);
});

test('a new start forgets the old talk and ends it at the host', async () => {
  const shop = openShop();
  await shop.open();
  await shop.say('hello there');
  await shop.open();
  expect(talk(shop)).toEqual(['— opened']);
  expect(methods(shop).filter((method) => method !== 'run.say')).toEqual(['run.start', 'run.stop', 'run.start']);
  expect(shop.run.getState().run).toBe('run-2');
});

test('a stopped talk can still be read, and hears nothing more', async () => {
  const shop = openShop();
  await shop.open();
  await shop.say('hello there');
  await shop.run.stop();
  await shop.say('good morning');
  expect(talk(shop)).toHaveLength(3);
  expect(shop.run.getState()).toMatchObject({ run: null, waiting: null });
});

test('a scenario that cannot be read, and a lost connection, end in a failure and not in an exception', async () => {
  const shop = openShop();
  await shop.run.start('{', null);
  expect(shop.run.getState()).toMatchObject({ run: null, starting: false, failure: { code: 'run.invalidScenario' } });
  const broken = openShop(shopDocument(), {
    ...createRunHost(),
    call: () => Promise.reject(new Error('gone')),
  });
  await broken.run.start('', null);
  expect(broken.run.getState().failure?.code).toBe('bridge.faulted');
});

test('a crash keeps what was said and says that it crashed', async () => {
  const shop = openShop();
  await shop.open();
  await shop.say('hello there');
  const failure = { code: 'run.crashed', detail: '', path: '' } as const;
  shop.host.emit({ name: 'run.failed', payload: { run: 'run-1', failure } });
  expect(shop.run.getState()).toMatchObject({ run: null, failure });
  expect(talk(shop)).toHaveLength(3);
});

test('a question stands until it is answered, and both ways of answering run the action', async () => {
  const shop = openShop();
  await shop.open();
  await shop.say('i want my money back');
  expect(talk(shop).at(-1)).toBe('confirmation: Shall I pay it back?');
  expect(shop.run.getState().waiting).toBe('confirmation');
  await shop.run.confirm(true);
  await shop.settle();
  expect(shop.run.getState().calls.map(({ settled }) => settled?.outcome)).toEqual(['succeeded']);
  await shop.say('i want my money back');
  await shop.say('no');
  expect(shop.run.getState().calls.at(-1)?.skipped?.failure).toBe('declined');
});

test('what was said while an action runs waits to be heard, in order', async () => {
  let finish = (): void => undefined;
  const host = createRunHost({
    answer: () =>
      new Promise((resolve) => {
        finish = () =>
          resolve({
            outcome: 'succeeded',
            origin: 'live',
            outputs: { status: 'late' },
            failure: null,
            detail: '',
            status: 200,
            duration: 900,
            attempts: 2,
            request: null,
            response: null,
          });
      }),
  });
  const shop = openShop(shopDocument(), host);
  await shop.open();
  void shop.run.say({ kind: 'text', text: 'where is my order' });
  await new Promise((resolve) => setTimeout(resolve));
  shop.scheduler.settle();
  expect(shop.run.getState()).toMatchObject({ waiting: 'actions', unheard: [] });
  expect(shop.run.highlightOf('use-look-up')).toBe('running');
  void shop.run.say({ kind: 'text', text: 'hello there' });
  await new Promise((resolve) => setTimeout(resolve));
  shop.scheduler.settle();
  expect(shop.run.getState().unheard).toEqual(['hello there']);
  finish();
  await new Promise((resolve) => setTimeout(resolve));
  shop.scheduler.settle();
  expect(shop.run.getState()).toMatchObject({ waiting: 'user', unheard: [] });
  expect(talk(shop).slice(-4)).toEqual([
    'me: where is my order',
    'app: It is **late**.',
    'me: hello there',
    'app: Hello! What can I do?',
  ]);
});

test('choosing an earlier event shows that moment; choosing nothing shows now; speaking does too', async () => {
  const shop = openShop();
  await shop.open();
  await shop.say('where is my order');
  await shop.say('hello there');
  const [, , first] = shop.run.getState().exchanges;
  const called = first?.events.find(({ kind }) => kind === 'effect.requested');
  shop.run.choose(called?.seq ?? 0);
  expect(shop.run.getState().chosen).toBe(called?.seq);
  expect(['where_is_order', 'use-look-up', 'tell_status', 'greet'].map(shop.run.highlightOf)).toEqual([
    'matched',
    'running',
    null,
    null,
  ]);
  expect(shop.run.highlightOf(attributeLight('user', 'status'))).toBeNull();
  shop.run.choose(null);
  expect(['where_is_order', 'greet'].map(shop.run.highlightOf)).toEqual(['rejected', 'selected']);
  shop.run.choose(called?.seq ?? 0);
  await shop.say('good morning');
  expect(shop.run.getState().chosen).toBeNull();
  expect(shop.run.highlightOf('greet')).toBe('selected');
});

test('what happens while an earlier moment is looked at waits for its light', async () => {
  const shop = openShop();
  await shop.open();
  await shop.say('i want my money back');
  const asked = shop.run
    .getState()
    .exchanges.at(-1)
    ?.events.find(({ kind }) => kind === 'confirmation.asked');
  shop.run.choose(asked?.seq ?? 0);
  await shop.run.confirm(true);
  await shop.settle();
  expect(shop.run.highlightOf('use-pay')).toBe('running');
  shop.run.choose(null);
  expect(shop.run.highlightOf('use-pay')).toBe('succeeded');
});

test('people see their own words as they wrote them, where the trace covers what is sensitive', async () => {
  const shop = openShop(
    aScenario()
      .withAttribute('pin', 'string', { sensitive: true })
      .withConversation('C')
      .withScene('S')
      .withTurn('T')
      .user('give_pin', { samples: ['my pin is {user.pin}'], expects: ['user.pin'] })
      .app('thanks', { text: 'Thanks.' })
      .build(),
  );
  await shop.open();
  await shop.say('my pin is 9876');
  expect(talk(shop)).toContain('me: my pin is 9876');
  expect(JSON.stringify(shop.run.getState().exchanges)).not.toContain('9876');
});

test('choosing a record marks its last event of the exchange on show, and leaves the lights as they are', async () => {
  const shop = openShop();
  await shop.open();
  await shop.say('where is my order');
  shop.run.chooseRecord('use-look-up');
  const { chosen } = shop.run.getState();
  expect(shop.run.eventAt(chosen ?? 0)).toMatchObject({ ref: 'use-look-up', kind: 'attribute.set' });
  expect(shop.run.highlightOf('tell_status')).toBe('selected');
  shop.run.chooseRecord('nowhere');
  expect(shop.run.getState().chosen).toBeNull();
});

test('clearing the trace leaves the talk and what it knows', async () => {
  const shop = openShop();
  await shop.open();
  await shop.say('where is my order');
  shop.run.clearTrace();
  expect(shop.run.getState()).toMatchObject({ exchanges: [], calls: [], chosen: null });
  expect(shop.run.highlightOf('where_is_order')).toBeNull();
  expect(talk(shop)).toHaveLength(3);
  await shop.say('hello there');
  expect(shop.run.getState().variables.get('user')?.has('status')).toBe(true);
  expect(shop.run.getState().exchanges).toHaveLength(1);
});

test('a value set by hand is one more change, and says so', async () => {
  const shop = openShop();
  await shop.open();
  await shop.run.setAttribute('user.pin', '1234');
  await shop.settle();
  expect(shop.run.getState().variables.get('user')?.get('pin')).toMatchObject({ origin: 'edited', after: '••••••••' });
});

test('a mode is kept for the next talk and told to the one under way', async () => {
  const shop = openShop();
  await shop.run.setMode('live');
  await shop.open();
  expect(shop.host.calls[0]).toMatchObject({ method: 'run.start', input: { mode: 'live', seed: 1, file: null } });
  await shop.run.setMode('mock');
  expect(shop.host.calls.at(-1)).toMatchObject({ method: 'run.setMode', input: { run: 'run-1', mode: 'mock' } });
});

test('consent is asked for and answered once', async () => {
  const shop = openShop();
  await shop.open();
  shop.host.emit({ name: 'run.consentAsked', payload: { run: 'run-1', origin: 'http://localhost:3000' } });
  expect(shop.run.getState().consentFor).toEqual({ origin: 'http://localhost:3000', secret: null });
  await shop.run.answerConsent(true);
  await shop.run.answerConsent(false);
  expect(shop.host.calls.filter(({ method }) => method === 'run.consent')).toEqual([
    { method: 'run.consent', input: { run: 'run-1', origin: 'http://localhost:3000', allowed: true } },
  ]);
});

test('a long talk costs the same at its end as at its beginning', async () => {
  const shop = openShop();
  await shop.open();
  for (let turn = 0; turn < 400; turn += 1) await shop.say('hello there');
  const { bubbles, exchanges } = shop.run.getState();
  expect(bubbles).toHaveLength(300);
  const last = exchanges.at(-2);
  await shop.say('hello there');
  // What is over is shared with the state before, not copied.
  expect(shop.run.getState().exchanges.at(-3)).toBe(last);
});
