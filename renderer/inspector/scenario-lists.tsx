import { memo, useState } from 'react';
import { Eye, Plug, ScanText, Tag, Trash2, type LucideIcon } from 'lucide-react';
import type { Command } from '../../shared/commands/command.ts';
import { builtInContexts, isBuiltInContext } from '../../shared/model/built-in-contexts.ts';
import { freeNumbered } from '../../shared/model/ids.ts';
import type { Document } from '../../shared/model/document.ts';
import { RecordIcon } from '../app/record-icon.tsx';
import { useEditor, useStudio } from '../state/studio.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useExecute } from './edit.ts';
import { Section } from './fields/section.tsx';
import { RecordRow, RecordRows } from './record-row.tsx';
import { TestList } from './test-list.tsx';

type ListName = 'attributes' | 'actions' | 'integrations' | 'interpreters';
type ListLook = {
  readonly title: string;
  readonly word: string;
  readonly icon: LucideIcon | null;
  readonly none: string;
  readonly add: (document: Document) => Command;
};

const lists: Readonly<Record<ListName, ListLook>> = {
  attributes: {
    title: 'Attributes',
    word: 'attribute',
    icon: Tag,
    none: 'What the talk remembers, each by a name and a type.',
    add: (document) => ({
      kind: 'attribute.add',
      name: freeName(document, 'attributes', 'new_attribute', '_'),
      type: 'string',
    }),
  },
  actions: {
    title: 'Actions',
    word: 'action',
    icon: null,
    none: 'What is done outside the talk, like asking a service.',
    add: () => ({ kind: 'action.add', actionKind: 'api', name: 'newAction', into: null }),
  },
  integrations: {
    title: 'Integrations',
    word: 'integration',
    icon: Plug,
    none: 'A service several actions call: its address and how it knows you.',
    add: (document) => ({ kind: 'integration.add', name: freeName(document, 'integrations', 'New integration', ' ') }),
  },
  interpreters: {
    title: 'Interpreters',
    word: 'interpreter',
    icon: ScanText,
    none: 'The built-in one reads everything. Add one to map callbacks to intents.',
    add: (document) => ({ kind: 'interpreter.add', name: freeName(document, 'interpreters', 'New interpreter', ' ') }),
  },
};

const freeName = (document: Document, table: ListName, name: string, separator: string): string =>
  freeNumbered(name, separator, (wanted) => document.tables[table].some((record) => record.name === wanted));

/** What belongs to the scenario and stands nowhere on the canvas by itself: each reachable, addable, deletable. */
export const ScenarioLists = () => (
  <>
    <RecordList table="attributes" />
    <RecordList table="actions" />
    <RecordList table="integrations" />
    <ContextList />
    <RecordList table="interpreters" />
    <TestList />
  </>
);

/** Drawn again only when something in its table changed. */
const RecordList = memo(function RecordList({ table }: { readonly table: ListName }) {
  const listed = useEditor((state) => state.document.tables[table]);
  const { editor, ui } = useStudio();
  const execute = useExecute();
  const [most, setMost] = useState(mostShown);
  const { title, word, icon: Icon, none, add } = lists[table];
  const records = [...listed.values()].toSorted((left, right) => (left.name < right.name ? -1 : 1));
  return (
    <Section
      title={title}
      name={`scenario.${table}`}
      count={records.length}
      add={{ label: `Add ${word}`, onPress: () => execute(add(editor.getState().document)) }}
    >
      {records.length === 0 ? (
        <p className="section-note">{none}</p>
      ) : (
        <RecordRows label={title}>
          {records.slice(0, most).map((record) => (
            <RecordRow
              key={record.id}
              id={record.id}
              detail={'type' in record ? record.type : 'description' in record ? record.description : ''}
              {...(Icon === null
                ? {}
                : { icon: <Icon className="record-icon" size={14} strokeWidth={1.75} aria-hidden /> })}
            >
              <RemoveButton id={record.id} name={record.name} />
            </RecordRow>
          ))}
        </RecordRows>
      )}
      {records.length > most && (
        <button type="button" className="text-link" onClick={() => setMost(most + 10 * mostShown)}>
          {`Show more of ${records.length}`}
        </button>
      )}
      {table === 'attributes' && records.length > 0 && (
        <button
          type="button"
          className="text-link"
          onClick={() => ui.openDialog({ kind: 'attributes', page: 'attributes' })}
        >
          Manage attributes…
        </button>
      )}
    </Section>
  );
});

/** A scenario may have thousands, and every row costs. */
const mostShown = 50;

function RemoveButton({ id, name }: { readonly id: string; readonly name: string }) {
  const execute = useExecute();
  return (
    <IconButton icon={Trash2} label={`Delete ${name}`} onClick={() => execute({ kind: 'records.remove', ids: [id] })} />
  );
}

/** The contexts everybody has, and the scenario's own. */
const ContextList = memo(function ContextList() {
  const contexts = useEditor((state) => state.document.tables.contexts);
  const { ui } = useStudio();
  const execute = useExecute();
  const own = [...contexts.values()].filter(({ name }) => !isBuiltInContext(name) || name === 'global');
  const builtIn = builtInContexts.filter(
    ({ name }) => name !== 'secret' && !own.some((context) => context.name === name),
  );
  const show = (context: string): void => execute(ui.place((at) => ({ kind: 'context.show', context, at })));
  return (
    <Section
      title="Contexts"
      name="scenario.contexts"
      count={own.length}
      add={{ label: 'Add context', onPress: () => execute({ kind: 'context.add', name: 'basket' }) }}
    >
      <RecordRows label="Contexts">
        {own.map(({ id, name, description }) => (
          <RecordRow key={id} id={id} detail={description} explains>
            <IconButton icon={Eye} label={`Show ${name} on the canvas`} onClick={() => show(name)} />
            <RemoveButton id={id} name={name} />
          </RecordRow>
        ))}
        {builtIn.map(({ name, description }) => (
          <li key={name} className="record-row" title={description}>
            <button
              type="button"
              onClick={() => (name === 'global' ? execute({ kind: 'context.add', name }) : show(name))}
            >
              <RecordIcon of={{ kind: 'context', context: name }} />
              <span className="record-row-name">{name}</span>
              <span className="record-row-detail" data-explains>
                {description}
              </span>
            </button>
          </li>
        ))}
      </RecordRows>
    </Section>
  );
});
