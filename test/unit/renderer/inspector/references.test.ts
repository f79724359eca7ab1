import { Map as PersistentMap } from 'immutable';
import { expect, test } from 'vitest';
import { knownNames } from '../../../../renderer/inspector/references/known-names.ts';
import { offersAt, takeOffer } from '../../../../renderer/inspector/references/offers.ts';
import { markText, type ReferenceForm } from '../../../../renderer/inspector/references/text-marks.ts';
import { noVariables } from '../../../../renderer/state/run-variables.ts';
import { aScenario } from '../../../builders/a-scenario.ts';

const document = aScenario('Shop')
  .withAttribute('order_id')
  .withAttribute('order_total', 'float')
  .withAttribute('email')
  .withContext('basket', { description: 'What is bought' })
  .withContext('global', { lifetime: 'constant', values: { shop: 'Corner' } })
  .withConversation('orders')
  .withScene('status')
  .withTurn('ask')
  .user('where', { samples: ['where'], expects: ['session.order_id'] })
  .app('tell', { text: '{user.order_total} for {global.shop}' })
  .build();
const names = knownNames(document);

const offered = (text: string, form: ReferenceForm = 'template', caret = text.length): readonly string[] =>
  offersAt(text, caret, form, names, noVariables)?.items.map(({ label }) => label) ?? [];

test('after a brace come attributes that are used, and the contexts', () => {
  expect(offered('It is {')).toEqual(
    expect.arrayContaining(['session.order_id', 'user.order_total', 'global.shop', 'basket']),
  );
  expect(offered('It is {')).not.toContain('secret');
  expect(offered('It is {ord')).toEqual(['session.order_id', 'user.order_total']);
  expect(offered('It is {bas')).toEqual(['basket']);
  expect(offered('It is ')).toEqual([]);
  expect(offered('It is {{')).toEqual([]);
  expect(offered('It is {user.email} and')).toEqual([]);
});

test('after a context come its attributes: those that are used with it, then every other', () => {
  expect(offered('session.', 'reference')).toEqual(['order_id', 'email', 'order_total']);
  expect(offered('session.or', 'reference')).toEqual(['order_id', 'order_total']);
  expect(offered('{global.')).toEqual(['shop']);
  expect(offered('{conversation.current_i')).toEqual(['current_intent']);
});

test('after a pipe come filters', () => {
  expect(offered('{user.email | upper')).toEqual(['uppercase', 'uppercase_first', 'uppercase_words']);
});

test('in JSON only strings hold references', () => {
  expect(offered('{ "a": "{session.or', 'json')).toEqual(['order_id', 'order_total']);
  expect(offered('{ "a": {', 'json')).toEqual([]);
});

test('what was taken stands in the place of what was typed, with its brace closed and the caret behind it', () => {
  const take = (text: string, form: ReferenceForm, caret = text.length) => {
    const offers = offersAt(text, caret, form, names, noVariables);
    const first = offers?.items[0];
    return offers === null || first === undefined ? null : takeOffer(text, offers, first, form);
  };
  expect(take('Is {session.or', 'template')).toEqual({ text: 'Is {session.order_id}', caret: 21 });
  expect(take('Is {session.or} here', 'template', 14)).toEqual({ text: 'Is {session.order_id} here', caret: 21 });
  expect(take('session.or', 'reference')).toEqual({ text: 'session.order_id', caret: 16 });
  expect(take('{bas', 'template')).toEqual({ text: '{basket.', caret: 8 });
  expect(take('{user.email | upper', 'template')).toEqual({ text: '{user.email | uppercase', caret: 23 });
});

test('the value the talk has now is part of the offer', () => {
  const set = { kind: 'attribute.set', context: 'session', name: 'order_id', after: 'A-1001' };
  const variables = PersistentMap({ session: PersistentMap({ order_id: set }) }) as unknown as typeof noVariables;
  const offers = offersAt('{session.order', 14, 'template', names, variables);
  expect(offers?.items[0]).toMatchObject({ label: 'order_id', detail: 'string', now: 'A-1001' });
});

const troubles = (text: string, form: ReferenceForm = 'template', isWritten = false): readonly string[] =>
  markText(text, form, names, isWritten).troubles.map(({ sentence }) => sentence);

test('what is not known is marked where it stands, and said in words', () => {
  expect(markText('Order {user.ordr_id} is {session.order_id}.', 'template', names, false)).toEqual({
    marks: [
      { start: 6, end: 20, kind: 'unknown' },
      { start: 24, end: 42, kind: 'reference' },
    ],
    troubles: [
      {
        severity: 'warning',
        sentence: 'Nothing sets {user.ordr_id}. Check the spelling, or register the attribute.',
      },
    ],
  });
  expect(troubles('{shop.name}')).toEqual(['There is no context “shop”. Add it, or use user or session.']);
  expect(troubles('{global.town}')).toEqual(['“global” has no constant “town”.']);
  expect(troubles('{user.email | shout}')).toEqual(['There is no filter “shout”; it changes nothing.']);
  expect(troubles('{user.')).toHaveLength(1);
  expect(troubles('plain')).toEqual([]);
});

test('where something is stored, a name nobody used yet is fine, and a context that is only read is not', () => {
  expect(troubles('session.brand_new', 'reference', true)).toEqual([]);
  expect(troubles('history.transcript', 'reference', true)).toEqual([
    '“history” can only be read. Store it in user or session.',
  ]);
  expect(troubles('user.items[0]', 'reference', true)).toHaveLength(1);
  expect(troubles('', 'reference', true)).toEqual([]);
});

test('in a request, arguments are told from references', () => {
  const { marks } = markText('/orders/$orderId?mail={user.email}', 'request', names, false);
  expect(marks.map(({ kind }) => kind)).toEqual(['argument', 'reference']);
  const json = markText('{ "id": "$orderId", "mail": "{user.emial}" }', 'json', names, false);
  expect(json.marks.map(({ kind }) => kind)).toEqual(['argument', 'unknown']);
});
