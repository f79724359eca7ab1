import { Eye, Tag, X } from 'lucide-react';
import { builtInContexts, isBuiltInContext } from '../../../shared/model/built-in-contexts.ts';
import type { ContextRecord } from '../../../shared/model/design-records.ts';
import { useMemo, useState, type ReactNode } from 'react';
import { canHold } from '../../../shared/commands/attributes-move.ts';
import { attributeUses } from '../../../shared/problems/attribute-uses.ts';
import { attributeNamed } from '../../../shared/model/selectors/attribute-named.ts';
import { RecordIcon } from '../../app/record-icon.tsx';
import { useEditor, useStudio } from '../../state/studio.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { textOf, useCheck, useExecute, useRecordEdit, useWrite } from '../edit.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { InspectorHeader, type TitleBinding } from '../inspector-header.tsx';
import { RecordRow, RecordRows } from '../record-row.tsx';
import { AddButton } from '../fields/add-button.tsx';
import { Section } from '../fields/section.tsx';
import { useKnownNames, useSettledDocument } from '../references/known-names.ts';
import { ContextValues } from './context-values.tsx';
import { lifetimes } from './lifetime-words.ts';
import { placesOf } from './use-words.ts';
import '../inspector-header.css';

type ContextFormProps = {
  readonly name: string;
  readonly view: string | null;
  /** What lives in it is shown beside the form, and can be moved there. */
  readonly inManager?: boolean;
};

/** A place attributes live. The built-in ones have no record, so there is nothing to change about them. */
export function ContextForm({ name, view, inManager = false }: ContextFormProps) {
  const record = useEditor((state) => state.document.tables.contexts.find((context) => context.name === name));
  return record === undefined ? (
    <BuiltInContext name={name} view={view} inManager={inManager} />
  ) : (
    <ContextFields context={record} view={view} inManager={inManager} />
  );
}

type ContextFieldsProps = Omit<ContextFormProps, 'name'> & { readonly context: ContextRecord };

function ContextFields({ context, view, inManager }: ContextFieldsProps) {
  const { id, name, lifetime } = context;
  const edit = useRecordEdit('contexts', context);
  const write = useWrite();
  const check = useCheck();
  const isGlobal = name === 'global';
  const { ui } = useStudio();
  const [typed, setTyped] = useState<string | null>(null);
  const settled = useSettledDocument();
  const spoken = useMemo(
    () =>
      placesOf(
        settled,
        attributeUses(settled).filter((use) => use.context === name && use.ref !== id),
      ).length,
    [settled, name, id],
  );
  const askFirst = (): void => ui.openDialog({ kind: 'attributes', task: { kind: 'deleteContext', name } });
  const rename = (typed: string) =>
    ({ kind: 'record.update', table: 'contexts', id, changes: { name: typed } }) as const;
  const title: TitleBinding = {
    ...textOf(edit, 'name'),
    meaning: 'What references say; they follow',
    mono: true,
    check: (next) => {
      const refusal = check(rename(next));
      setTyped(refusal === null ? next : null);
      return refusal;
    },
    write: (next) => {
      setTyped(null);
      const refusal = write(rename(next));
      // The form goes by the name.
      if (refusal === null && inManager === true)
        ui.openDialog({ kind: 'attributes', task: { kind: 'context', name: next } });
      return refusal;
    },
  };
  return (
    <>
      <InspectorHeader
        id={id}
        isAlone={inManager === true}
        {...(isGlobal ? {} : { name: title })}
        remove={{ label: 'Delete context', ids: [id], ask: spoken === 0 ? undefined : askFirst }}
      />
      {typed !== null && typed !== name && (
        <p className="rename-preview" role="status">
          {spoken === 1 ? 'One place follows.' : `${spoken} places follow.`}
        </p>
      )}
      <div className="form-top">
        <TextField label="Description" meaning="What is kept in it" lines {...textOf(edit, 'description')} />
        {!isGlobal && (
          <ChoiceField
            label="Kept"
            meaning="How long its values stay"
            value={lifetime}
            choices={lifetimes}
            onChoose={(chosen) => edit.set({ lifetime: chosen })}
          />
        )}
      </div>
      <ContextValues edit={edit} isConstant={isGlobal || lifetime === 'constant'} />
      {!(inManager && canHold(name)) && <UsedAttributes name={name} />}
      <CanvasViews name={name} view={view} />
    </>
  );
}

