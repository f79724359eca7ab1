import { Copy, Filter, SlidersHorizontal, X, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { visibleText } from '../../../shared/explain/visible-text.ts';
import type { Message } from '../../../shared/model/intent-record.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { AddCondition } from '../conditions/add-condition.tsx';
import { ConditionList } from '../conditions/condition-list.tsx';
import { listOf, textOf, type Edit } from '../edit.ts';
import { TroubleLine } from '../fields/field-frame.tsx';
import { ReorderHandle } from '../fields/reorder-handle.tsx';
import { SwitchField } from '../fields/switch-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { BlocksEditor } from './blocks-editor.tsx';
import { MessagePreview } from './message-preview.tsx';
import './message-card.css';

type MessageCardProps = {
  readonly edit: Edit<Message>;
  readonly index: number;
  readonly count: number;
  readonly onMove: (from: number, to: number) => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
};

/** One message: its blocks, how it looks to people, and when it is the one to say. */
export function MessageCard({ edit, index, count, onMove, onDuplicate, onRemove }: MessageCardProps) {
  const message = edit.value;
  const isSet = message.name !== '' || message.disableText === true || message.hideAvatar === true;
  const [asksWhen, setAsksWhen] = useState(message.conditions.length > 0);
  const [showsSettings, setShowsSettings] = useState(isSet);
  const name = `Message ${index + 1}`;
  const shown = name.toLowerCase();
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
        <ReorderHandle label={shown} index={index} count={count} onMove={onMove} />
        <h4>
          {name} {message.name !== '' && <span>{visibleText(message.name)}</span>}
        </h4>
        <Toggle icon={Filter} what={`conditions of ${shown}`} isOn={asksWhen} onChange={setAsksWhen} />
        <Toggle
          icon={SlidersHorizontal}
          what={`settings of ${shown}`}
          isOn={showsSettings}
          onChange={setShowsSettings}
        />
        <IconButton icon={Copy} label={`Duplicate ${shown}`} onClick={onDuplicate} />
        <IconButton icon={X} label={`Remove ${shown}`} onClick={onRemove} />
      </div>
      {asksWhen && <When edit={edit} shown={shown} />}
      {showsSettings && <Settings edit={edit} />}
      <div className="message-body">
        <BlocksEditor edit={edit} />
        <MessagePreview message={message} name={name} />
      </div>
      {['blocks', 'text', 'buttons', 'translations'].flatMap(edit.troubles).map((trouble) => (
        <TroubleLine key={trouble.sentence} trouble={trouble} />
      ))}
    </div>
  );
}

type ToggleProps = {
  readonly icon: LucideIcon;
  readonly what: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
};

/** Shows or hides a part of the message that is seldom wanted. */
const Toggle = ({ icon, what, isOn, onChange }: ToggleProps) => (
  <IconButton
    icon={icon}
    label={isOn ? `Hide the ${what}` : `${what[0]?.toUpperCase() ?? ''}${what.slice(1)}`}
    pressed={isOn}
    onClick={() => onChange(!isOn)}
  />
);

function When({ edit, shown }: { readonly edit: Edit<Message>; readonly shown: string }) {
  const conditions = listOf(edit, 'conditions');
  return (
    <div className="message-when">
      <div className="message-when-head">
        <span>Said only when</span>
        <AddCondition
          label={`Add condition to ${shown}`}
          onAdd={(added) => conditions.write([...conditions.items, added])}
        />
      </div>
      <ConditionList conditions={conditions.items} onChange={conditions.write} place={conditions.base} />
      {conditions.troubles.map((trouble) => (
        <TroubleLine key={trouble.sentence} trouble={trouble} />
      ))}
    </div>
  );
}

function Settings({ edit }: { readonly edit: Edit<Message> }) {
  const { disableText = false, hideAvatar = false } = edit.value;
  return (
    <div className="message-when">
      <TextField label="Name" meaning="For your team" {...textOf(edit, 'name')} />
      <SwitchField
        label="Nothing can be typed"
        meaning="While it stands"
        value={disableText}
        troubles={edit.troubles('disableText')}
        onValue={(on) => edit.set({ disableText: on })}
      />
      <SwitchField
        label="Without avatar"
        meaning="The picture beside it"
        value={hideAvatar}
        onValue={(on) => edit.set({ hideAvatar: on })}
      />
    </div>
  );
}
