import { useEffect, useRef } from 'react';
import { freeId, type MessageId } from '../../../shared/model/ids.ts';
import type { IntentRecord, Message } from '../../../shared/model/intent-record.ts';
import { useEditor } from '../../state/studio.ts';
import { itemOf, listOf, type Edit } from '../edit.ts';
import { TroubleLine } from '../fields/field-frame.tsx';
import { moved } from '../fields/reorder-handle.tsx';
import { Section } from '../fields/section.tsx';
import { useFocusAdded } from '../fields/use-focus-added.ts';
import { troublesAt, useProblemsByRef } from '../problems-by-ref.ts';
import { useAskedText } from '../use-asked-text.ts';
import { MessageCard } from './message-card.tsx';

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
  const added = useFocusAdded(items.length, 'textarea');
  const list = added.list;
  useAskedText(edit.value.id, () => list.current?.querySelector('textarea') ?? undefined);
  const first = useRef(shown);
  useEffect(() => {
    first.current = shown;
    if (shown !== null)
      list.current?.querySelector(`[data-message="${CSS.escape(shown)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [shown, list]);

  const add = (): void => {
    const id = freeId(`${edit.value.id}-message`, (taken) => homes.has(taken)) as MessageId;
    const message: Message = { id, name: '', conditions: [], blocks: [{ kind: 'text', text: '' }] };
    added.expectOne();
    write([...items, message]);
  };
  return (
    <Section title="Messages" name="intents.messages" count={items.length} add={{ label: 'Add message', onPress: add }}>
      {items.length > 1 && (
        <p className="section-note">Of those whose conditions hold, the one with the most is said.</p>
      )}
      <div className="messages" ref={list} data-reorder-list>
        {items.map((message, index) => (
          <MessageCard
            key={message.id}
            edit={itemOf(messages, index, (field) => troublesAt(problems, message.id, field))}
            index={index}
            count={items.length}
            onMove={(from, to) => write(moved(items, from, to))}
            onRemove={() => write(items.toSpliced(index, 1))}
          />
        ))}
      </div>
      {troubles.map((trouble) => (
        <TroubleLine key={trouble.sentence} trouble={trouble} />
      ))}
    </Section>
  );
}
