import { describe, expect, test } from 'vitest';
import type { Json } from '../../../../shared/base/json.ts';
import type { BlockOutput } from '../../../../shared/engine/output.ts';
import type { MessageBlock } from '../../../../shared/model/message-block.ts';
import { aBlock } from '../../../builders/a-block.ts';
import { aScenario, type ScenarioBuilder } from '../../../builders/a-scenario.ts';
import { when } from '../../../builders/conditions.ts';
import { play, type Talk } from '../../../builders/play.ts';
import type { MessageOptions } from '../../../builders/scenario-parts.ts';

const shop = (): ScenarioBuilder =>
  aScenario('Shop', { languages: { base: 'en', others: ['de', 'pt-BR'] } })
    .withAttribute('kinds', 'json')
    .withAttribute('card', 'json')
    .withAttribute('hidden', 'string', { sensitive: true });

const talkWith = (message: MessageOptions, attributes: Readonly<Record<string, Json>> = {}): Talk =>
  play(
    shop()
      .withConversation('A')
      .withScene('s')
      .withTurn('t', { behaviors: ['STARTING', 'OPEN'] })
      .user('hi')
      .app('answer', { messages: [message] }),
    { attributes },
  ).press('hi');

const blocksOf = (talk: Talk): readonly BlockOutput[] => talk.outputs.flatMap(({ blocks }) => blocks);
const said = (block: MessageBlock, attributes: Readonly<Record<string, Json>> = {}): BlockOutput | undefined =>
  blocksOf(talkWith({ blocks: [block] }, attributes))[0];

describe('blocks', () => {
  test('[E140] of every kind have their texts filled in', () => {
    const rich = aBlock({
      kind: 'rich',
      title: '{name}',
      subtitle: 'for {name}',
      text: 'Dear {name}',
      image: { source: 'https://x.example/{name}.png', description: 'Of {name}' },
      buttons: [{ text: 'Call {name}', target: { kind: 'call', phone: '{phone}' } }],
      callback: 'pick_{name}',
    });
    expect(said(rich, { name: 'Ada', phone: '+49 1' })).toMatchObject({
      title: 'Ada',
      subtitle: 'for Ada',
      text: 'Dear Ada',
      image: { source: 'https://x.example/Ada.png', description: 'Of Ada' },
      buttons: [{ text: 'Call Ada', target: { kind: 'call', phone: '+49 1' } }],
      callback: 'pick_Ada',
    });
    const form = aBlock({
      kind: 'form',
      submitText: 'Go, {name}',
      elements: [{ name: 'age', label: 'How old is {name}?', patternText: 'No, {name}', pattern: '^{2}$' }],
    });
    expect(said(form, { name: 'Ada' })).toMatchObject({
      submitText: 'Go, Ada',
      elements: [{ name: 'age', label: 'How old is Ada?', patternText: 'No, Ada', pattern: '^{2}$' }],
    });
    expect(said(aBlock({ kind: 'meta', data: { progressText: 'Hi {name}' } }), { name: 'Ada' })).toEqual({
      kind: 'meta',
      data: { progressText: 'Hi Ada' },
    });
  });

  test('[E140] in a list are filled in like others', () => {
    const list = aBlock({
      kind: 'list',
      title: 'For {name}',
      items: [
        { kind: 'text', text: 'One {name}' },
        { kind: 'button', buttons: [{ text: 'Two {name}' }] },
      ],
    });
    expect(said(list, { name: 'Ada' })).toMatchObject({
      title: 'For Ada',
      items: [{ text: 'One Ada' }, { buttons: [{ text: 'Two Ada' }] }],
    });
  });

  test('[E140] come without notes for the design', () => {
    const block: MessageBlock & { readonly extras: object } = {
      ...aBlock({ kind: 'form', elements: [{ name: 'kind', optionsFrom: 'kinds', alphabetical: true }] }),
      extras: { opendialog: { display: true } },
    };
    const shown = JSON.stringify(said(block));
    for (const note of ['extras', 'optionsFrom', 'alphabetical']) expect(shown).not.toContain(note);
  });

  test('[E141] fill each text in as what it is', () => {
    const attributes = { part: 'a/b?c=*d*', site: 'https://x.example/a?b=1&c=2', phone: '+49' };
    const image = aBlock({ kind: 'image', source: 'https://y.example/{part}', link: '{site}', description: '{part}' });
    expect(said(image, attributes)).toMatchObject({
      source: 'https://y.example/a%2Fb%3Fc%3D%2Ad%2A',
      link: 'https://x.example/a?b=1&c=2',
      description: 'a/b?c=*d*',
    });
    const buttons = aBlock({ kind: 'button', buttons: [{ text: '**Go** {part}', styled: true, value: 'way.{part}' }] });
    expect(said(buttons, { part: 'a.*b*' })).toMatchObject({
      buttons: [
        {
          text: 'Go a.*b*',
          parts: [
            { text: 'Go', style: 'bold' },
            { text: ' a.*b*', style: 'plain' },
          ],
          value: 'way.a\\.*b*',
        },
      ],
    });
    expect(said(aBlock({ kind: 'form', text: '{part}' }), { part: '*b* <i>' })).toMatchObject({
      text: '\\*b\\* \\<i\\>',
    });
  });

  test('[E141] leave no mark over around nothing', () => {
    expect(said(aBlock({ kind: 'text', text: 'It is **{part}**, `{part}`.' }))).toMatchObject({ text: 'It is , .' });
    const buttons = aBlock({ kind: 'button', buttons: [{ text: 'Go **{part}**', styled: true }] });
    expect(said(buttons)).toMatchObject({ buttons: [{ text: 'Go ', parts: [{ text: 'Go ', style: 'plain' }] }] });
    expect(said(buttons, { part: '' })).toMatchObject({ buttons: [{ text: 'Go ' }] });
  });

  test('[E141] an address made of a value alone keeps out what no address has', () => {
    const link = (site: string): unknown => said(aBlock({ kind: 'image', link: '{site}' }), { site });
    expect(link('https://x.example/"onload=1')).toMatchObject({ link: 'https://x.example/%22onload=1' });
    expect(link('javascript:alert(1)')).toMatchObject({ link: 'javascript%3Aalert%281%29' });
  });

  test.each<[string, Json, readonly (readonly [string, string])[]]>([
    [
      'a list of texts',
      ['tea', 'cake'],
      [
        ['tea', 'tea'],
        ['cake', 'cake'],
      ],
    ],
    [
      'a list of pairs',
      [
        { key: 't', value: 'Tea' },
        { id: 7, name: 'Cake' },
      ],
      [
        ['t', 'Tea'],
        ['7', 'Cake'],
      ],
    ],
    [
      'an object',
      { t: 'Tea', c: 'Cake' },
      [
        ['t', 'Tea'],
        ['c', 'Cake'],
      ],
    ],
    ['nothing', null, []],
    ['no list at all', 'tea', []],
  ])('[E142] options come from %s', (_what, kinds, expected) => {
    const form = aBlock({ kind: 'form', elements: [{ name: 'kind', type: 'select', optionsFrom: 'kinds' }] });
    expect(said(form, { kinds })).toMatchObject({
      elements: [{ options: expected.map(([key, value]) => ({ key, value })) }],
    });
  });

  test('[E142] alphabetical options are sorted by what they show', () => {
    const options = [
      { key: 'a', value: 'pear' },
      { key: 'b', value: 'Apple' },
    ];
    const form = aBlock({ kind: 'form', elements: [{ name: 'kind', type: 'select', options, alphabetical: true }] });
    expect(said(form)).toMatchObject({ elements: [{ options: [{ value: 'Apple' }, { value: 'pear' }] }] });
  });
});

