import { blockWords } from '../../shared/engine/block-words.ts';
import type { BlockOutput, ButtonOutput, MessageOutput } from '../../shared/engine/output.ts';
import { unescapeMarkdown } from '../../shared/reference/escape-markdown.ts';
import { forTerminal, onOneLine } from './terminal.ts';
import type { ActionEnd, Exchange } from './talk.ts';

type ShownMessage = {
  readonly role: MessageOutput['role'];
  readonly text: string;
  readonly buttons: readonly ButtonOutput[];
};

/** One line of `chat --json`. */
export const exchangeLine = (input: string, exchange: Exchange): object => ({
  input,
  messages: exchange.messages.map(showMessage),
  matched: exchange.matched,
  selected: exchange.selected,
  position: exchange.position,
  actions: exchange.actions,
});

function showMessage({ role, blocks }: MessageOutput): ShownMessage {
  const text = blocks.map(plainText).filter((each) => each !== '');
  const buttons = blocks.flatMap((block) => (block.kind === 'button' ? block.buttons : []));
  return { role, text: text.join('\n'), buttons };
}

/** A block says markdown, in which values carry backslashes; a person reads the words. Buttons are told apart. */
const plainText = (block: BlockOutput): string =>
  unescapeMarkdown(block.kind === 'button' ? block.text : blockWords(block));

/** What a person at a terminal reads. */
export function exchangeText(exchange: Exchange): string {
  const lines = [
    ...exchange.readings.map((reading) => onOneLine(`· ${reading}`)),
    ...exchange.actions.map(actionText),
    ...exchange.messages.map(showMessage).map(({ text, buttons }) => messageText(text, buttons)),
    ...exchange.faults.map((sentence) => `! ${sentence}`),
  ];
  if (exchange.messages.length === 0) lines.push(exchange.matched === null ? '(nothing matched)' : '(no reply)');
  return `${forTerminal(lines.join('\n'))}\n`;
}

const messageText = (text: string, buttons: readonly ButtonOutput[]): string =>
  [text, ...buttons.map((button) => `  [${onOneLine(button.text)}]`)].filter((line) => line !== '').join('\n');

const actionText = ({ name, outcome, origin, status, detail }: ActionEnd): string => {
  const how = [outcome, origin === 'default' ? '' : origin, status === null ? '' : String(status)].filter(
    (word) => word !== '',
  );
  return onOneLine(`· ${name}: ${how.join(', ')}${detail === '' ? '' : ` – ${detail}`}`);
};
