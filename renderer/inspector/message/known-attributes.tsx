import { memo, useMemo } from 'react';
import { useSettledDocument } from '../references/known-names.ts';

/** The id of the list below, for fields that offer what is in it. */
export const attributeList = 'known-attributes';

/** The attributes there are, for fields that name one: once a form, however many fields there are. */
export const KnownAttributes = memo(function KnownAttributes() {
  const document = useSettledDocument();
  const attributes = useMemo(() => [...document.tables.attributes.values()], [document]);
  return (
    <datalist id={attributeList}>
      {attributes.map(({ id, name, type }) => (
        <option key={id} value={name} label={type} />
      ))}
    </datalist>
  );
});
