import { memo, useMemo } from 'react';
import { intentIdPicks } from '../picks.tsx';
import { useSettledDocument } from '../references/known-names.ts';

/** Ids of the lists below, for fields that offer what is in them. */
export const userIntentList = 'known-user-intents';
export const attributeList = 'known-attributes';

/** What fields of messages offer while somebody types: once a form, however many fields there are. */
export const KnownLists = memo(function KnownLists() {
  const document = useSettledDocument();
  const ids = useMemo(() => intentIdPicks(document, 'USER'), [document]);
  const attributes = useMemo(() => [...document.tables.attributes.values()], [document]);
  return (
    <>
      <datalist id={userIntentList}>
        {ids.map(({ value, detail }) => (
          <option key={value} value={value} label={detail ?? value} />
        ))}
      </datalist>
      <datalist id={attributeList}>
        {attributes.map(({ id, name, type }) => (
          <option key={id} value={name} label={type} />
        ))}
      </datalist>
    </>
  );
});
