// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ChatPanel } from '../../../../renderer/run/chat-panel.tsx';
import type { Utterance } from '../../../../shared/engine/utterance.ts';
import type { MessageBlock } from '../../../../shared/model/message-block.ts';
import { aBlock } from '../../../builders/a-block.ts';
import { aScenario } from '../../../builders/a-scenario.ts';
import { mount } from '../app/mounted.tsx';
import { openShop, type Shop } from './shop-talk.ts';

type Shown = Shop & { readonly user: ReturnType<typeof userEvent.setup>; readonly log: HTMLElement };

/** A talk in which the app has just said this message. */
async function answered(...blocks: readonly MessageBlock[]): Promise<Shown> {
  const document = aScenario()
    .withConversation('C')
    .withScene('S')
    .withTurn('T', { behaviors: ['STARTING', 'OPEN'] })
    .user('hi', { samples: ['hello'] })
    .app('offer', { messages: [{ blocks }] })
    .build();
  const shop = openShop(document);
  mount(shop.studio, <ChatPanel />);
  await act(() => shop.open());
  await act(() => shop.say('hello'));
  return { ...shop, user: userEvent.setup(), log: screen.getByRole('log') };
}

const sent = ({ host }: Shop): readonly Utterance[] =>
  host.calls
    .flatMap(({ method, input }) => (method === 'run.say' ? [(input as { utterance: Utterance }).utterance] : []))
    .filter((utterance) => utterance.kind !== 'opened' && !(utterance.kind === 'text' && utterance.text === 'hello'));

test('a form says what is missing, sends what was answered, and is spent', async () => {
  const shown = await answered(
    aBlock({
      kind: 'form',
      text: 'Who **are** you?',
      submitText: 'Done',
      callback: 'sent_form',
      cancelText: 'Not now',
      cancelCallback: 'not_now',
      elements: [
        { type: 'text', name: 'first_name', label: 'Name', required: true },
        { type: 'email', name: 'email', label: 'Email' },
        { type: 'textarea', name: 'remark', label: 'Remark' },
        { type: 'select', name: 'size', label: 'Size', options: [{ key: 's', value: 'Small' }] },
        {
          type: 'radio',
          name: 'colour',
          label: 'Colour',
          options: [
            { key: 'r', value: 'Red' },
            { key: 'g', value: 'Green' },
          ],
        },
        {
          type: 'checkbox',
          name: 'extras',
          label: 'Extras',
          options: [
            { key: 'm', value: 'Milk' },
            { key: 'h', value: 'Honey' },
          ],
        },
        { type: 'checkbox', name: 'agreed', label: 'I agree' },
      ],
    }),
  );
  const { user, log } = shown;
  const form = within(log).getByRole('form', { name: 'Who are you?' });
  await user.click(within(form).getByRole('button', { name: 'Done' }));
  expect(within(form).getByText('This needs an answer.')).toBeTruthy();
  const name = within(form).getByRole('textbox', { name: 'Name' });
  expect(document.activeElement).toBe(name);
  expect(sent(shown)).toEqual([]);
  await user.type(name, 'Ann');
  await user.type(within(form).getByRole('textbox', { name: 'Email (optional)' }), 'ann@x.example');
  await user.selectOptions(within(form).getByRole('combobox', { name: 'Size (optional)' }), 'Small');
  await user.click(within(form).getByRole('radio', { name: 'Green' }));
  await user.click(within(form).getByRole('checkbox', { name: 'Honey' }));
  await user.click(within(form).getByRole('checkbox', { name: 'Milk' }));
  await user.click(within(form).getByRole('checkbox', { name: 'I agree (optional)' }));
  await user.click(within(form).getByRole('button', { name: 'Done' }));
  await act(() => shown.settle());
  expect(sent(shown)).toMatchObject([
    {
      kind: 'form',
      callback: 'sent_form',
      fields: { first_name: 'Ann', email: 'ann@x.example', size: 's', colour: 'g', extras: 'm,h', agreed: 'true' },
    },
  ]);
  expect(within(log).getByRole('button', { name: /Name: Ann/ })).toBeTruthy();
  expect(within(form).getByRole<HTMLButtonElement>('button', { name: 'Done' }).matches(':disabled')).toBe(true);
  expect(name.matches(':disabled')).toBe(true);
});

