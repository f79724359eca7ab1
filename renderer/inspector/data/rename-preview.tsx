import { useMemo } from 'react';
import { builtInAttributes } from '../../../shared/model/built-in-contexts.ts';
import { attributeNamed } from '../../../shared/model/selectors/attribute-named.ts';
import { usesOfAttribute } from '../../../shared/problems/attribute-uses.ts';
import { useEditor } from '../../state/studio.ts';
import { PlaceList } from './place-list.tsx';
import { placesOf } from './use-words.ts';
import './context-values.css';

type RenamePreviewProps = { readonly name: string; readonly typed: string; readonly most?: number };

/** What a new name of an attribute changes, before it does. */
export function RenamePreview({ name, typed, most = 8 }: RenamePreviewProps) {
  const document = useEditor((state) => state.document);
  const places = useMemo(() => {
    const { setBy, readBy, mentioned } = usesOfAttribute(document, name);
    return placesOf(document, [...setBy, ...readBy, ...mentioned]);
  }, [document, name]);
  if (typed === '' || typed === name) return null;
  const others = attributeNamed(document, typed) === undefined ? usesOfAttribute(document, typed) : null;
  const met = (others?.setBy.length ?? 0) + (others?.readBy.length ?? 0);
  return (
    <div className="rename-preview" role="group" aria-label="What changes">
      <p role="status">
        {places.length === 0
          ? 'Nothing speaks of it, so nothing else changes.'
          : places.length === 1
            ? 'One place follows:'
            : `${places.length} places follow:`}
      </p>
      {builtInAttributes.has(typed) && (
        <p className="rename-warning">{`Parley fills “${typed}” itself. Choose another name, unless that is meant.`}</p>
      )}
      {met > 0 && !builtInAttributes.has(typed) && (
        <p className="rename-warning">
          {`“${typed}” is spoken of in ${met === 1 ? 'one place' : `${met} places`} already; that will be the same attribute.`}
        </p>
      )}
      <PlaceList label="Places that follow" places={places} most={most} />
    </div>
  );
}
