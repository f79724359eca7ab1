import { isJsonObject } from '../../base/json.ts';
import type { Message } from '../../model/intent-record.ts';
import { messageBlockSchema, type MessageBlock } from '../../model/message-block.ts';
import { blockMarkup } from './block-markup.ts';
import { printElement } from './markup-field.ts';
import { readMarkup } from './read-markup.ts';

export type PrintedMarkup = {
  readonly markup: string;
  /** What markup has no words for, one sentence each. */
  readonly lost: readonly string[];
};

/** The message as markup. What is printed reads back as the same blocks, but for what `lost` names. */
export function printMarkup(message: Pick<Message, 'blocks' | 'disableText' | 'hideAvatar'>): PrintedMarkup {
  const flags = `disable_text="${message.disableText === true}" hide_avatar="${message.hideAvatar === true}"`;
  const markup = `<message ${flags}>${message.blocks.map(printBlock).join('')}</message>`;
  return { markup, lost: lostIn(message.blocks, readMarkup(markup).blocks) };
}

function printBlock(block: MessageBlock): string {
  const { elements, fields } = blockMarkup[block.kind];
  const element = elements[isNewDate(block) ? 1 : 0] ?? '';
  const printed = printElement(element, fields, { ...block });
  if (block.kind !== 'list') return printed;
  const end = printed.length - `</${element}>`.length;
  const items = block.items.map((item) => `<item>${printBlock(item)}</item>`).join('');
  return `${printed.slice(0, end)}${items}${printed.slice(end)}`;
}

/** The newer element knows more than a date. */
const isNewDate = (block: MessageBlock): boolean =>
  block.kind === 'datePicker' && (block.format !== 'date' || block.noPastDates || block.noFutureDates);

/** Compares what was printed with what comes back, field by field: whatever differs did not survive. */
function lostIn(blocks: readonly MessageBlock[], back: readonly MessageBlock[]): string[] {
  if (blocks.length !== back.length) return ['Some blocks cannot be written as markup.'];
  return blocks.flatMap((block, index) => {
    const whole = messageBlockSchema.safeParse(block);
    return differences(whole.success ? whole.data : block, back[index], '').map(
      (field) => `Markup cannot say ${field} of the block “${block.kind}”, or says it another way.`,
    );
  });
}

function differences(left: unknown, right: unknown, field: string): string[] {
  if (left === right || (left === false && right === undefined)) return [];
  if (typeof left === 'string' && typeof right === 'string') return left.trim() === right ? [] : [`"${field}"`];
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return [`"${field}"`];
  const [one, other] = [left, right] as Readonly<Record<string, unknown>>[];
  const keys = new Set([...Object.keys(one ?? {}), ...(isJsonObject(right) ? [] : Object.keys(other ?? {}))]);
  return [...keys].flatMap((key) => differences(one?.[key], other?.[key], field === '' ? key : `${field}.${key}`));
}
