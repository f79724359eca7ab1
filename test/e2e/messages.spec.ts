import type { Locator } from '@playwright/test';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { aScenario } from '../builders/a-scenario.ts';
import { createFolder, type TestFolder } from './fixtures/a-folder.ts';
import { expect, test } from './fixtures/launch.ts';
import { messageEditor, type MessageEditor } from './pages/message-editor.ts';
import { studioWindow } from './pages/studio-window.ts';
import { talkPanel } from './pages/talk-panel.ts';
import { tracePanel } from './pages/trace-panel.ts';

/** A talk that greets with a message nobody has written yet. */
const scenario = (): string =>
  printScenario(
    aScenario('Hats')
      .withAttribute('first_name', 'string', { example: 'Ada' })
      .withAttribute('offer', 'json', { example: [{ kind: 'text', text: 'Only today.' }] })
      .withContext('shelf', { lifetime: 'constant', values: { offer: [{ kind: 'text', text: 'Only today.' }] } })
      .withConversation('Shop')
      .withScene('Desk')
      .withTurn('Ask', { behaviors: ['STARTING', 'OPEN'] })
      .user('hello', { samples: ['hello'] })
      .app('greet', { messages: [{ blocks: [] }] })
      .withTurn('Answer', { behaviors: ['STARTING', 'OPEN'] })
      .user('answered')
      .app('thanks', { text: 'Thank you.' })
      .build(),
  );

type Block = {
  readonly kind: string;
  /** Builds it in the form, as a designer would. */
  readonly write: (editor: MessageEditor) => Promise<void>;
  /** What people see of it. */
  readonly sees: (shown: Locator) => Promise<void>;
};

const visible = (locator: Locator): Promise<void> => expect(locator).toBeVisible();

/** Blocks that say something; all of them go into one message. */
const said: readonly Block[] = [
  {
    kind: 'Text',
    write: (editor) => editor.write('Text', 'A **fine** day.', editor.block(1)),
    sees: (shown) => visible(shown.locator('strong', { hasText: 'fine' })),
  },
  {
    kind: 'Image',
    write: async (editor) => {
      await editor.write('Address', 'https://hats.example/red.png', editor.block(2));
      await editor.write('Description', 'A red hat', editor.block(2));
    },
    sees: (shown) => visible(shown.getByRole('figure', { name: 'Picture: A red hat' })),
  },
  {
    kind: 'Audio',
    write: async (editor) => {
      await editor.write('Title', 'Our song', editor.block(3));
      await editor.write('Address', 'https://hats.example/song.mp3', editor.block(3));
    },
    sees: (shown) => visible(shown.getByRole('figure', { name: 'Sound: Our song' })),
  },
  {
    kind: 'Card',
    write: async (editor) => {
      await editor.write('Title', 'Red hat', editor.block(4));
      await editor.write('Text', 'Made of wool.', editor.block(4));
      await editor.press('Add image', editor.block(4));
      await editor.write('Address', 'https://hats.example/card.png', editor.block(4));
      await editor.press('Add button', editor.block(4));
      await editor.write('Label', 'Buy it', editor.block(4));
      await editor.write('Callback', 'answered', editor.block(4));
    },
    sees: async (shown) => {
      await visible(shown.getByRole('heading', { name: 'Red hat' }));
      await visible(shown.getByText('https://hats.example/card.png'));
      await visible(shown.getByRole('button', { name: 'Buy it' }));
    },
  },
  {
    kind: 'Full-page card',
    write: (editor) => editor.write('Title', 'The whole shop', editor.block(5)),
    sees: (shown) => visible(shown.getByRole('heading', { name: 'The whole shop' })),
  },
  {
    kind: 'List',
    write: async (editor) => {
      const block = editor.block(6);
      await editor.write('Title', 'More hats', block);
      await editor.choose('Items stand', 'Beside each other', block);
      await editor.press('Add item', block);
      await block.page().getByRole('menuitem', { name: 'Card', exact: true }).click();
      await editor.write('Title', 'Blue hat', block.getByRole('group', { name: 'item 1' }));
    },
    sees: (shown) => visible(shown.getByRole('region', { name: 'More hats' }).getByText('Blue hat')),
  },
  {
    kind: 'Message of an attribute',
    write: (editor) => editor.write('Attribute', 'shelf.offer', editor.block(7)),
    sees: (shown) => visible(shown.getByText('Only today.')),
  },
  {
    kind: 'Hand-over',
    write: async (editor) => {
      await editor.write('System', 'desk', editor.block(8));
      await editor.press('Add a value', editor.block(8));
      await editor.write('Value', 'hats', editor.block(8));
    },
    sees: async (shown) => {
      await visible(shown.getByText('Handed to “desk”'));
      await visible(shown.getByRole('definition').filter({ hasText: 'hats' }));
    },
  },
  {
    kind: 'Page facts',
    write: async (editor) => {
      await editor.press('Add a value', editor.block(9));
      await editor.write('Value', '40', editor.block(9));
    },
    sees: (shown) => visible(shown.getByRole('progressbar')),
  },
  {
    kind: 'Call to action',
    write: (editor) => editor.write('Text', 'Need a hat?', editor.block(10)),
    sees: (shown) => visible(shown.getByText('“Need a hat?”')),
  },
  { kind: 'Nothing', write: () => Promise.resolve(), sees: () => Promise.resolve() },
];