describe('a message that an attribute holds', () => {
  const stands = aBlock({ kind: 'attribute', reference: 'user.card' });
  const instead = (card: Json, more: Readonly<Record<string, Json>> = {}): readonly BlockOutput[] =>
    blocksOf(talkWith({ blocks: [aBlock({ kind: 'text', text: 'First' }), stands] }, { card, ...more })).slice(1);

  test.each<[string, Json, readonly object[]]>([
    [
      'markup',
      '<message><text-message>Hi {name}</text-message><empty-message/></message>',
      [{ kind: 'text', text: 'Hi Ada' }],
    ],
    [
      'blocks',
      [
        { kind: 'text', text: 'Hi {name}' },
        { kind: 'audio', url: 'u' },
      ],
      [{ text: 'Hi Ada' }, { kind: 'audio' }],
    ],
    ['a message', { blocks: [{ kind: 'text', text: 'Hi' }] }, [{ text: 'Hi' }]],
    ['one block', { kind: 'text', text: 'Hi' }, [{ text: 'Hi' }]],
    ['words', 'Just words', [{ kind: 'text', text: 'Just words' }]],
    ['what is no block', [{ kind: 'rocket' }, 7], []],
    ['nothing', null, []],
  ])('[E143] as %s takes its place', (_what, card, expected) => {
    const shown = blocksOf(
      talkWith({ blocks: [aBlock({ kind: 'text', text: 'First' }), stands] }, { card, name: 'Ada' }),
    );
    expect(shown).toMatchObject([{ text: 'First' }, ...expected]);
  });

  test('[E143] holds no other, and is never long', () => {
    expect(instead([{ kind: 'attribute', reference: 'user.card' }])).toEqual([]);
    expect(instead(Array.from({ length: 500 }, () => ({ kind: 'text', text: 'x' })))).toHaveLength(50);
  });

  test('[E144] is covered in the trace where the attribute is sensitive', () => {
    const talk = talkWith(
      { blocks: [aBlock({ kind: 'attribute', reference: 'hidden' })] },
      { hidden: 'my pin is 1234' },
    );
    expect(talk.texts).toEqual(['my pin is 1234']);
    expect(JSON.stringify(talk.trace)).not.toContain('1234');
  });
});

