import { expect, test } from 'vitest';
import {
  exportAttributeTypes,
  readAttributeTypes,
  withAttributeTypes,
} from '../../../../shared/exchange/opendialog/attribute-types.ts';
import { exportOpenDialog } from '../../../../shared/exchange/opendialog/export-open-dialog.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { when } from '../../../builders/conditions.ts';
import { unwrap, unwrapFailure } from '../../../builders/unwrap.ts';

test('[O21] what has no place in the file is told, with the record it is about', () => {
  const document = aScenario('Shop', { sessionLifetime: 60, languages: { base: 'en', others: ['de'] } })
    .withAttribute('age', 'int')
    .withContext('shop')
    .withConversation('Talk')
    .withScene('Scene')
    .withTurn('Turn')
    .user('ask', { samples: ['a', 'b'], sets: { 'user.tier': 'user.name' } })
    .app('tell', {
      messages: [
        { text: 'Hi', conditions: [{ kind: 'group', match: 'any', conditions: [when('user.age', 'gt', 1)] }] },
      ],
    })
    .withNote('remember')
    .build();
  const { scenario, findings } = exportOpenDialog(document);
  expect(findings).toEqual([
    { ref: 'shop', sentence: 'Types of attributes are a file of their own.' },
    { ref: 'shop', sentence: 'Contexts have no place in the file.' },
    { ref: 'shop', sentence: 'Notes on the canvas have no place in the file.' },
    { ref: 'shop', sentence: 'How long a session lasts has no place in the file.' },
    { ref: 'shop', sentence: 'Languages have no place in the file.' },
    { ref: 'ask', sentence: 'Of 2 samples only the first has a place in the file.' },
    { ref: 'ask', sentence: 'Attributes an intent sets have no place in the file.' },
    { ref: 'tell-message', sentence: 'A group of conditions of which any must hold was left out.' },
  ]);
  expect(scenario).toMatchObject({
    od_id: 'shop',
    conversations: [
      {
        scenes: [
          {
            turns: [
              {
                request_intents: [{ od_id: 'ask', sample_utterance: 'a' }],
                response_intents: [{ sample_utterance: 'Hi' }],
              },
            ],
          },
        ],
      },
    ],
    configurations: [{ name: 'OpenDialog' }, { name: 'Webchat' }],
  });
});

test('[O21] an action of ours goes out as far as the format goes, without its secrets', () => {
  const document = aScenario('Shop')
    .withApiAction('find', {
      inputs: ['code'],
      request: {
        baseUrl: 'https://api.example.com',
        path: '/$code',
        headers: [{ name: 'Authorization', value: 'Bearer s3cr3t' }],
      },
    })
    .withConversation('Talk')
    .withScene('Scene')
    .withTurn('Turn')
    .user('ask', {
      actions: [{ action: 'find', inputs: { code: 'user.order_id' }, outputs: { found: 'session.found' } }],
    })
    .build();
  const { scenario, findings } = exportOpenDialog(document);
  expect(JSON.stringify(scenario)).not.toContain('s3cr3t');
  expect(scenario['configurations']).toContainEqual({
    name: 'find',
    scenario_id: '$path:shop',
    component_id: 'action.core.webhook',
    configuration: {
      webhook_url: 'https://api.example.com/$code',
      headers: [{ name: 'Authorization', value: '{secret.authorization}' }],
    },
    active: true,
  });
  expect(JSON.stringify(scenario)).toContain(
    '{"id":"find","inputs":[{"attribute":"code","reference":"user.order_id"}],"outputs":["session.found"]}',
  );
  expect(findings.map(({ ref }) => ref)).toEqual(['find']);
});

test('[O19] types of attributes come in and go out', () => {
  const file = {
    age: 'attribute.core.int',
    birthdays: 'attribute.core.timestamp_collection',
    form: 'attribute.core.form_data',
    place: 'attribute.core.location',
  };
  const { attributes, findings } = unwrap(
    readAttributeTypes(JSON.stringify({ birthdays: file.birthdays, form: file.form, place: file.place })),
  );
  expect([attributes, findings]).toEqual([
    [
      { name: 'birthdays', type: 'timestamp[]' },
      { name: 'form', type: 'formData' },
      { name: 'place', type: 'location' },
    ],
    [],
  ]);
  const document = withAttributeTypes(aScenario('Shop').withAttribute('form', 'string').build(), attributes);
  expect(document.tables.attributes.size).toBe(3);
  // What is registered keeps its type.
  expect(exportAttributeTypes(document)).toEqual({
    birthdays: file.birthdays,
    form: 'attribute.core.string',
    place: file.place,
  });
});

test.each([
  ['age', 'attribute.core.int', 'lost', 'has a type already'],
  ['my-age', 'attribute.core.int', 'lost', 'letters, digits and "_"'],
  ['myAge', 'attribute.core.int', 'doubtful', 'small letters'],
  ['my_age', 'core.int', 'lost', 'A type is called "attribute."'],
  ['my_age', 'attribute.core.made_up', 'lost', 'There is no type'],
])('[O19] %s as %s is told', (name, type, outcome, sentence) => {
  const { findings } = unwrap(readAttributeTypes(JSON.stringify({ [name]: type })));
  expect(findings).toEqual([{ pointer: `/${name}`, outcome, sentence: expect.stringContaining(sentence) as string }]);
});

test('[O19] a file that is something else is refused', () => {
  expect(unwrapFailure(readAttributeTypes('[]'))).toEqual([
    { pointer: '', sentence: 'Expected an object of attribute names and their types.' },
  ]);
});
