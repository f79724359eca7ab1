import type { NameOf } from '../../shared/explain/exchange-events.ts';
import type { Document } from '../../shared/model/document.ts';
import { nameOf } from '../../shared/model/selectors/name-of.ts';

/** How sentences about a run call the records of the scenario. */
export const namesIn =
  (document: Document): NameOf =>
  (id) =>
    nameOf(document, id);
