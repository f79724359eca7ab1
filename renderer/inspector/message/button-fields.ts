import { Braces, CornerDownRight, Plus } from 'lucide-react';
import type { MessageButton } from '../../../shared/model/message-block.ts';
import { fieldsOf, type FieldSpecs } from './field-spec.ts';

const { words, callback, target, choice, onOff, beside, more } = fieldsOf<MessageButton>();

const styles = [
  { value: '', label: 'As usual' },
  { value: 'inline', label: 'In line' },
  { value: 'free', label: 'Free' },
  { value: 'skip', label: 'To skip' },
] as const;

const fields: FieldSpecs<MessageButton> = [
  words('text', 'Label', 'What stands on the button', { isLabelHidden: true, placeholder: 'Label' }),
  beside(
    callback('callback', 'Callback', 'The intent id that pressing it says', {
      isLabelHidden: true,
      icon: CornerDownRight,
      placeholder: 'intent id',
    }),
    words('value', 'Value', 'What goes along, as attribute.value', {
      isLabelHidden: true,
      icon: Braces,
      mono: true,
      placeholder: 'attribute.value',
    }),
  ),
  more(
    'More',
    target('target', 'Also', 'What it does beside saying something'),
    choice('style', 'Looks', 'How the page draws it', styles),
    onOff('display', 'Shows a bubble', 'Of the person, with the words of the button', true),
    onOff('styled', 'Marked words', '**bold**, *italic* and ++underlined++ on the button'),
  ),
];

/** Buttons, wherever they stand. */
export const manyButtons = {
  word: 'button',
  look: 'cards',
  fields: () => fields,
  title: ({ text }: MessageButton) => text,
  summary: ({ callback: said }: MessageButton) => said,
  add: [{ label: 'Add button', icon: Plus, blank: (): MessageButton => ({ text: '', callback: '', value: '' }) }],
} as const;