function BuiltInContext({ name, view, inManager }: ContextFormProps) {
  const known = builtInContexts.find((context) => context.name === name);
  const execute = useExecute();
  return (
    <>
      <header className="inspector-header">
        <div className="inspector-title">
          <RecordIcon of={{ kind: 'context', context: name }} size={16} />
          <h2>{name}</h2>
        </div>
        <p className="inspector-kind">{isBuiltInContext(name) ? 'Built-in context' : 'This context does not exist'}</p>
      </header>
      <div className="form-top">
        <p className="section-note">
          {known?.description ??
            'References to it read nothing. Add it in the form of the scenario, or use user or session.'}
          {known !== undefined && !known.writable && ' It can only be read.'}
        </p>
        {name === 'global' && (
          <AddButton label="Add constants" onPress={() => execute({ kind: 'context.add', name })} />
        )}
      </div>
      {!(inManager && canHold(name)) && <UsedAttributes name={name} />}
      <CanvasViews name={name} view={view} />
    </>
  );
}

/** The attributes that are spoken of with this context, each a press away where it is registered. */
function UsedAttributes({ name }: { readonly name: string }) {
  const document = useEditor((state) => state.document);
  const names = useKnownNames();
  const execute = useExecute();
  const used = [...(names.used.get(name) ?? [])].toSorted();
  const rows: ReactNode[] = used.map((attribute) => {
    const record = attributeNamed(document, attribute);
    if (record !== undefined) return <RecordRow key={attribute} id={record.id} detail={record.type} />;
    return (
      <li key={attribute} className="record-row">
        <button
          type="button"
          disabled={!/^[A-Za-z]/.test(attribute)}
          title="Register it, to give it a type"
          onClick={() => execute({ kind: 'attribute.add', name: attribute, type: 'string' })}
        >
          <Tag className="record-icon" data-hue="neutral" size={14} strokeWidth={1.75} aria-hidden />
          <span className="record-row-name">{attribute}</span>
          <span className="record-row-detail">not registered</span>
        </button>
      </li>
    );
  });
  return (
    <Section title="Attributes" name="contexts.attributes" count={used.length}>
      {rows.length === 0 ? (
        <p className="section-note">Nothing speaks of an attribute of this context yet.</p>
      ) : (
        <RecordRows label="Attributes">{rows}</RecordRows>
      )}
    </Section>
  );
}

/** Where the canvas shows the context. Taking a view away changes nothing else. */
function CanvasViews({ name, view }: { readonly name: string; readonly view: string | null }) {
  const { ui, editor } = useStudio();
  const views = useEditor((state) => state.document.tables.views);
  const execute = useExecute();
  const shown = [...views.values()].filter((one) => one.kind === 'context' && one.shows === name);
  return (
    <Section
      title="On the canvas"
      name="contexts.views"
      count={shown.length}
      startsOpen={view !== null}
      add={{
        label: 'Show it on the canvas',
        onPress: () => execute(ui.place((at) => ({ kind: 'context.show', context: name, at }))),
      }}
    >
      {shown.length === 0 && <p className="section-note">It is drawn beside the turns that use it.</p>}
      {shown.map(({ id }, index) => (
        <div key={id} className="record-row">
          <button
            type="button"
            aria-current={id === view || undefined}
            onClick={() => {
              editor.select([id]);
              ui.reveal([id]);
            }}
          >
            <Eye size={14} strokeWidth={1.75} aria-hidden />
            <span className="record-row-name">{`Place ${index + 1}${id === view ? ', selected' : ''}`}</span>
          </button>
          <span className="record-row-end">
            <IconButton
              icon={X}
              label={`Remove place ${index + 1} from the canvas`}
              onClick={() => execute({ kind: 'records.remove', ids: [id] })}
            />
          </span>
        </div>
      ))}
    </Section>
  );
}
