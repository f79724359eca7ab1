import { blockTexts, isSaid, mapBlockTexts } from '../block-texts.ts';
import type { Message } from '../intent-record.ts';
import type { MessageBlock } from '../message-block.ts';

/** What a block says first: its text, else its title, a caption, a button. Empty when it says nothing. */
export const textOfBlock = (block: MessageBlock): string =>
  ('text' in block && block.text !== '' ? block.text : null) ??
  blockTexts(block).find(({ text, role }) => isSaid(role) && text !== '')?.text ??
  '';

/** What a message says first: the words that stand for it on the canvas, in the outline and in lists. */
export function textOfMessage(message: Message | undefined): string {
  for (const block of message?.blocks ?? []) {
    const text = textOfBlock(block);
    if (text !== '') return text;
  }
  return '';
}

/** The block with other words where `textOfBlock` finds them; a block without any words stays as it is. */
export function withTextOfBlock(block: MessageBlock, text: string): MessageBlock {
  if ('text' in block) return { ...block, text };
  let isWritten = false;
  return mapBlockTexts(block, (said, role) => {
    if (isWritten || !isSaid(role) || said === '') return said;
    isWritten = true;
    return text;
  });
}
