import { Maximize2 } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { freeId, type MessageId } from '../../../shared/model/ids.ts';
import type { IntentRecord, Message } from '../../../shared/model/intent-record.ts';
import { useEditor } from '../../state/studio.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { itemOf, listOf, type Edit } from '../edit.ts';
import { TroubleLine } from '../fields/field-frame.tsx';
import { moved } from '../fields/reorder-handle.tsx';
import { Section } from '../fields/section.tsx';
import { useFocusAdded } from '../fields/use-focus-added.ts';
import { troublesAt, useProblemsByRef } from '../problems-by-ref.ts';
import { useAskedText } from '../use-asked-text.ts';
import { KnownAttributes } from './known-attributes.tsx';
import { MessageCard } from './message-card.tsx';
import { WideMessages } from './wide-messages-dialog.tsx';
import { wideMessages } from './wide-messages.ts';
import { WritingHelp } from './writing-help.tsx';

type MessagesEditorProps = {
  readonly edit: Edit<IntentRecord>;
  /** The message to bring into view. */
  readonly shown: string | null;
};

/** What the app says. With several, the one whose conditions say the most is shown. */
export function MessagesEditor({ edit, shown }: MessagesEditorProps) {
  const messages = listOf(edit, 'messages');
  const { items, write, troubles } = messages;
  const homes = useEditor((state) => state.document.homes);
  const problems = useProblemsByRef();
  const [rows, expectOne] = useFocusAdded(items.length, 'textarea');
  useAskedText(edit.value.id, () => rows.current?.querySelector('textarea') ?? undefined);
  useEffect(() => {
    if (shown !== null)
      [...(rows.current?.children ?? [])]
        .find((card) => card.getAttribute('data-message') === shown)
        ?.scrollIntoView({ block: 'nearest' });
  }, [shown, rows]);

  const isWide = useStore(wideMessages, ({ intent }) => intent === edit.value.id);
  // Who goes to another intent comes back to a small form.
  useEffect(() => () => wideMessages.setState({ intent: null }), []);

  const newId = (): MessageId => freeId(`${edit.value.id}-message`, (taken) => homes.has(taken)) as MessageId;
  const add = (): void => {
    const message: Message = { id: newId(), name: '', conditions: [], blocks: [{ kind: 'text', text: '' }] };
    expectOne();
    write([...items, message]);
  };
  const list = (
    <>
      {items.length > 1 && (
        <p className="section-note">Of those whose conditions hold, the one with the most is said.</p>
      )}
      <KnownAttributes />
      <div className="messages" ref={rows} data-reorder-list>
        {items.map((message, index) => (
          <MessageCard
            key={message.id}
            edit={itemOf(messages, index, (field) => troublesAt(problems, message.id, field))}
            index={index}
            count={items.length}
            onMove={(from, to) => write(moved(items, from, to))}
            onDuplicate={() => write(items.toSpliced(index + 1, 0, { ...message, id: newId() }))}
            onRemove={() => write(items.toSpliced(index, 1))}
          />
        ))}
      </div>
      {troubles.map((trouble) => (
        <TroubleLine key={trouble.sentence} trouble={trouble} />
      ))}
    </>
  );
  return (
    <>
      <Section
        title="Messages"
        name="intents.messages"
        count={items.length}
        end={
          <>
            <IconButton
              icon={Maximize2}
              label="Write in full size"
              onClick={() => wideMessages.setState({ intent: edit.value.id })}
            />
            <WritingHelp />
          </>
        }
        add={{ label: 'Add message', onPress: add }}
      >
        {!isWide && list}
      </Section>
      {isWide && (
        <WideMessages name={edit.value.name} onAdd={add}>
          {list}
        </WideMessages>
      )}
    </>
  );
}
