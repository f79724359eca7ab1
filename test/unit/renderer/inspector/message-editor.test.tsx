// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { blankBlock, blockKinds, kindsInOrder, leafKinds } from '../../../../renderer/inspector/message/block-kinds.ts';
import type { Studio } from '../../../../renderer/state/studio.ts';
import { blockTexts } from '../../../../shared/model/block-texts.ts';
import type { Message, MessageBlock } from '../../../../shared/model/intent-record.ts';
import type { BlockOf } from '../../../../shared/model/message-block.ts';
import { aBlock } from '../../../builders/a-block.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { depth, documentOf, field, inspect, intentIn } from './inspected.tsx';

const talk = (...blocks: readonly MessageBlock[]) =>
  aScenario('Shop')
    .withAttribute('first_name', 'string', { example: 'Ada' })
    .withAttribute('offer', 'json', { example: [{ kind: 'text', text: 'Only today, {user.first_name}.' }] })
    .withConversation('orders')
    .withScene('status')
    .withTurn('ask')
    .user('more', { samples: ['more'] })
    .app('tell', { messages: [{ blocks }] })
    .build();

const edited = (...blocks: readonly MessageBlock[]): Studio => inspect(talk(...blocks), ['tell']);
const message = (studio: Studio): Message => intentIn(studio, 'tell').messages[0] as Message;
const blocksOf = (studio: Studio): readonly MessageBlock[] => message(studio).blocks;
const form = (): HTMLElement => screen.getByRole('group', { name: 'Message 1' });
const preview = (name = 'Message 1') => within(screen.getByRole('group', { name: `${name} as people see it` }));
const addBlock = async (label: string): Promise<void> => {
  await userEvent.click(within(form()).getByRole('button', { name: 'Add block' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: label }));
};
const openAll = async (within: HTMLElement): Promise<void> => {
  for (let closed = next(within); closed !== null; closed = next(within)) await userEvent.click(closed);
};
const next = (within: HTMLElement): Element | null =>
  within.querySelector('.block .disclosure-head > button[aria-expanded="false"]');

test.each(kindsInOrder)('a block of kind %s is added from the menu, and undone', async (kind) => {
  const studio = edited(aBlock({ kind: 'text', text: 'Hello.' }));
  await addBlock(blockKinds[kind].label);
  expect(blocksOf(studio)).toEqual([{ kind: 'text', text: 'Hello.' }, blankBlock(kind)]);
  expect(screen.getByRole('group', { name: `Block 2: ${blockKinds[kind].label}` })).toBeTruthy();
  act(() => studio.editor.undo());
  expect(blocksOf(studio)).toEqual([{ kind: 'text', text: 'Hello.' }]);
});

/** Every part a kind can have, with something in each text. */
const full: readonly MessageBlock[] = [
  aBlock({ kind: 'image', source: 's0', description: 's1', link: 's2' }),
  aBlock({ kind: 'audio', title: 's0', url: 's1' }),
  aBlock({
    kind: 'rich',
    title: 's0',
    subtitle: 's1',
    text: 's2',
    image: { source: 's3', description: 's4', link: 's5' },
    buttons: [{ text: 's6', callback: 's7', value: 's8', target: { kind: 'link', url: 's9' } }],
    callback: 's10',
    callbackValue: 's11',
    link: 's12',
  }),
  aBlock({
    kind: 'button',
    text: 's0',
    buttons: [{ text: 's1', callback: 's2', value: 's3', target: { kind: 'call', phone: 's4' } }],
  }),
  aBlock({
    kind: 'form',
    text: 's0',
    submitText: 's1',
    callback: 's2',
    cancelText: 's3',
    cancelCallback: 's4',
    elements: [
      { type: 'select', name: 's5', label: 's6', defaultValue: 's7', options: [{ key: 's8', value: 's9' }] },
      { type: 'text', name: 's10', patternText: 's11' },
      { type: 'radio', name: 's12', optionsFrom: 's13' },
    ],
  }),
  aBlock({
    kind: 'datePicker',
    text: 's0',
    submitText: 's1',
    callback: 's2',
    attribute: 's3',
    minDate: 's4',
    maxDate: 's5',
  }),
  aBlock({
    kind: 'autocomplete',
    title: 's0',
    placeholder: 's1',
    submitText: 's2',
    callback: 's3',
    attribute: 's4',
    endpoint: { url: 's5', parameters: [{ name: 'p', value: 's6' }], queryParameter: 'q' },
    options: [{ key: 's7', value: 's8' }],
    optionsFrom: 's9',
  }),
  aBlock({ kind: 'location', text: 's0', submitText: 's1', callback: 's2', attribute: 's3' }),
  aBlock({
    kind: 'longText',
    text: 's0',
    submitText: 's1',
    callback: 's2',
    initialText: 's3',
    placeholder: 's4',
    confirmationText: 's5',
  }),
  aBlock({
    kind: 'fileUpload',
    text: 's0',
    submitText: 's1',
    callback: 's2',
    attribute: 's3',
    cancelText: 's4',
    cancelCallback: 's5',
    errorCallback: 's6',
    basePath: 's7',
  }),
  aBlock({
    kind: 'eSign',
    documentTitle: 's0',
    documentText: 's1',
    signature: 's2',
    fileName: 's3',
    filePath: 's4',
    submitText: 's5',
    callback: 's6',
    attribute: 's7',
    resignText: 's8',
    confirmText: 's9',
    checkboxText: 's10',
    cancelText: 's11',
    cancelCallback: 's12',
  }),
  aBlock({ kind: 'handToSystem', system: 's0', data: { a: 's1' } }),
  aBlock({ kind: 'meta', data: { progressText: 's0' } }),
  aBlock({ kind: 'cta', text: 's0' }),
  aBlock({ kind: 'attribute', reference: 's0' }),
  aBlock({ kind: 'list', title: 's0', items: [{ kind: 'rich', title: 's1', text: 's2' }] }),
];