/** Writes the fields of the only block there is. */
const only =
  (fields: Readonly<Record<string, string>>) =>
  async (editor: MessageEditor): Promise<void> => {
    for (const [label, text] of Object.entries(fields)) await editor.write(label, text, editor.block(1));
  };
const answer = { Callback: 'answered', Attribute: 'answer' };

/** Blocks that ask; each stands alone in the message, and its answer is sent. */
const asking: readonly (Block & { readonly replies: (shown: Locator) => Promise<void> })[] = [
  {
    kind: 'Buttons',
    write: only({ 'Text above the buttons': 'Well?', Label: 'Yes, please', Callback: 'answered' }),
    sees: (shown) => visible(shown.getByText('Well?')),
    replies: (shown) => shown.getByRole('button', { name: 'Yes, please' }).click(),
  },
  ...(['Form', 'Full-page form'] as const).map((kind) => ({
    kind,
    write: async (editor: MessageEditor): Promise<void> => {
      await only({ Text: 'Who are you?', Label: 'First name', Attribute: 'first_name' })(editor);
      await editor.turnOn('Required', editor.block(1));
      await only({ Callback: 'answered', 'Send button': 'Done' })(editor);
    },
    sees: (shown: Locator) => visible(shown.getByRole('form', { name: 'Who are you?' })),
    replies: async (shown: Locator): Promise<void> => {
      await shown.getByLabel('First name').fill('Ada');
      await shown.getByRole('button', { name: 'Done' }).click();
    },
  })),
  {
    kind: 'Date',
    write: only({ Text: 'When?', ...answer }),
    sees: (shown) => visible(shown.getByText('When?')),
    replies: async (shown) => {
      await shown.getByLabel('Date').fill('2027-01-31');
      await shown.getByRole('button', { name: 'Send' }).click();
    },
  },
  ...(['Autocomplete', 'Address'] as const).map((kind) => ({
    kind,
    write: async (editor: MessageEditor): Promise<void> => {
      await only({ Title: 'Which one?', ...answer })(editor);
      await editor.press('Add option', editor.block(1));
      await only({ Key: 'ber', 'Shown as': 'Berlin' })(editor);
    },
    sees: (shown: Locator) => visible(shown.getByText('Which one?')),
    replies: async (shown: Locator): Promise<void> => {
      await shown.getByRole('combobox').fill('Berlin');
      await shown.getByRole('button', { name: 'Send' }).click();
    },
  })),
  {
    kind: 'Location',
    write: only({ Text: 'Where are you?', ...answer }),
    sees: (shown) => visible(shown.getByText('Where are you?')),
    replies: async (shown) => {
      await shown.getByLabel('Place').fill('Here');
      await shown.getByRole('button', { name: 'Send' }).click();
    },
  },
  {
    kind: 'Long text',
    write: only({ Text: 'Tell us more', Callback: 'answered', 'At most': '20' }),
    sees: (shown) => visible(shown.getByText('0 of 20')),
    replies: async (shown) => {
      await shown.getByRole('textbox').fill('It is a hat');
      await shown.getByRole('button', { name: 'Send' }).click();
    },
  },
  {
    kind: 'File upload',
    write: only({ Text: 'The receipt, please', ...answer, Types: 'txt' }),
    sees: (shown) => visible(shown.getByText('The receipt, please')),
    replies: async (shown) => {
      const file = { name: 'receipt.txt', mimeType: 'text/plain', buffer: Buffer.from('one hat') };
      await shown.getByLabel('File').setInputFiles(file);
      await shown.getByRole('button', { name: 'Send' }).click();
    },
  },
  {
    kind: 'Signature',
    write: only({ Document: 'Lease', Text: 'You owe us a hat.', ...answer }),
    sees: (shown) => visible(shown.getByRole('heading', { name: 'Lease' })),
    replies: async (shown) => {
      await shown.getByLabel('Your name, as a signature').fill('Ada');
      await shown.getByLabel('I sign this').check();
      await shown.getByRole('button', { name: 'Sign', exact: true }).click();
    },
  },
];

