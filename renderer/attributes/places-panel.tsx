import { visibleText } from '../../shared/explain/visible-text.ts';
import { usesOfAttribute } from '../../shared/problems/attribute-uses.ts';
import { placesOf } from '../inspector/data/use-words.ts';
import { PlaceList } from '../inspector/data/place-list.tsx';
import { useEditor } from '../state/studio.ts';

/** Every place that sets an attribute, or reads it; a press goes there on the canvas. */
export function PlacesPanel({ name, side }: { readonly name: string; readonly side: 'setBy' | 'readBy' }) {
  const document = useEditor((state) => state.document);
  const places = placesOf(document, usesOfAttribute(document, name)[side]);
  const words = side === 'setBy' ? 'sets' : 'reads';
  return (
    <>
      <p>
        {places.length === 0
          ? `Nothing ${words} `
          : `${places.length === 1 ? 'One place' : `${places.length} places`} ${words === 'sets' ? (places.length === 1 ? 'sets' : 'set') : places.length === 1 ? 'reads' : 'read'} `}
        <strong>{visibleText(name)}</strong>.
      </p>
      <PlaceList label={side === 'setBy' ? 'Set by' : 'Read by'} places={places} most={200} />
    </>
  );
}
