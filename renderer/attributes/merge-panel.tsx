import { Button } from '@mantine/core';
import { useState } from 'react';
import { visibleText } from '../../shared/explain/visible-text.ts';
import type { AttributeRecord } from '../../shared/model/design-records.ts';
import type { Document } from '../../shared/model/document.ts';
import { duplicateAttributes } from '../../shared/problems/attribute-findings.ts';
import { usesOfAttribute } from '../../shared/problems/attribute-uses.ts';
import { placesOf } from '../inspector/data/use-words.ts';
import { PlaceList } from '../inspector/data/place-list.tsx';
import { useWrite } from '../inspector/edit.ts';
import { useEditor } from '../state/studio.ts';
import { useManagerStore } from './manager-state.ts';

/** Makes one of several attributes: which is kept is chosen, what said the others follows, in one step. */
export function MergePanel({ ids }: { readonly ids: readonly string[] }) {
  const document = useEditor((state) => state.document);
  const write = useWrite();
  const store = useManagerStore();
  const group = together(document, ids);
  const [chosen, setChosen] = useState<string | null>(null);
  const keep = group.find(({ id }) => id === chosen) ?? mostUsed(document, group);
  const merged = group.filter((one) => one !== keep);
  if (keep === undefined || merged.length === 0)
    return <p>There is nothing to merge any more. Select two attributes or more.</p>;
  const places = placesOf(
    document,
    merged.flatMap(({ name }) => {
      const { setBy, readBy, mentioned } = usesOfAttribute(document, name);
      return [...setBy, ...readBy, ...mentioned];
    }),
  );
  const otherTypes = merged.filter(({ type }) => type !== keep.type);
  const merge = (): void => {
    const command = { kind: 'attributes.merge', keep: keep.id, merged: merged.map(({ id }) => id) } as const;
    if (write(command) === null) store.setState({ task: null, selected: new Set() });
  };
  return (
    <div className="manager-form">
      <fieldset className="manager-keep">
        <legend>Which name is kept?</legend>
        {group.map((attribute) => {
          const { setBy, readBy } = usesOfAttribute(document, attribute.name);
          return (
            <label key={attribute.id}>
              <input
                type="radio"
                name="kept-attribute"
                checked={attribute === keep}
                onChange={() => setChosen(attribute.id)}
              />
              <span>{visibleText(attribute.name)}</span>
              <small>{`${attribute.type}, set ${setBy.length}, read ${readBy.length}`}</small>
            </label>
          );
        })}
      </fieldset>
      {otherTypes.length > 0 && (
        <p className="rename-warning">
          {`${otherTypes.map(({ name, type }) => `“${name}” (${type})`).join(', ')} will be ${keep.type}.`}
        </p>
      )}
      <p role="status">
        {places.length === 0
          ? 'Nothing speaks of the others, so nothing else changes.'
          : `${places.length === 1 ? 'One place follows' : `${places.length} places follow`}:`}
      </p>
      <PlaceList label="Places that follow" places={places} most={100} />
      <div className="manager-buttons">
        <Button onClick={merge}>{`Merge into ${visibleText(keep.name)}`}</Button>
      </div>
    </div>
  );
}

/** Those that were asked for; of a single one, those it seems to be the same as. */
function together(document: Document, ids: readonly string[]): readonly AttributeRecord[] {
  const [only] = ids;
  const found =
    ids.length === 1 ? duplicateAttributes(document).find((group) => group.some(({ id }) => id === only)) : undefined;
  return found ?? ids.flatMap((id) => document.tables.attributes.get(id) ?? []);
}

function mostUsed(document: Document, group: readonly AttributeRecord[]): AttributeRecord | undefined {
  const count = ({ name }: AttributeRecord): number => {
    const { setBy, readBy } = usesOfAttribute(document, name);
    return setBy.length + readBy.length;
  };
  return group.toSorted((left, right) => count(right) - count(left))[0];
}
