import { describe, expect, test } from 'vitest';
import { aScenario } from '../../../builders/a-scenario.ts';
import { value, when } from '../../../builders/conditions.ts';
import { play } from '../../../builders/play.ts';

const typed = () =>
  aScenario()
    .withAttribute('age', 'int')
    .withAttribute('tags', 'string[]')
    .withAttribute('quote', 'json')
    .withContext('cart')
    .withContext('global', { lifetime: 'constant', values: { shop: 'Bikes & Co', open: true } })
    .withContext('limits', { lifetime: 'constant', values: { most: 3 } })
    .withConversation('A')
    .withScene('s')
    .withTurn('t', { behaviors: ['STARTING', 'OPEN'] });

const sets = (
  events: readonly { context: string; name: string; before: unknown; after: unknown; origin: string }[],
): unknown[] => events.map(({ context, name, before, after, origin }) => [context, name, before, after, origin]);

describe('what was interpreted', () => {
  test('[E50] expected attributes go where the intent says, the others to user, cast to their types', () => {
    const talk = play(typed().user('form', { expects: ['cart.age', 'session.note'] }));
    talk.hear({
      kind: 'form',
      callback: 'form',
      fields: { age: '41 years', note: 'hi', tags: 'a, b', more: 1 },
      text: '',
    });
    expect(talk.state.contexts).toEqual({
      user: { tags: ['a', 'b'], more: '1' },
      session: { note: 'hi' },
      cart: { age: 41 },
    });
    expect(sets(talk.events('attribute.set'))[0]).toEqual(['cart', 'age', null, 41, 'said']);
    expect(talk.event('attribute.set')).toMatchObject({
      source: 'form',
      ref: 'form',
      causedBy: talk.event('intent.matched').seq,
    });
  });

  test('[E51] the value of a button names an attribute, or is the callback value', () => {
    const talk = play(typed().user('pick'));
    expect(talk.press('pick', 'age.41').user).toEqual({ age: 41 });
    expect(talk.press('pick', 'just text').user).toEqual({ age: 41, callback_value: 'just text' });
    expect(talk.press('pick', 'a.b.c').user).toEqual({ age: 41, callback_value: 'a.b.c' });
    expect(talk.press('pick', 'shop\\.name.x\\.y').user).toMatchObject({ callback_value: 'shop.name.x.y' });
  });
});

describe('writing', () => {
  test('[E55] casts to the type of the attribute; one without a type is text', () => {
    const talk = play(typed(), { attributes: { age: '15.9', tags: 'x,y', quote: { total: [1] }, anything: 15 } });
    expect(talk.user).toEqual({ age: 15, tags: ['x', 'y'], quote: { total: [1] }, anything: '15' });
  });

  test('[E56] null removes, and what is missing reads as nothing', () => {
    const talk = play(
      typed()
        .user('forget')
        .app('forgot', {
          sets: { age: value(null), 'session.copy': 'user.nothing' },
          text: 'You are {age}{user.quote.total[5]}{nowhere.at_all}.',
        }),
      { attributes: { age: 3, quote: { total: [1] } } },
    );
    expect(talk.press('forget').texts).toEqual(['You are .']);
    expect([talk.user, talk.state.contexts['session']]).toEqual([{ quote: { total: [1] } }, {}]);
    expect(sets(talk.events('attribute.set'))).toEqual([
      ['user', 'age', 3, null, 'default'],
      ['session', 'copy', null, null, 'default'],
    ]);
  });

  test('[E57] goes to session where the context is unknown or read-only', () => {
    const talk = play(typed());
    for (const context of [
      'nowhere',
      'global',
      'limits',
      'conversation',
      'history',
      '_intent',
      'secret',
      '__proto__',
    ]) {
      talk.edit(`${context}.${context}_x`, 1);
      expect(talk.event('attribute.set')).toMatchObject({ context: 'session', name: `${context}_x` });
    }
    talk.edit('user.__proto__', { polluted: 'yes' });
    expect([talk.last.trace, Object.keys(talk.state.contexts), ({} as Record<string, unknown>)['polluted']]).toEqual([
      [],
      ['user', 'session'].filter((name) => name in talk.state.contexts),
      undefined,
    ]);
  });

  test('[E58] constants are read from the design', () => {
    const talk = play(
      typed()
        .user('where')
        .app('here', { conditions: [when('limits.most', 'lt', 4)], text: '{global.shop}: {global.open}' }),
    );
    expect(talk.press('where').texts).toEqual(['Bikes \\& Co: true']);
    expect(talk.edit('global.shop', 'Mine').press('where').texts).toEqual(['Bikes \\& Co: true']);
  });
});
