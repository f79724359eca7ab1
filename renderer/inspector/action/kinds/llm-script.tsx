import { X } from 'lucide-react';
import { useState } from 'react';
import type { JsonObject } from '../../../../shared/base/json.ts';
import { isJsonObject } from '../../../../shared/base/json.ts';
import type { ActionOf } from '../../../../shared/model/action-record.ts';
import { visibleText } from '../../../../shared/explain/visible-text.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { itemOf, listOf, type Edit } from '../../edit.ts';
import { AddButton } from '../../fields/add-button.tsx';
import { Disclosure, Disclosures } from '../../fields/disclosure.tsx';
import { JsonField } from '../../fields/json-field.tsx';
import { moved } from '../../fields/reorder-handle.tsx';
import { Section } from '../../fields/section.tsx';
import { TextOf } from '../bound-fields.tsx';

type Llm = ActionOf<'llm'>;
type Reply = Llm['script'][number];

/** What the scripted provider says: always the same, and never pretending to be a model. */
export function LlmScript({ edit }: { readonly edit: Edit<Llm> }) {
  const script = listOf(edit, 'script');
  const { items, write } = script;
  const [fresh, setFresh] = useState<number | null>(null);
  return (
    <Section title="Script" name="actions.llm.script" count={items.length}>
      <p className="section-note">The first whose words are in the prompt answers, the same every time.</p>
      {items.length > 0 && (
        <Disclosures label="Replies">
          {items.map((reply, index) => (
            // They have no identity but their place.
            <Disclosure
              key={index}
              name={`Reply ${index + 1}`}
              title={<span className="disclosure-name">{visibleText(reply.contains) || 'anything else'}</span>}
              summary={visibleText(reply.reply)}
              startsOpen={fresh === index}
              order={{ index, count: items.length, onMove: (from, to) => write(moved(items, from, to)) }}
              end={
                <IconButton
                  icon={X}
                  label={`Remove reply ${index + 1}`}
                  onClick={() => write(items.toSpliced(index, 1))}
                />
              }
            >
              <ReplyFields edit={itemOf(script, index)} isStructured={edit.value.structured} />
            </Disclosure>
          ))}
        </Disclosures>
      )}
      <AddButton
        label="Add reply"
        onPress={() => {
          setFresh(items.length);
          write([...items, { contains: '', reply: '' }]);
        }}
      />
    </Section>
  );
}

function ReplyFields({ edit, isStructured }: { readonly edit: Edit<Reply>; readonly isStructured: boolean }) {
  const { outputs } = edit.value;
  const set = (given: JsonObject | undefined) => edit.set({ outputs: given }, 'outputs');
  return (
    <>
      <TextOf edit={edit} of="contains" label="When the prompt contains" meaning="Empty: always" />
      <TextOf edit={edit} of="reply" label="Reply" meaning="What it says" lines />
      {(isStructured || outputs !== undefined) && (
        <JsonField
          label="Values"
          meaning="By name of an output"
          value={outputs ?? null}
          place={edit.place('outputs')}
          onValue={(value) => {
            if (value === null) return set(undefined);
            return isJsonObject(value) ? set(value) : 'Expected an object, like {"city": "Athens"}.';
          }}
        />
      )}
    </>
  );
}
