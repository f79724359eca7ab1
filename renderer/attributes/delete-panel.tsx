import { Button } from '@mantine/core';
import { useState } from 'react';
import { visibleText } from '../../shared/explain/visible-text.ts';
import type { Command } from '../../shared/commands/command.ts';
import { asId, type AttributeId } from '../../shared/model/ids.ts';
import { usesOfAttribute } from '../../shared/problems/attribute-uses.ts';
import { placesOf } from '../inspector/data/use-words.ts';
import { PlaceList } from '../inspector/data/place-list.tsx';
import { useWrite } from '../inspector/edit.ts';
import { SearchPicker } from '../inspector/fields/search-picker.tsx';
import { useEditor } from '../state/studio.ts';
import { useManagerStore } from './manager-state.ts';

/** Deletes attributes: what nothing speaks of at once, what is spoken of after showing where, or by another in its place. */
export function DeletePanel({ ids }: { readonly ids: readonly string[] }) {
  const document = useEditor((state) => state.document);
  const write = useWrite();
  const store = useManagerStore();
  const [instead, setInstead] = useState<string | null>(null);
  const gone = ids.flatMap((id) => document.tables.attributes.get(id) ?? []);
  const places = placesOf(
    document,
    gone.flatMap(({ name }) => {
      const { setBy, readBy } = usesOfAttribute(document, name);
      return [...setBy, ...readBy];
    }),
  );
  const others = [...document.tables.attributes.values()].filter(({ id }) => !ids.includes(id));
  const chosen = others.find(({ id }) => id === instead);
  const what = gone.length === 1 ? `“${visibleText(gone[0]?.name ?? '')}”` : `${gone.length} attributes`;
  const finish = (refusal: string | null): void => {
    if (refusal === null) store.setState({ task: null, selected: new Set() });
  };
  return (
    <div className="manager-form">
      <p>
        {places.length === 0
          ? `Nothing sets or reads ${what}.`
          : `${places.length === 1 ? 'One place speaks' : `${places.length} places speak`} of ${what}. Without ${gone.length === 1 ? 'it' : 'them'}, they stay as they are, untyped, and what is only read is told as a problem.`}
      </p>
      <PlaceList label="Places that speak of it" places={places} most={100} />
      <div className="manager-foot">
        {places.length > 0 && (
          <div className="manager-instead">
            <SearchPicker
              control={{ 'aria-label': 'Replace by' }}
              picks={() => others.map(({ id, name, type }) => ({ value: id, label: name, detail: type }))}
              chosen={chosen === undefined ? null : { value: chosen.id, label: chosen.name }}
              empty="Replace by another attribute…"
              onPick={setInstead}
            />
            <Button
              disabled={chosen === undefined}
              onClick={() => chosen !== undefined && finish(write(replacing(ids, chosen.id)))}
            >
              Replace
            </Button>
          </div>
        )}
        <div className="manager-buttons">
          <Button variant="default" onClick={() => store.setState({ task: null })}>
            Keep
          </Button>
          <Button color="red" onClick={() => finish(write({ kind: 'records.remove', ids }))}>
            {places.length === 0 ? 'Delete' : 'Delete anyway'}
          </Button>
        </div>
      </div>
    </div>
  );
}

const replacing = (ids: readonly string[], keep: AttributeId): Command => ({
  kind: 'several',
  label: ids.length === 1 ? 'Replace attribute' : 'Replace attributes',
  commands: [{ kind: 'attributes.merge', keep, merged: ids.map((id) => asId(id)) }],
});
