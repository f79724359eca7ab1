import { describe, expect, test } from 'vitest';
import { asId } from '../../../../shared/model/ids.ts';
import type { Document } from '../../../../shared/model/document.ts';
import { printScenario } from '../../../../shared/persistence/print-scenario.ts';
import { aBlock } from '../../../builders/a-block.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { any, reference, value, when } from '../../../builders/conditions.ts';
import { after, planned, refusal } from '../../../builders/run-command.ts';

/** A document that says `status` wherever a reference may stand. */
const order = (name: string): Document =>
  aScenario('Order', { conditions: [when(`session.${name}`, 'is_set')] })
    .withAttribute(name, 'string', { id: asId('status') })
    .withAttribute('status_code', 'int')
    .withContext('basket', { values: { [name]: 1, other: 2 } })
    .withIntegration('Shop', {
      baseUrl: `https://{user.${name}}.example`,
      headers: [{ name: 'X', value: `{${name}}` }],
    })
    .withApiAction('lookUpOrder', {
      inputs: ['orderId'],
      outputs: { found: 'boolean' },
      request: {
        path: `/orders/$orderId/{user.${name} | url_encode}`,
        headers: [{ name: 'status', value: `{${name}}` }],
        body: { kind: 'json', text: `{"status": "{ ${name} }", "all": {"a": "{{status}}"}}` },
      },
      confirmation: { when: 'condition', conditions: [when(name, 'is_set')], question: `Is {${name}} right?` },
      onFailure: { message: `No {${name}}` },
    })
    .withApiAction('sendForm', {
      request: { body: { kind: 'form', fields: [{ name: 'status', value: `{${name}}` }] } },
    })
    .withSetAttributesAction('remember', {
      [`session.${name}`]: `user.${name}['a'][0]`,
      'user.status_code': value('status'),
    })
    .withConversation('Orders', {
      conditions: [any(when('user.status_code', 'eq', 1), when(`user.${name}`, 'eq', 'status'))],
    })
    .withScene('Main', {
      conditions: [when('user.age', 'between', reference(`user.${name}`), reference(`${name}[0]`))],
    })
    .withTurn('Where', { conditions: [when(`{${name}}`.slice(1, -1), 'is_not_set')] })
    .user('where_is_status', {
      samples: [`my {user.${name}} is status`],
      expects: [`session.${name}`, 'secret.status', 'history.status'],
      sets: { [name]: `basket.${name}` },
      actions: [
        {
          action: 'lookUpOrder',
          inputs: { orderId: `user.${name}`, status: value('status') },
          outputs: { found: name },
        },
      ],
    })
    .app('tell_status', {
      messages: [
        {
          text: `It is {${name}}, {user.${name} | replace status @${name}} {{status}} {status_code}`,
          conditions: [when(name, 'is_set')],
        },
        {
          text: `{${name}}`,
          buttons: [
            { text: `{${name}}`, callback: `{${name}}`, value: `${name}.done` },
            { text: 'x', value: 'status' },
          ],
          translations: { de: { [`{${name}}`]: `Es ist {user.${name}}` } },
        },
        {
          blocks: [
            aBlock({
              kind: 'list',
              title: 'status',
              items: [{ kind: 'image', source: `https://x.example/{${name}}` }],
            }),
            aBlock({
              kind: 'form',
              text: `{${name}}`,
              elements: [{ name, label: `{${name}} status`, optionsFrom: `session.${name}`, pattern: '{status}' }],
            }),
            aBlock({ kind: 'datePicker', attribute: `session.${name}` }),
            aBlock({ kind: 'attribute', reference: name }),
          ],
        },
      ],
    })
    .build();