test('cancelling sends the callback for it', async () => {
  const shown = await answered(
    aBlock({ kind: 'fileUpload', callback: 'up', cancelText: 'Skip', cancelCallback: 'skipped' }),
  );
  await shown.user.click(within(shown.log).getByRole('button', { name: 'Skip' }));
  expect(sent(shown)).toEqual([{ kind: 'callback', callback: 'skipped', value: '', text: 'Skip' }]);
});

test('a form that sends itself waits until everything is answered', async () => {
  const options = [{ key: 'a', value: 'A' }];
  const shown = await answered(
    aBlock({
      kind: 'form',
      callback: 'c',
      autoSubmit: true,
      elements: [
        { type: 'text', name: 'one', label: 'One' },
        { type: 'radio', name: 'two', label: 'Two', options },
      ],
    }),
  );
  await shown.user.click(within(shown.log).getByRole('radio', { name: 'A' }));
  await shown.user.type(within(shown.log).getByRole('textbox', { name: 'One (optional)' }), 'x');
  expect(sent(shown)).toEqual([]);
  await shown.user.tab();
  expect(sent(shown)).toMatchObject([{ fields: { one: 'x', two: 'a' } }]);
});

test('Enter sends a typed answer; suggestions come from the message alone', async () => {
  const options = [{ key: 'de', value: 'Germany' }];
  const shown = await answered(
    aBlock({ kind: 'autocomplete', title: 'Country?', attribute: 'country', callback: 'c', options }),
  );
  const field = within(shown.log).getByRole('combobox', { name: 'Answer' });
  expect(shown.log.querySelector(`datalist option`)?.getAttribute('value')).toBe('Germany');
  await shown.user.type(field, 'Germany{Enter}');
  expect(sent(shown)).toMatchObject([{ callback: 'c', fields: { country: 'de' }, text: 'Germany' }]);
});

test('a file is described, not sent', async () => {
  const shown = await answered(aBlock({ kind: 'fileUpload', attribute: 'cv', callback: 'up', submitText: 'Upload' }));
  const file = new File(['12345'], 'cv.pdf', { type: 'application/pdf' });
  await shown.user.upload(within(shown.log).getByLabelText('File'), file);
  await shown.user.click(within(shown.log).getByRole('button', { name: 'Upload' }));
  expect(sent(shown)).toMatchObject([{ fields: { cv: { name: 'cv.pdf', size: 5, type: 'application/pdf' } } }]);
});

test('a long text counts its letters, and says that it was sent', async () => {
  const shown = await answered(
    aBlock({ kind: 'longText', text: 'Tell me', callback: 'told', characterLimit: 20, confirmationText: 'Noted.' }),
  );
  await shown.user.type(within(shown.log).getByRole('textbox', { name: 'Answer' }), 'It broke');
  expect(within(shown.log).getByText('8 of 20')).toBeTruthy();
  await shown.user.click(within(shown.log).getByRole('button', { name: 'Send' }));
  expect(sent(shown)).toEqual([{ kind: 'callback', callback: 'told', value: '', text: 'It broke' }]);
  expect(within(shown.log).getByText('Noted.')).toBeTruthy();
});

test('pictures and sounds are described with their addresses, and nothing is loaded', async () => {
  const { log } = await answered(
    aBlock({ kind: 'image', source: 'https://x.example/a.png', description: 'A fox', link: 'https://x.example/' }),
    aBlock({ kind: 'audio', title: 'Hello', url: 'https://x.example/a.mp3' }),
  );
  expect(within(log).getByRole('figure', { name: 'Picture: A fox' }).textContent).toContain('https://x.example/a.png');
  expect(within(log).getByRole('figure', { name: 'Sound: Hello' }).textContent).toContain('https://x.example/a.mp3');
  expect(log.querySelector('img, audio, video, iframe, a[href]')).toBeNull();
});

