import { Tag } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { AttributeRecord } from '../../../shared/model/design-records.ts';
import { usesOfAttribute } from '../../../shared/problems/attribute-uses.ts';
import { useEditor, useStudio } from '../../state/studio.ts';
import { textOf, useCheck, useRecordEdit, useWrite } from '../edit.ts';
import { Section } from '../fields/section.tsx';
import { SwitchField } from '../fields/switch-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { TypeField } from '../fields/type-field.tsx';
import { InspectorHeader } from '../inspector-header.tsx';
import { useSettledDocument } from '../references/known-names.ts';
import { ExampleField } from './example-field.tsx';
import { MembersSection } from './members-section.tsx';
import { PlaceList } from './place-list.tsx';
import { RenamePreview } from './rename-preview.tsx';
import { SpokenSection } from './spoken-section.tsx';
import { placesOf, type UsePlace } from './use-words.ts';

/** A named value: what it is, and every place that sets or reads it. */
export function AttributeForm({ id, inManager = false }: { readonly id: string; readonly inManager?: boolean }) {
  const attribute = useEditor((state) => state.document.tables.attributes.get(id));
  return attribute === undefined ? null : <AttributeFields attribute={attribute} inManager={inManager} />;
}

type AttributeFieldsProps = { readonly attribute: AttributeRecord; readonly inManager: boolean };

function AttributeFields({ attribute, inManager }: AttributeFieldsProps) {
  const { id, name, type, sensitive, example } = attribute;
  const edit = useRecordEdit('attributes', attribute);
  const write = useWrite();
  const check = useCheck();
  const { ui } = useStudio();
  const [typed, setTyped] = useState<string | null>(null);
  const document = useSettledDocument();
  const [setBy, readBy] = useMemo(() => {
    const uses = usesOfAttribute(document, name);
    return [placesOf(document, uses.setBy), placesOf(document, uses.readBy)];
  }, [document, name]);
  return (
    <>
      <InspectorHeader
        id={id}
        isAlone={inManager}
        name={{
          ...textOf(edit, 'name'),
          meaning: 'What references say; they follow',
          mono: true,
          check: (next) => {
            const refusal = check({ kind: 'attribute.rename', id, name: next });
            setTyped(refusal === null ? next : null);
            return refusal;
          },
          write: (next) => {
            setTyped(null);
            return write({ kind: 'attribute.rename', id, name: next });
          },
        }}
        icon={<Tag className="record-icon" data-hue="data" size={16} strokeWidth={1.75} aria-hidden />}
        remove={{
          label: 'Delete attribute',
          ids: [id],
          ask:
            setBy.length + readBy.length === 0
              ? undefined
              : () => ui.openDialog({ kind: 'attributes', task: { kind: 'delete', ids: [id] } }),
        }}
      />
      {typed !== null && <RenamePreview name={name} typed={typed} />}
      <div className="form-top">
        <TypeField meaning="What it holds" value={type} onChoose={(chosen) => edit.set({ type: chosen })} />
        <TextField label="Description" meaning="What it stands for" lines {...textOf(edit, 'description')} />
        <ExampleField
          label="Example"
          meaning="For your team, previews and exports"
          type={type}
          members={attribute.members ?? []}
          value={example}
          place={edit.place('example')}
          onValue={(value) => edit.set({ example: value }, 'example')}
        />
        <SwitchField
          label="Sensitive"
          meaning="Covered wherever it would show"
          value={sensitive}
          onValue={(next) => edit.set({ sensitive: next })}
        />
      </div>
      <MembersSection edit={edit} />
      <SpokenSection edit={edit} />
      <Uses title="Set by" name="setBy" uses={setBy} none="Nothing sets it yet." />
      <Uses title="Read by" name="readBy" uses={readBy} none="Nothing reads it yet." />
    </>
  );
}

type UsesProps = {
  readonly title: string;
  readonly name: string;
  readonly uses: readonly UsePlace[];
  readonly none: string;
};

const Uses = ({ title, name, uses, none }: UsesProps) => (
  <Section title={title} name={`attributes.${name}`} count={uses.length}>
    {uses.length === 0 ? <p className="section-note">{none}</p> : <PlaceList label={title} places={uses} />}
  </Section>
);
