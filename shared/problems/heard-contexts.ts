import { defaultContext } from '../model/built-in-contexts.ts';
import type { Document } from '../model/document.ts';
import type { IntentRecord } from '../model/intent-record.ts';
import { parseReference } from '../reference/parse-reference.ts';

/** Where what is heard is kept: by attribute, the contexts in which intents expect it. */
export type HeardContexts = ReadonlyMap<string, ReadonlySet<string>>;

export function heardContexts(document: Document): HeardContexts {
  const found = new Map<string, Set<string>>();
  for (const intent of document.tables.intents.values())
    for (const { context, attribute } of expected(intent))
      found.set(attribute, (found.get(attribute) ?? new Set()).add(context));
  return found;
}

/** What nobody expects goes into the default context. */
export const contextsOf = (heard: HeardContexts, attribute: string): readonly string[] => [
  ...(heard.get(attribute) ?? [defaultContext]),
];

/** What an intent takes from what is said, each with its context. */
export const expected = (intent: IntentRecord): readonly { readonly context: string; readonly attribute: string }[] =>
  intent.expectedAttributes.flatMap((text) => {
    const parsed = parseReference(text);
    return parsed.ok ? [{ context: parsed.value.context ?? defaultContext, attribute: parsed.value.attribute }] : [];
  });
