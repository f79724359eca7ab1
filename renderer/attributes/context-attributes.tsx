import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { canHold } from '../../shared/commands/attributes-move.ts';
import { builtInAttributes } from '../../shared/model/built-in-contexts.ts';
import type { Document } from '../../shared/model/document.ts';
import { visibleText } from '../../shared/explain/visible-text.ts';
import { attributeNamed } from '../../shared/model/selectors/attribute-named.ts';
import { attributesByContext } from '../../shared/problems/attribute-uses.ts';
import { ChoiceControl } from '../inspector/fields/choice-field.tsx';
import { useWrite } from '../inspector/edit.ts';
import { useEditor, useStudio } from '../state/studio.ts';
import { byName } from './attribute-rows.ts';
import { holdingContexts, leftBehind, moveFrom } from './attribute-commands.ts';
import { showTask, toggled, useManagerStore } from './manager-state.ts';

/** What lives in a context, by what is said of it there; several can be moved to another one at once. */
export function ContextAttributes({ name }: { readonly name: string }) {
  const { editor, ui } = useStudio();
  const document = useEditor((state) => state.document);
  const store = useManagerStore();
  const write = useWrite();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [to, setTo] = useState('');
  const held = useMemo(
    () =>
      [...(attributesByContext(document).get(name) ?? [])].toSorted(([left], [right]) => byName.compare(left, right)),
    [document, name],
  );
  const chosen = held.filter(([attribute]) => picked.has(attribute)).map(([attribute]) => attribute);
  const others = holdingContexts(document).filter((one) => one !== name);
  const move = (): void => {
    const command = moveFrom(editor.getState().document, chosen, name, to);
    const refusal = typeof command === 'string' ? command : write(command);
    if (refusal !== null) return ui.notify('bad', refusal);
    setPicked(new Set());
    const left = leftBehind(editor.getState().document, chosen, to);
    if (left !== null) ui.notify('info', left);
  };
  const open = (attribute: string): void => {
    const record = attributeNamed(document, attribute);
    if (record !== undefined) showTask(store, { kind: 'form', id: record.id });
  };
  return (
    <section className="contexts-attributes" aria-label={`Attributes of ${name}`}>
      <header className="manager-task-head">
        <h3>{held.length === 1 ? 'One attribute' : `${held.length} attributes`}</h3>
        {canHold(name) && held.length > 0 && (
          <span className="contexts-move">
            <ChoiceControl
              control={{ 'aria-label': 'Move to' }}
              value={to}
              choices={[{ value: '', label: 'Move to…' }, ...others.map((value) => ({ value, label: value }))]}
              onChoose={setTo}
            />
            <Button variant="default" disabled={chosen.length === 0 || to === ''} onClick={move}>
              Move
            </Button>
          </span>
        )}
      </header>
      {held.length === 0 ? (
        <p className="section-note">
          {canHold(name)
            ? 'Nothing speaks of an attribute of this context yet. The first reference, such as {'
            : 'Parley fills it by itself, so nothing of the scenario is kept here. Read it as {'}
          {`${name}.…}.`}
        </p>
      ) : (
        <table className="contexts-table">
          <thead>
            <tr>
              <th scope="col">Attribute</th>
              <th scope="col">Type</th>
              <th scope="col">Set</th>
              <th scope="col">Read</th>
            </tr>
          </thead>
          <tbody>
            {held.map(([attribute, { set, read }]) => (
              <tr key={attribute}>
                <th scope="row">
                  <label>
                    {canHold(name) && !builtInAttributes.has(attribute) && (
                      <input
                        type="checkbox"
                        aria-label={`Select ${attribute}`}
                        checked={picked.has(attribute)}
                        onChange={() => setPicked(toggled(picked, attribute))}
                      />
                    )}
                    <button type="button" className="attribute-title" onClick={() => open(attribute)}>
                      {visibleText(attribute)}
                    </button>
                  </label>
                </th>
                <td>{typeWords(document, attribute)}</td>
                <td>{set}</td>
                <td>{read}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const typeWords = (document: Document, attribute: string): string =>
  attributeNamed(document, attribute)?.type ?? (builtInAttributes.has(attribute) ? 'set by Parley' : 'not registered');