test.each(full.map((block) => [block.kind, block] as const))(
  'every text of a %s block has a field',
  async (_, block) => {
    edited(block);
    await openAll(form());
    const fields = form().querySelectorAll<HTMLInputElement>('.blocks :is(input, textarea)');
    const shown = new Set([...fields].map(({ value }) => value));
    const texts = block.kind === 'list' ? [block, ...block.items].flatMap(blockTexts) : blockTexts(block);
    expect(texts.filter(({ text }) => /^s\d+$/.test(text) && !shown.has(text))).toEqual([]);
  },
);

test('a form is made by hand: questions, their kinds and options, and it is seen as it will be', async () => {
  const studio = edited();
  await addBlock('Form');
  await userEvent.type(field('Text'), 'Who are you?');
  await userEvent.type(field('Label'), 'Size');
  await userEvent.type(within(form()).getByRole('combobox', { name: 'Attribute' }), 'size');
  await userEvent.selectOptions(within(form()).getByRole('combobox', { name: 'Answer' }), 'select');
  await userEvent.click(within(form()).getByRole('button', { name: 'Add option' }));
  await userEvent.paste('s: Small\nl: Large');
  await userEvent.click(within(form()).getByRole('switch', { name: 'Required' }));
  await userEvent.type(within(form()).getByRole('textbox', { name: 'Callback' }), 'more');
  expect(blocksOf(studio)).toMatchObject([
    {
      kind: 'form',
      text: 'Who are you?',
      callback: 'more',
      elements: [
        {
          type: 'select',
          name: 'size',
          label: 'Size',
          required: true,
          options: [
            { key: 's', value: 'Small' },
            { key: 'l', value: 'Large' },
          ],
        },
      ],
    },
  ]);
  await userEvent.click(preview().getByRole('button', { name: 'Send' }));
  expect(preview().getByText('This needs an answer.')).toBeTruthy();
  await userEvent.selectOptions(preview().getByRole('combobox', { name: 'Size' }), 'l');
  await userEvent.click(preview().getByRole('button', { name: 'Send' }));
  expect(preview().getByRole('status').textContent).toBe('Sends more with size: “l”.');
});

test('items of a list are blocks of any kind but a list, each with its own form', async () => {
  const studio = edited();
  await addBlock('List');
  await userEvent.click(within(form()).getByRole('button', { name: 'Add item' }));
  expect(await screen.findAllByRole('menuitem')).toHaveLength(leafKinds.length);
  await userEvent.click(screen.getByRole('menuitem', { name: 'Card' }));
  const item = within(screen.getByRole('group', { name: 'item 1' }));
  await userEvent.type(item.getByRole('textbox', { name: 'Title' }), 'Hat');
  await userEvent.click(screen.getByRole('button', { name: 'Duplicate item 1' }));
  await userEvent.click(screen.getByRole('button', { name: 'Remove item 1' }));
  expect(blocksOf(studio)).toMatchObject([{ kind: 'list', items: [{ kind: 'rich', title: 'Hat' }] }]);
  expect(preview().getByText('Hat')).toBeTruthy();
});

test('the preview fills in examples, and what an attribute holds', () => {
  edited(
    aBlock({ kind: 'text', text: 'Hello **{user.first_name}**, {user.unknown}.' }),
    aBlock({ kind: 'attribute', reference: 'user.offer' }),
  );
  expect(preview().getByText('Ada').tagName).toBe('STRONG');
  expect(preview().getByText(/, \{user\.unknown\}\.$/)).toBeTruthy();
  expect(preview().getByText('Only today, Ada.')).toBeTruthy();
});

