import { useMemo, type KeyboardEvent } from 'react';
import { canHold } from '../../shared/commands/attributes-move.ts';
import { visibleText } from '../../shared/explain/visible-text.ts';
import { builtInContexts, isBuiltInContext } from '../../shared/model/built-in-contexts.ts';
import type { Document } from '../../shared/model/document.ts';
import { attributesByContext } from '../../shared/problems/attribute-uses.ts';
import { useWrite } from '../inspector/edit.ts';
import { lifetimeWords } from '../inspector/data/lifetime-words.ts';
import { useEditor, useStudio } from '../state/studio.ts';
import { showTask, useManagerStore } from './manager-state.ts';
import { NameAdder } from './name-adder.tsx';

type Group = { readonly title: string; readonly names: readonly string[] };

function groupsOf(document: Document): readonly Group[] {
  const own = [...document.tables.contexts.values()].filter(({ name }) => !isBuiltInContext(name));
  const constant = own.filter(({ lifetime }) => lifetime === 'constant').map(({ name }) => name);
  const kept = own.filter(({ lifetime }) => lifetime !== 'constant').map(({ name }) => name);
  const groups = [
    { title: 'Written while the talk runs', names: ['user', 'session', ...kept.sort()] },
    { title: 'Constants', names: ['global', ...constant.sort()] },
    {
      title: 'Filled by Parley, read only',
      names: builtInContexts.filter(({ name, writable }) => !writable && name !== 'global').map(({ name }) => name),
    },
  ];
  return groups;
}

/** All contexts by what can be done with them; a name makes one more. */
export function ContextList({ chosen }: { readonly chosen: string }) {
  const document = useEditor((state) => state.document);
  const store = useManagerStore();
  const groups = useMemo(() => groupsOf(document), [document]);
  const held = useMemo(() => attributesByContext(document), [document]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !(event.target instanceof HTMLButtonElement)) return;
    const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('.context-choice')];
    const next = buttons[buttons.indexOf(event.target) + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
    next.click();
  };
  return (
    <nav className="contexts-list" aria-label="Contexts" onKeyDown={onKeyDown}>
      {groups.map(({ title, names }) => (
        <div key={title} role="group" aria-label={title}>
          <h3>{title}</h3>
          {names.map((name) => (
            <button
              key={name}
              type="button"
              className="context-choice"
              aria-current={name === chosen || undefined}
              data-autofocus={name === chosen || undefined}
              onClick={() => showTask(store, { kind: 'context', name })}
            >
              <span>{visibleText(name)}</span>
              <small>{lifetimeWords(document, name)}</small>
              {canHold(name) && <em title="Attributes that live in it">{held.get(name)?.size ?? 0}</em>}
            </button>
          ))}
        </div>
      ))}
      <NewContext />
    </nav>
  );
}

function NewContext() {
  const { editor } = useStudio();
  const store = useManagerStore();
  const write = useWrite();
  const document = useEditor((state) => state.document);
  return (
    <NameAdder
      label="Name of a new context"
      placeholder="new_context"
      refusalOf={(name) => refusalOf(document, name)}
      onAdd={(name) => {
        if (write({ kind: 'context.add', name }) !== null) return false;
        if (editor.getState().document.tables.contexts.some((context) => context.name === name))
          showTask(store, { kind: 'context', name });
        return true;
      }}
    />
  );
}

function refusalOf(document: Document, name: string): string | null {
  if (!/^[A-Za-z_]\w*$/.test(name)) return 'A name has letters, digits and “_”, and begins with no digit.';
  return isBuiltInContext(name) || document.tables.contexts.some((context) => context.name === name)
    ? `There is already a context called “${name}”.`
    : null;
}