test('a list holds cards; a card that can be pressed has a heading that is a button', async () => {
  const shown = await answered(
    aBlock({
      kind: 'list',
      title: 'Teas',
      view: 'horizontal',
      items: [
        {
          kind: 'rich',
          title: 'Green',
          subtitle: 'fresh',
          text: 'From *Japan*',
          callback: 'pick',
          callbackValue: 'tea.green',
        },
        { kind: 'text', text: 'Black' },
      ],
    }),
  );
  const list = within(shown.log).getByRole('region', { name: 'Teas' });
  expect(within(list).getAllByRole('listitem')).toHaveLength(2);
  await shown.user.click(within(list).getByRole('button', { name: 'Green' }));
  expect(sent(shown)).toEqual([{ kind: 'callback', callback: 'pick', value: 'tea.green', text: 'Green' }]);
});

test('buttons keep their marks; one that only leads away shows where', async () => {
  const { log } = await answered(
    aBlock({
      kind: 'button',
      text: 'Well?',
      buttons: [
        { text: '**Yes** please', callback: 'yes', styled: true },
        { text: 'Read on', target: { kind: 'link', url: 'https://x.example/terms' } },
        { text: 'Call us', target: { kind: 'call', phone: '+49 30 1' } },
      ],
    }),
  );
  expect(within(log).getByRole('button', { name: 'Yes please' }).querySelector('strong')?.textContent).toBe('Yes');
  expect(within(log).queryByRole('button', { name: /Read on/ })).toBeNull();
  expect(log.textContent).toContain('https://x.example/terms');
  expect(log.textContent).toContain('+49 30 1');
});

test('progress is progress; other facts are told quietly, and an empty block not at all', async () => {
  const { log } = await answered(
    aBlock({ kind: 'meta', data: { progressPercent: '40', progressText: 'Step 2 of 5', teamName: 'Foxes' } }),
    aBlock({ kind: 'handToSystem', system: 'desk', data: { topic: 'refund' } }),
    aBlock({ kind: 'cta', text: 'Need help?' }),
    aBlock({ kind: 'empty' }),
  );
  expect(within(log).getByRole<HTMLProgressElement>('progressbar', { name: 'Step 2 of 5' }).value).toBe(40);
  expect(log.textContent).toContain('teamNameFoxes');
  expect(log.textContent).toContain('Handed to “desk”');
  expect(log.textContent).toContain('topicrefund');
  expect(log.textContent).toContain('While the chat is closed: “Need help?”');
});

test.each([
  ['date', 'Date', '2027-04-01'],
  ['time', 'Time', '14:30'],
  ['year', 'Year', '2027'],
] as const)('a %s is picked and sent under its attribute', async (format, label, value) => {
  const shown = await answered(
    aBlock({ kind: 'datePicker', format, text: 'When?', attribute: 'moment', callback: 'c' }),
  );
  await shown.user.type(within(shown.log).getByLabelText(label), value);
  await shown.user.click(within(shown.log).getByRole('button', { name: 'Send' }));
  expect(sent(shown)).toMatchObject([{ callback: 'c', fields: { moment: value }, text: value }]);
});

test('a signature needs a name and a tick', async () => {
  const shown = await answered(
    aBlock({
      kind: 'eSign',
      documentTitle: 'Contract',
      documentText: 'All of it.',
      attribute: 'signed',
      callback: 'c',
    }),
  );
  const form = within(shown.log).getByRole('form', { name: /Contract/ });
  await shown.user.type(within(form).getByRole('textbox'), 'Ann');
  await shown.user.click(within(form).getByRole('button', { name: 'Sign' }));
  expect(sent(shown)).toEqual([]);
  await shown.user.click(within(form).getByRole('checkbox', { name: 'I sign this' }));
  await shown.user.click(within(form).getByRole('button', { name: 'Sign' }));
  expect(sent(shown)).toMatchObject([{ fields: { signed: 'Ann' }, text: 'Ann' }]);
});