test('what a block lacks is said beside its field', () => {
  edited(aBlock({ kind: 'image' }), aBlock({ kind: 'datePicker', text: 'When?', callback: 'more' }));
  const describedBy = (label: string, role: string): string => {
    const control = within(form()).getByRole(role, { name: label });
    const ids = control.getAttribute('aria-describedby')?.split(' ') ?? [];
    return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  };
  expect(describedBy('Address', 'textbox')).toContain('Give the address of the picture.');
  expect(describedBy('Attribute', 'combobox')).toContain('Name the attribute that keeps the answer.');
});

test('what waits for an answer stays last when something is added, and moving it ahead is told', async () => {
  const studio = edited(aBlock({ kind: 'button', text: '', buttons: [{ text: 'More', callback: 'more' }] }));
  await userEvent.click(within(form()).getByRole('button', { name: 'Add text' }));
  await userEvent.keyboard('Well?');
  expect(blocksOf(studio).map(({ kind }) => kind)).toEqual(['text', 'button']);
  within(form()).getByRole('button', { name: 'Move block 2: arrow keys' }).focus();
  await userEvent.keyboard('{ArrowUp}');
  expect(blocksOf(studio).map(({ kind }) => kind)).toEqual(['button', 'text']);
});

test('a block and a message are duplicated; the copy is a message of its own', async () => {
  const studio = edited(aBlock({ kind: 'text', text: 'Hello.' }));
  await userEvent.click(within(form()).getByRole('button', { name: 'Duplicate block 1' }));
  await userEvent.click(screen.getByRole('button', { name: 'Duplicate message 1' }));
  const copies = intentIn(studio, 'tell').messages;
  expect(copies.map(({ blocks }) => blocks.length)).toEqual([2, 2]);
  expect(new Set(copies.map(({ id }) => id)).size).toBe(2);
  expect(depth(studio)).toBe(2);
});

test('settings of a message', async () => {
  const studio = edited(aBlock({ kind: 'text', text: 'Hello.' }));
  await userEvent.click(screen.getByRole('button', { name: 'Settings of message 1' }));
  await userEvent.type(within(form()).getByRole('textbox', { name: 'Name' }), 'Greeting');
  await userEvent.click(within(form()).getByRole('switch', { name: 'Nothing can be typed' }));
  await userEvent.click(within(form()).getByRole('switch', { name: 'Without avatar' }));
  expect(message(studio)).toMatchObject({ name: 'Greeting', disableText: true, hideAvatar: true });
  expect(preview().getByText('Nothing can be typed while it stands.')).toBeTruthy();
});

test('a button leads somewhere, and says nothing of what is as usual', async () => {
  const studio = edited(aBlock({ kind: 'button', text: 'Well?', buttons: [{ text: 'More' }] }));
  const button = screen.getByRole('group', { name: 'Button 1' });
  await userEvent.click(within(button).getByRole('button', { name: 'More' }));
  await userEvent.selectOptions(within(button).getByRole('combobox', { name: 'Also' }), 'link');
  await userEvent.type(within(button).getByRole('textbox', { name: 'Address' }), 'https://shop.example');
  await userEvent.click(within(button).getByRole('switch', { name: 'Shows a bubble' }));
  expect(blocksOf(studio)[0]).toMatchObject({
    buttons: [{ text: 'More', target: { kind: 'link', url: 'https://shop.example' }, display: false }],
  });
  await userEvent.selectOptions(within(button).getByRole('combobox', { name: 'Also' }), 'none');
  await userEvent.click(within(button).getByRole('switch', { name: 'Shows a bubble' }));
  await userEvent.click(within(form()).getByRole('button', { name: 'Remove block 1' }));
  expect(documentOf(studio).tables.intents.get('tell')?.messages[0]?.blocks).toEqual([]);
});

test('a callback is offered the intents there are, and takes none of them unasked; in braces it is offered references', async () => {
  const studio = edited(aBlock({ kind: 'button', text: 'Well?', buttons: [{ text: 'More' }] }));
  const callback = within(form()).getByRole('textbox', { name: 'Callback' });
  const said = (): string => (blocksOf(studio)[0] as BlockOf<'button'>).buttons[0]?.callback ?? '';
  await userEvent.type(callback, 'mo');
  const offers = within(screen.getByRole('listbox', { name: 'Offered references' }));
  expect(offers.getAllByRole('option').map(({ textContent }) => textContent?.trim())).toEqual(['more']);
  await userEvent.tab();
  expect(said()).toBe('mo');
  await userEvent.clear(callback);
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(said()).toBe('more');
  await userEvent.clear(callback);
  await userEvent.type(callback, '{{user.first_n');
  await userEvent.keyboard('{Enter}');
  expect(said()).toBe('{user.first_name}');
});
