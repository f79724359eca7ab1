import { childIds, type Document } from '../document.ts';
import type { IntentRecord } from '../intent-record.ts';

/** The intents of a turn in listed order; of one bucket when it is named, else requests before responses. */
export const intentsOf = (
  document: Document,
  turn: string,
  bucket: IntentRecord['bucket'] | null = null,
): readonly IntentRecord[] =>
  childIds(document, turn).flatMap((id) => {
    const intent = document.tables.intents.get(id);
    return intent === undefined || (bucket !== null && intent.bucket !== bucket) ? [] : [intent];
  });
