import { Button } from '@mantine/core';
import { useState } from 'react';
import { visibleText } from '../../shared/explain/visible-text.ts';
import type { Command } from '../../shared/commands/command.ts';
import { attributeUses, attributesByContext } from '../../shared/problems/attribute-uses.ts';
import { placesOf } from '../inspector/data/use-words.ts';
import { PlaceList } from '../inspector/data/place-list.tsx';
import { ChoiceControl } from '../inspector/fields/choice-field.tsx';
import { useWrite } from '../inspector/edit.ts';
import { useEditor, useStudio } from '../state/studio.ts';
import { holdingContexts, moveFrom } from './attribute-commands.ts';
import { showTask, useManagerStore } from './manager-state.ts';

/** Deletes a context of one's own: with what speaks of it moved to another one first, or left as problems. */
export function DeleteContext({ name }: { readonly name: string }) {
  const { editor, ui } = useStudio();
  const document = useEditor((state) => state.document);
  const store = useManagerStore();
  const write = useWrite();
  const [to, setTo] = useState('session');
  const id = document.tables.contexts.findKey((context) => context.name === name) ?? '';
  const places = placesOf(
    document,
    attributeUses(document).filter(({ context, ref }) => context === name && ref !== id),
  );
  const others = holdingContexts(document).filter((one) => one !== name);
  const remove: Command = { kind: 'records.remove', ids: [id] };
  const finish = (refusal: string | null): void => {
    if (refusal !== null) return ui.notify('bad', refusal);
    showTask(store, { kind: 'context', name: 'user' });
  };
  const moveAndDelete = (): void => {
    const names = [...(attributesByContext(document).get(name)?.keys() ?? [])];
    const move = moveFrom(editor.getState().document, names, name, to);
    if (typeof move === 'string') return ui.notify('bad', move);
    finish(write({ kind: 'several', label: 'Delete context', commands: [move, remove] }));
  };
  return (
    <section className="contexts-attributes" aria-label="Delete context">
      <header className="manager-task-head">
        <h3>{`Delete “${visibleText(name)}”?`}</h3>
      </header>
      <div className="manager-form">
        <p>
          {places.length === 0
            ? 'Nothing speaks of it.'
            : `${places.length === 1 ? 'One place speaks' : `${places.length} places speak`} of it.`}
        </p>
        <PlaceList label="Places that speak of it" places={places} most={100} />
        <div className="manager-foot">
          {places.length > 0 && (
            <div className="manager-instead">
              <ChoiceControl
                control={{ 'aria-label': 'Move its attributes to' }}
                value={to}
                choices={others.map((value) => ({ value, label: `Move its attributes to ${value}` }))}
                onChoose={setTo}
              />
              <Button onClick={moveAndDelete}>Move and delete</Button>
            </div>
          )}
          <div className="manager-buttons">
            <Button variant="default" onClick={() => showTask(store, { kind: 'context', name })}>
              Keep
            </Button>
            <Button color="red" onClick={() => finish(write(remove))}>
              {places.length === 0 ? 'Delete' : 'Delete anyway'}
            </Button>
          </div>
        </div>
      </div>
    </section>
  );
}
