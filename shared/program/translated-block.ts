import { isLink, isSaid, mapBlockTexts } from '../model/block-texts.ts';
import type { Message, MessageBlock } from '../model/intent-record.ts';

/** The block in a language; null is the one it was written in, and so stays what has no translation. */
export function translatedBlock(
  block: MessageBlock,
  { translations }: Pick<Message, 'translations'>,
  language: string | null,
): MessageBlock {
  const texts = language === null ? undefined : translations?.[language];
  if (texts === undefined) return block;
  return mapBlockTexts(block, (text, role) =>
    (isSaid(role) || isLink(role)) && Object.hasOwn(texts, text) && texts[text] !== '' ? (texts[text] ?? text) : text,
  );
}
