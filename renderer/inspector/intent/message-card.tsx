import { RowEnd } from '../fields/field-row.tsx';
import { Filter, RectangleEllipsis, Type, X } from 'lucide-react';
import { useState } from 'react';
import type { Message, MessageBlock } from '../../../shared/model/intent-record.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { AddCondition, ConditionList } from '../conditions/condition-list.tsx';
import { Verdict } from '../conditions/verdict.tsx';
import { listOf, type Edit } from '../edit.ts';
import { TroubleLine } from '../fields/field-frame.tsx';
import { moved, ReorderHandle } from '../fields/reorder-handle.tsx';
import { BlockFields } from './block-fields.tsx';
import './message-card.css';

type MessageCardProps = {
  readonly edit: Edit<Message>;
  readonly index: number;
  readonly count: number;
  readonly onMove: (from: number, to: number) => void;
  readonly onRemove: () => void;
};

/** One message: blocks of text and buttons, and when it is the one to say. */
export function MessageCard({ edit, index, count, onMove, onRemove }: MessageCardProps) {
  const message = edit.value;
  const conditions = listOf(edit, 'conditions');
  const [asksWhen, setAsksWhen] = useState(conditions.items.length > 0);
  const name = `Message ${index + 1}`;
  return (
    <div
      className="message"
      role="group"
      aria-label={name}
      data-entry
      data-message={message.id}
      data-reorder-row={index}
    >
      <div className="message-head">
        <ReorderHandle label={name.toLowerCase()} index={index} count={count} onMove={onMove} />
        <h4>{name}</h4>
        <IconButton
          icon={Filter}
          label={asksWhen ? `Hide the conditions of ${name.toLowerCase()}` : `Conditions of ${name.toLowerCase()}`}
          pressed={asksWhen}
          onClick={() => setAsksWhen(!asksWhen)}
        />
        <IconButton icon={X} label={`Remove ${name.toLowerCase()}`} onClick={onRemove} />
      </div>
      {asksWhen && (
        <div className="message-when">
          <div className="message-when-head">
            <span>Said only when</span>
            {conditions.items.length > 1 && <Verdict of="list" conditions={conditions.items} />}
            <AddCondition
              label={`Add condition to ${name.toLowerCase()}`}
              onAdd={(added) => conditions.write([...conditions.items, added])}
            />
          </div>
          <ConditionList conditions={conditions.items} onChange={conditions.write} place={conditions.base} />
          {conditions.troubles.map((trouble) => (
            <TroubleLine key={trouble.sentence} trouble={trouble} />
          ))}
        </div>
      )}
      <Blocks edit={edit} />
      {[...edit.troubles('blocks'), ...edit.troubles('translations')].map((trouble) => (
        <TroubleLine key={trouble.sentence} trouble={trouble} />
      ))}
    </div>
  );
}

function Blocks({ edit }: { readonly edit: Edit<Message> }) {
  const { items, write, place } = listOf(edit, 'blocks');
  const add = (block: MessageBlock): void => void write([...items, block]);
  return (
    <div className="blocks" data-reorder-list>
      {items.map((block, index) => (
        // Blocks have no identity but their place.
        <div key={index} className="block" data-reorder-row={index}>
          <ReorderHandle
            label={`block ${index + 1}`}
            index={index}
            count={items.length}
            onMove={(from, to) => write(moved(items, from, to))}
          />
          <div className="block-fields">
            <BlockFields
              block={block}
              place={place(index)}
              troubles={index === 0 ? [...edit.troubles('text'), ...edit.troubles('buttons')] : []}
              onBlock={(next, burst) => write(items.with(index, next), burst === null ? null : `${index}.${burst}`)}
            />
          </div>
          <RowEnd label={`Remove block ${index + 1}`} onPress={() => write(items.toSpliced(index, 1))} />
        </div>
      ))}
      <div className="block-adders">
        <button type="button" className="quiet-button" onClick={() => add({ kind: 'text', text: '' })}>
          <Type size={12} strokeWidth={2} aria-hidden />
          Add text
        </button>
        <button
          type="button"
          className="quiet-button"
          onClick={() => add({ kind: 'button', text: '', buttons: [{ text: '', callback: '', value: '' }] })}
        >
          <RectangleEllipsis size={12} strokeWidth={2} aria-hidden />
          Add buttons
        </button>
      </div>
    </div>
  );
}
