import { Filter, RectangleEllipsis, Type, X } from 'lucide-react';
import { useState } from 'react';
import type { Message, MessageBlock } from '../../../shared/model/intent-record.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { AddCondition, ConditionList } from '../conditions/condition-list.tsx';
import { Verdict } from '../conditions/verdict.tsx';
import { listOf, type Edit } from '../edit.ts';
import { TroubleLine } from '../fields/field-frame.tsx';
import { moved, ReorderHandle } from '../fields/reorder-handle.tsx';
import { ReferenceField } from '../references/reference-field.tsx';
import { ButtonsEditor } from './buttons-editor.tsx';
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
            {conditions.items.length > 1 && <Verdict conditions={conditions.items} />}
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
    </div>
  );
}

function Blocks({ edit }: { readonly edit: Edit<Message> }) {
  const { items, write, place } = listOf(edit, 'blocks');
  const change = (index: number, block: MessageBlock, burst: string | null) =>
    write(items.with(index, block), burst === null ? null : `${index}.${burst}`);
  const troubles = [...edit.troubles('text'), ...edit.troubles('buttons')];
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
            <ReferenceField
              label={block.kind === 'text' ? 'Text' : 'Text above the buttons'}
              meaning="What is said; {user.name} is filled in"
              isLabelHidden
              form="template"
              lines
              placeholder={block.kind === 'text' ? 'What the app says' : 'Text above the buttons, if any'}
              text={block.text}
              place={place(index, 'text')}
              troubles={index === 0 ? troubles : []}
              write={(text) => change(index, { ...block, text }, 'text')}
            />
            {block.kind === 'button' && (
              <ButtonsEditor
                buttons={block.buttons}
                place={place(index, 'buttons')}
                onButtons={(buttons, burst) => change(index, { ...block, buttons }, burst)}
              />
            )}
          </div>
          <IconButton icon={X} label={`Remove block ${index + 1}`} onClick={() => write(items.toSpliced(index, 1))} />
        </div>
      ))}
      <div className="block-adders">
        <button type="button" className="quiet-button" onClick={() => write([...items, { kind: 'text', text: '' }])}>
          <Type size={12} strokeWidth={2} aria-hidden />
          Add text
        </button>
        <button
          type="button"
          className="quiet-button"
          onClick={() =>
            write([...items, { kind: 'button', text: '', buttons: [{ text: '', callback: '', value: '' }] }])
          }
        >
          <RectangleEllipsis size={12} strokeWidth={2} aria-hidden />
          Add buttons
        </button>
      </div>
    </div>
  );
}