describe('renaming an attribute', () => {
  test('[C21] is followed by everything that says it, and by nothing else', () => {
    const renamed = after(order('status'), { kind: 'attribute.rename', id: 'status', name: 'state' });
    expect(printScenario(renamed)).toBe(printScenario(order('state')));
  });

  test('[C21] touches only records that say it', () => {
    const { diff } = planned(order('status'), { kind: 'attribute.rename', id: 'status', name: 'state' });
    expect(diff.map(({ id }) => id)).not.toContain('status-code');
    expect(planned(order('status'), { kind: 'attribute.rename', id: 'status_code', name: 'code' }).diff.length).toBe(4);
  });

  test('[C22] an output nobody mapped goes on landing in it', () => {
    const document = aScenario('Order')
      .withAttribute('status')
      .withApiAction('lookUpOrder', { outputs: { status: 'string', at: 'timestamp' } })
      .withConversation('Orders')
      .withScene('Main')
      .withTurn('Where')
      .user('ask', {
        actions: ['lookUpOrder', { id: 'mapped', action: 'lookUpOrder', outputs: { status: 'session.other' } }],
      })
      .build();
    const renamed = after(document, { kind: 'attribute.rename', id: 'status', name: 'state' });
    expect(renamed.tables.intents.get('ask')?.actions.map(({ outputs }) => outputs)).toEqual([
      { status: 'state' },
      { status: 'session.other' },
    ]);
    const back = after(renamed, { kind: 'attribute.rename', id: 'status', name: 'status' });
    expect(printScenario(back)).toBe(printScenario(document));
  });

  test.each(['status', 'user.status'])('[C22] an output that was mapped to %j by hand stays mapped', (mapped) => {
    const document = aScenario('Order')
      .withAttribute('status')
      .withApiAction('lookUpOrder', { outputs: { status: 'string' } })
      .withConversation('Orders')
      .withScene('Main')
      .withTurn('Where')
      .user('ask', {
        actions: ['lookUpOrder', { id: 'mapped', action: 'lookUpOrder', outputs: { status: mapped } }],
      })
      .build();
    const renamed = after(document, { kind: 'attribute.rename', id: 'status', name: 'state' });
    expect(renamed.tables.intents.get('ask')?.actions.map(({ outputs }) => outputs)).toEqual([
      { status: 'state' },
      { status: mapped.replace('status', 'state') },
    ]);
    const back = after(renamed, { kind: 'attribute.rename', id: 'status', name: 'status' });
    expect(printScenario(back)).toBe(printScenario(document));

    // What is mapped by hand meanwhile is theirs as well.
    const use = renamed.tables.intents.get('ask')?.actions[0]?.id ?? '';
    const own = after(renamed, { kind: 'output.map', use: asId(use), output: 'status', reference: 'user.state' });
    const kept = after(own, { kind: 'attribute.rename', id: 'status', name: 'status' });
    expect(kept.tables.intents.get('ask')?.actions[0]).toMatchObject({ outputs: { status: 'user.status' } });
    expect(printScenario(kept)).not.toContain('unmapped');
  });

  test('[C21] groups of patterns, what tests send and integrations follow; what a workflow calls its own does not', () => {
    const rule = { pattern: '(?P<code>[A-Z]+) (\\d+)', intentId: 'ask', captures: { '2': 'code' } };
    const document = aScenario('Order')
      .withAttribute('code')
      .withInterpreter('rules', {}, { kind: 'pattern', rules: [rule] })
      .withIntegration('Desk', {
        operations: [{ name: 'look', path: '/{user.code}' }],
        environments: { local: { baseUrl: 'http://{code}' } },
      })
      .withAction('workflow', 'flow', {
        inputs: [{ name: 'code' }],
        steps: [
          {
            kind: 'action',
            name: 'a',
            action: 'none',
            inputs: { x: reference('args.code'), y: reference('user.code') },
          },
        ],
      })
      .withTest('Sent', [{ kind: 'say', text: 'A', value: 'code.7', fields: { code: 1, other: 2 } }])
      .build();
    const renamed = after(document, { kind: 'attribute.rename', id: 'code', name: 'number' });
    const { interpreters, integrations, actions, tests } = renamed.tables;
    expect(interpreters.get('rules')).toMatchObject({ rules: [{ captures: { '2': 'number', code: 'number' } }] });
    expect(integrations.first()).toMatchObject({
      operations: [{ path: '/{user.number}' }],
      environments: { local: { baseUrl: 'http://{number}' } },
    });
    expect(actions.get('flow')).toMatchObject({
      steps: [{ inputs: { x: reference('args.code'), y: reference('user.number') } }],
    });
    expect(tests.first()?.steps[0]).toMatchObject({ value: 'number.7', fields: { number: 1, other: 2 } });
    const back = after(renamed, { kind: 'attribute.rename', id: 'code', name: 'code' });
    expect(printScenario(back)).toBe(printScenario(document));
  });

  test('[C20, C21] through its form does the same, with the other fields', () => {
    const changes = { name: 'state', description: 'Where it is' };
    const renamed = after(order('status'), { kind: 'record.update', table: 'attributes', id: 'status', changes });
    expect(renamed.tables.attributes.get('status')).toMatchObject(changes);
    expect(renamed.tables.intents.get('tell_status')).toEqual(order('state').tables.intents.get('tell_status'));
  });

  test('[C5, C23] is refused when the name is taken or is none', () => {
    expect(refusal(order('status'), { kind: 'attribute.rename', id: 'status', name: 'status_code' }).code).toBe(
      'taken',
    );
    expect(refusal(order('status'), { kind: 'attribute.rename', id: 'status', name: 'the status' }).code).toBe(
      'invalid',
    );
    expect(refusal(order('status'), { kind: 'attribute.rename', id: 'gone', name: 'state' }).code).toBe('notFound');
  });
});

describe('renaming a context', () => {
  const withBasket = (name: string): Document =>
    aScenario('Order')
      .withContext(name, { id: asId('basket') })
      .withConversation('Orders')
      .withScene('Main')
      .withTurn('Where')
      .user('where', { expects: [`${name}.basket`, 'user.basket'] })
      .app('tell', { text: `{${name}.total} {basket}` })
      .withView('context', name)
      .withView('action', 'basket')
      .build();

  test('[C23] is followed by references and views', () => {
    const changes = { name: 'cart' };
    const renamed = after(withBasket('basket'), { kind: 'record.update', table: 'contexts', id: 'basket', changes });
    expect(renamed.tables.contexts.get('basket')?.name).toBe('cart');
    expect(renamed.tables.intents).toEqual(withBasket('cart').tables.intents);
    expect(
      renamed.tables.views
        .map(({ shows }) => shows)
        .toList()
        .toJS()
        .toSorted(),
    ).toEqual(['basket', 'cart']);
  });

  test('[C23] keeps the constants where the engine looks for them, and names apart', () => {
    const document = after(
      withBasket('basket'),
      { kind: 'context.add', name: 'global' },
      { kind: 'context.add', name: 'cart' },
    );
    const rename = (id: string, name: string) =>
      ({ kind: 'record.update', table: 'contexts', id, changes: { name } }) as const;
    expect(refusal(document, rename('global', 'constants')).code).toBe('invalid');
    expect(refusal(document, rename('basket', 'cart')).code).toBe('taken');
    expect(refusal(document, rename('basket', 'user')).code).toBe('taken');
  });

  test('[C23] two actions do not share a name', () => {
    const document = aScenario('Order').withApiAction('a').withApiAction('b').build();
    expect(refusal(document, { kind: 'record.update', table: 'actions', id: 'b', changes: { name: 'a' } }).code).toBe(
      'taken',
    );
  });
});
