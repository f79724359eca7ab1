import type { AttributeType } from '../../../shared/model/attribute-type.ts';
import { blockTexts, isSaid } from '../../../shared/model/block-texts.ts';
import type { IntentRecord, MessageBlock } from '../../../shared/model/intent-record.ts';
import { textOfMessage } from '../../../shared/model/selectors/text-of-message.ts';
import { withoutStyles } from '../../../shared/values/styled-text.ts';
import type { Pin, WireEnd } from '../wires/wire-end.ts';
import { lineCount } from './estimate-text.ts';
import { metrics } from './metrics.ts';
import {
  sameSlot,
  slotLabel,
  slotText,
  textSlots,
  toSlot,
  typeOfSlot,
  type AttributeTypes,
  type Slot,
} from './slot.ts';

/** An attribute on an intent: filled from what was said, set before the actions, or read by the texts. */
export type IntentRow = {
  readonly role: 'expects' | 'sets' | 'reads';
  readonly slot: Slot;
  readonly label: string;
  readonly type: AttributeType;
  readonly pin: Pin;
};

/** An intent as it is drawn. */
export type IntentBox = {
  readonly kind: 'intent';
  readonly id: string;
  readonly intent: IntentRecord;
  readonly width: number;
  readonly height: number;
  /** The first sample utterance or message text; empty when nothing was written yet. */
  readonly text: string;
  readonly lines: number;
  /** How many more ways there are to say it. */
  readonly others: number;
  readonly buttons: readonly string[];
  readonly rows: readonly IntentRow[];
  readonly pins: readonly Pin[];
};

const size = metrics.intent;

export function measureIntent(intent: IntentRecord, types: AttributeTypes): IntentBox {
  const text = intentText(intent);
  const buttons = firstButtons(intent);
  const lines = lineCount(text === '' ? 'x' : text, size.font, size.width - 2 * size.padding, size.maxLines);
  const rowsTop =
    size.paddingY + size.header + size.headerGap + lines * size.line + (buttons.length > 0 ? size.chips : 0);
  const slots = rowSlots(intent);
  const rows = slots.map(({ role, slot }, index): IntentRow => {
    const y = rowsTop + size.rowsGap + index * size.row + size.row / 2;
    const end: WireEnd | null = role === 'expects' ? { kind: 'expects', intent: intent.id, slot } : null;
    const pin: Pin = { id: `${role}:${slotText(slot)}`, side: 'right', x: size.width, y, end };
    return { role, slot, label: slotLabel(slot), type: typeOfSlot(types, slot), pin };
  });
  const height = rowsTop + (rows.length > 0 ? size.rowsGap + rows.length * size.row : 0) + size.paddingY;
  return {
    kind: 'intent',
    id: intent.id,
    intent,
    width: size.width,
    height,
    text,
    lines,
    others: Math.max(0, (intent.speaker === 'USER' ? intent.samples.length : intent.messages.length) - 1),
    buttons,
    rows,
    pins: [...rows.map(({ pin }) => pin), ...ownPins(intent, height)],
  };
}

/** What is shown biggest: what a user might say, or what the app answers. */
export function intentText(intent: IntentRecord): string {
  if (intent.speaker === 'USER') return intent.samples[0] ?? '';
  return textOfMessage(intent.messages[0]);
}

const firstButtons = (intent: IntentRecord): readonly string[] =>
  intent.speaker === 'USER' ? [] : (intent.messages[0]?.blocks ?? []).flatMap(buttonTexts);

const buttonTexts = (block: MessageBlock): readonly string[] =>
  'buttons' in block ? block.buttons.map(({ text, styled }) => (styled === true ? withoutStyles(text) : text)) : [];

const saidTexts = (block: MessageBlock): readonly string[] =>
  blockTexts(block).flatMap(({ text, role }) => (isSaid(role) ? [text] : []));

function rowSlots(intent: IntentRecord): { role: IntentRow['role']; slot: Slot }[] {
  const expected = intent.expectedAttributes.flatMap((reference) => toSlot(reference) ?? []);
  const set = intent.setAttributes.flatMap(({ reference }) => toSlot(reference) ?? []);
  const texts = intent.messages.flatMap(({ blocks }) => blocks.flatMap(saidTexts));
  const read = textSlots(texts).filter((slot) => !set.some((other) => sameSlot(slot, other)));
  return [
    ...unique(expected).map((slot) => ({ role: 'expects', slot }) as const),
    ...unique(set).map((slot) => ({ role: 'sets', slot }) as const),
    ...read.map((slot) => ({ role: 'reads', slot }) as const),
  ];
}

const unique = (slots: readonly Slot[]): Slot[] =>
  slots.filter((slot, index) => slots.findIndex((other) => sameSlot(slot, other)) === index);

/** One more attribute (USER only), and where the talk goes next. */
function ownPins(intent: IntentRecord, height: number): Pin[] {
  const next: Pin = {
    id: 'next',
    side: 'bottom',
    x: size.width / 2,
    y: height,
    end: { kind: 'next', intent: intent.id },
  };
  if (intent.speaker === 'APP') return [next];
  const y = size.paddingY + size.header + size.headerGap + size.line / 2;
  return [
    { id: 'expects', side: 'right', x: size.width, y, end: { kind: 'expects', intent: intent.id, slot: null } },
    next,
  ];
}