let folder: TestFolder;
test.beforeAll(() => {
  folder = createFolder();
});
test.afterAll(() => folder.remove());

test('a message of every kind is built by hand, is seen beside its form, and comes in the talk as it was seen', async ({
  launch,
}) => {
  test.setTimeout(300_000);
  const { page, faults } = await launch({ args: [folder.write('hats.parley.json', scenario())] });
  const [window, talk, editor] = [studioWindow(page), talkPanel(page), messageEditor(page)];
  const edit = async (): Promise<void> => {
    await window.tab('Inspector').click();
    await visible(editor.message);
  };
  /** Says hello, and gives the answer: the message as it is now. */
  const hears = async (): Promise<Locator> => {
    await window.tab('Talk').click();
    await talk.say('hello');
    return talk.lastReply.locator('.bubble');
  };
  await talk.start();
  await tracePanel(page).speed('At once');
  await page.getByRole('treeitem', { name: /greet/ }).click();

  await test.step('what is said: one block after the other, each drawn as soon as it is written', async () => {
    await edit();
    for (const block of said) {
      await editor.add(block.kind);
      await block.write(editor);
      await block.sees(editor.preview);
    }
    const bubble = await hears();
    for (const block of said) await block.sees(bubble);
  });

  for (const block of asking)
    await test.step(`what is asked: ${block.kind}`, async () => {
      await edit();
      await editor.clear();
      await editor.add(block.kind);
      await block.write(editor);
      await block.sees(editor.preview);
      const bubble = await hears();
      await block.sees(bubble);
      await block.replies(bubble);
      await talk.settled();
      await talk.expectReply('Thank you.');
    });

  await test.step('all of it is one step after the other, and goes back to where it began', async () => {
    await edit();
    await page.locator('#panel-inspector h4', { hasText: 'Message 1' }).click();
    for (let left = 300; left > 0; left -= 1) await page.keyboard.press('Control+z');
    await expect(editor.message.locator('.block')).toHaveCount(0);
    await window.expectState('saved');
  });

  expect(faults()).toEqual([]);
});

test('a message that takes nothing typed, a talk that becomes a test, and a sample that is tried', async ({
  launch,
}) => {
  const { page, faults } = await launch({ args: [folder.write('more.parley.json', scenario())] });
  const [window, talk, editor] = [studioWindow(page), talkPanel(page), messageEditor(page)];
  await talk.start();
  await tracePanel(page).speed('At once');

  await test.step('the field is off while the message stands', async () => {
    await page.getByRole('treeitem', { name: /greet/ }).click();
    await window.tab('Inspector').click();
    await editor.press('Add buttons');
    await editor.write('Label', 'Go on', editor.block(1));
    await editor.write('Callback', 'answered', editor.block(1));
    await editor.press('Settings of message 1');
    await editor.turnOn('Nothing can be typed');
    await window.tab('Talk').click();
    await talk.say('hello');
    await expect(talk.field).not.toBeEditable();
    await expect(talk.field).toHaveAttribute('placeholder', /takes nothing typed/);
    await talk.press('Go on');
    await talk.expectReply('Thank you.');
    await expect(talk.field).toBeEditable();
  });

  await test.step('the talk is kept as a test', async () => {
    await page.getByRole('button', { name: 'Make a test from this talk' }).click();
    const steps = page.locator('#panel-inspector .test-step');
    await expect(steps).toHaveCount(4);
    await expect(steps.nth(2).getByLabel('Callback')).toHaveValue('answered');
    await expect(steps.nth(3).getByLabel('Intent id')).toHaveValue('thanks');
  });

  await test.step('a sample is tried where it stands', async () => {
    await page.getByRole('treeitem', { name: /hello/ }).click();
    await page.getByRole('button', { name: /^Try sample 1/ }).click();
    const panel = page.getByRole('tabpanel', { name: 'Understanding' });
    await expect(panel.getByRole('textbox', { name: 'Try an utterance' })).toHaveValue('hello');
    await expect(panel.getByText(/^Understood as hello/)).toBeVisible();
  });
  expect(faults()).toEqual([]);
});
