import type { Document } from '../../../shared/model/document.ts';
import { intentIdPicks } from '../picks.tsx';
import { useSettledDocument } from '../references/known-names.ts';
import type { KnownText } from '../references/offers.ts';

const known = new WeakMap<Document, readonly KnownText[]>();

/** The ids a button can say, looked up once for all the fields that offer them. */
export function useKnownIntentIds(): readonly KnownText[] {
  const document = useSettledDocument();
  const found =
    known.get(document) ??
    intentIdPicks(document, 'USER').map(({ value, detail = '' }) => ({
      value,
      detail: detail === value ? '' : detail,
    }));
  known.set(document, found);
  return found;
}
