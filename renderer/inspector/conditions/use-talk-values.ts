import { useMemo } from 'react';
import { builtInContexts } from '../../../shared/model/built-in-contexts.ts';
import { attributeNamed } from '../../../shared/model/selectors/attribute-named.ts';
import { useEditor, useRun } from '../../state/studio.ts';
import type { TalkValues } from './holds-now.ts';

/** The engine tells these, and only while it works on an exchange. */
const unseen: ReadonlySet<string> = new Set(
  builtInContexts.filter(({ name, writable }) => !writable && name !== 'global').map(({ name }) => name),
);
const unseenOfUser: ReadonlySet<string> = new Set([
  'utterance_text',
  'utterance',
  'last_seen',
  'seconds_since_last_seen',
  'first_seen',
]);

/** What the attributes hold while a talk is running; null while none is. */
export function useTalkValues(): TalkValues | null {
  const isRunning = useRun((state) => state.run !== null);
  const variables = useRun((state) => state.variables);
  // What happened last says what time it is in the talk.
  const now = useRun((state) => state.exchanges.at(-1)?.events.at(-1)?.at ?? 0);
  const document = useEditor((state) => state.document);
  return useMemo(() => {
    if (!isRunning) return null;
    const { strict, typedEmpty } = document.scenario;
    return {
      strict,
      typedEmpty,
      now,
      typeOf: (attribute) => attributeNamed(document, attribute)?.type ?? 'string',
      read: (context, attribute) => {
        if (unseen.has(context)) return undefined;
        const variable = variables.get(context)?.get(attribute);
        if (variable !== undefined) return variable.after;
        if (context === 'user' && unseenOfUser.has(attribute)) return undefined;
        const record = document.tables.contexts.find(({ name }) => name === context);
        const isConstant = record !== undefined && (record.lifetime === 'constant' || context === 'global');
        return isConstant && Object.hasOwn(record.values, attribute) ? record.values[attribute] : null;
      },
    };
  }, [isRunning, variables, document, now]);
}