describe('a message', () => {
  test('[E145] with an empty block shows the others, or nothing', () => {
    const empty = aBlock({ kind: 'empty' });
    expect(talkWith({ blocks: [empty] }).outputs).toEqual([]);
    expect(talkWith({ blocks: [empty] }).event('message.sent')).toMatchObject({ blocks: [{ kind: 'empty' }] });
    expect(talkWith({ blocks: [empty, aBlock({ kind: 'text', text: 'Hi' })] }).texts).toEqual(['Hi']);
  });

  test('[E146] tells its flags', () => {
    const flags = { disableText: true, hideAvatar: true };
    expect(talkWith({ text: 'Hi', ...flags }).outputs).toMatchObject([flags]);
    const plain = talkWith({ text: 'Hi', disableText: false }).outputs[0];
    expect(Object.keys(plain ?? {})).not.toContain('disableText');
  });

  const translated: MessageOptions = {
    blocks: [
      aBlock({ kind: 'button', text: 'Hello {name}', buttons: [{ text: 'Yes', callback: 'yes' }, { text: 'No' }] }),
    ],
    translations: {
      de: { 'Hello {name}': 'Hallo {name}', Yes: 'Ja' },
      'pt-BR': { 'Hello {name}': 'Olá {name}' },
    },
  };
  test.each([
    ['de', '', 'Hallo Ada / Ja / No'],
    ['de-AT', '', 'Hallo Ada / Ja / No'],
    ['DE_de', '', 'Hallo Ada / Ja / No'],
    ['pt-br', '', 'Olá Ada / Yes / No'],
    ['fr', '', 'Hello Ada / Yes / No'],
    ['fr', 'de', 'Hallo Ada / Ja / No'],
    ['', 'de', 'Hallo Ada / Ja / No'],
    ['en-GB', 'de', 'Hello Ada / Yes / No'],
    ['', '', 'Hello Ada / Yes / No'],
  ])('[E147] in a session in “%s” by somebody who speaks “%s” is “%s”', (session, user, expected) => {
    const talk = talkWith(translated, { name: 'Ada', 'session.language': session, 'user.language': user });
    expect(blocksOf(talk).map(buttonLine)).toEqual([expected]);
  });

  test('[E148] is words in the history', () => {
    const blocks = [
      aBlock({ kind: 'text', text: 'Choose' }),
      aBlock({ kind: 'image', source: 'https://x.example/a.png', description: 'A fox' }),
      aBlock({ kind: 'form', text: 'Who?', elements: [{ name: 'first_name', label: 'Name' }, { name: 'age' }] }),
      aBlock({ kind: 'list', items: [{ kind: 'rich', title: 'Tea', buttons: [{ text: 'Take it' }] }] }),
      aBlock({ kind: 'meta', data: { progressText: 'Half' } }),
    ];
    expect(JSON.stringify(talkWith({ blocks }).state)).toContain(
      'Choose\\nA fox\\nWho? [Name] [age]\\nTea [Take it]\\nHalf',
    );
  });
});

const buttonLine = (block: BlockOutput): string =>
  block.kind === 'button' ? [block.text, ...block.buttons.map(({ text }) => text)].join(' / ') : '';

describe('composites', () => {
  const typed = (): ScenarioBuilder =>
    aScenario()
      .withAttribute('order', 'composite', {
        members: [
          { name: 'amount', type: 'int' },
          { name: 'sent', type: 'timestamp' },
          { name: 'to', type: 'composite', members: [{ name: 'vip', type: 'boolean' }] },
          { name: 'lines', type: 'composite[]', members: [{ name: 'price', type: 'float' }] },
        ],
      })
      .withAttribute('home', 'location')
      .withAttribute('papers', 'file[]')
      .withConversation('A')
      .withScene('s')
      .withTurn('t', { behaviors: ['STARTING', 'OPEN'] });
  const order = {
    amount: '3 pieces',
    sent: '60',
    to: { vip: 'yes', name: 7 },
    lines: [{ price: '1.5 EUR' }],
    free: '1',
  };

  test('[E149] have their members cast, whatever holds them', () => {
    const talk = play(typed(), {
      attributes: { order, home: '1 Main St', papers: { name: 'a.pdf', size: '12 bytes' } },
    });
    expect(talk.user).toEqual({
      order: { amount: 3, sent: 60, to: { vip: true, name: 7 }, lines: [{ price: 1.5 }], free: '1' },
      home: { formatted_address: '1 Main St' },
      papers: [{ name: 'a.pdf', size: 12 }],
    });
  });

  test('[E103, E149] are compared and said as the types of their members', () => {
    const talk = play(
      typed()
        .user('hi')
        .app('shown', {
          conditions: [
            when('user.order.amount', 'eq', '3'),
            when('user.order.to.vip', 'eq', 'yes'),
            when('user.order.lines[0].price', 'lt', '10'),
          ],
          text: 'Sent {user.order.sent}',
        }),
      { attributes: { order } },
    ).press('hi');

    expect(talk.texts).toEqual(['Sent 1970-01-01T00:01:00+00:00']);
  });
});
