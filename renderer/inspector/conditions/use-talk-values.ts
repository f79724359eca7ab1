import { useMemo } from 'react';
import { builtInMembers } from '../../../shared/model/attribute-type.ts';
import { builtInContexts, stepContexts } from '../../../shared/model/built-in-contexts.ts';
import type { Document } from '../../../shared/model/document.ts';
import { attributeNamed } from '../../../shared/model/selectors/attribute-named.ts';
import { memberType } from '../../../shared/values/member-type.ts';
import { useEditor, useRun } from '../../state/studio.ts';
import type { TriedValues } from './try-condition.ts';

/** The engine tells these, and only while it works on an exchange. */
const unseen: ReadonlySet<string> = new Set([
  ...builtInContexts.filter(({ name, writable }) => !writable && name !== 'global').map(({ name }) => name),
  ...stepContexts,
]);
const unseenOfUser: ReadonlySet<string> = new Set([
  'utterance_text',
  'utterance',
  'last_seen',
  'seconds_since_last_seen',
  'first_seen',
]);

/** What the attributes hold while a talk is running; null while none is. */
export function useTalkValues(): TriedValues | null {
  const isRunning = useRun((state) => state.run !== null);
  const variables = useRun((state) => state.variables);
  // What happened last says what time it is in the talk.
  const now = useRun((state) => state.exchanges.at(-1)?.events.at(-1)?.at ?? 0);
  const document = useEditor((state) => state.document);
  return useMemo(() => {
    if (!isRunning) return null;
    return {
      ...comparing(document),
      from: 'talk',
      now,
      read: (context, attribute) => {
        if (unseen.has(context)) return undefined;
        const variable = variables.get(context)?.get(attribute);
        if (variable !== undefined) return variable.after;
        return context === 'user' && unseenOfUser.has(attribute) ? undefined : constantOf(document, context, attribute);
      },
    };
  }, [isRunning, variables, document, now]);
}

/** How the scenario compares values. */
export const comparing = (document: Document): Omit<TriedValues, 'from' | 'now' | 'read'> => ({
  strict: document.scenario.strict,
  typedEmpty: document.scenario.typedEmpty,
  typeOf: (attribute) => attributeNamed(document, attribute)?.type ?? 'string',
  memberTypeOf: (attribute, path) => {
    const record = attributeNamed(document, attribute);
    const isBuiltIn = record?.type === 'location' || record?.type === 'file';
    return memberType(isBuiltIn ? builtInMembers[record.type] : record?.members, path);
  },
});

/** What a constant holds; null for what is none. */
export function constantOf(document: Document, context: string, attribute: string) {
  const record = document.tables.contexts.find(({ name }) => name === context);
  const isConstant = record !== undefined && (record.lifetime === 'constant' || context === 'global');
  return isConstant && Object.hasOwn(record.values, attribute) ? (record.values[attribute] ?? null) : null;
}
