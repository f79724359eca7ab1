import { createContext, useContext } from 'react';
import type { AttributeType } from '../../../shared/model/attribute-type.ts';
import { builtInContexts, isBuiltInContext } from '../../../shared/model/built-in-contexts.ts';
import type { Document } from '../../../shared/model/document.ts';
import { settableAttributes } from '../../../shared/problems/nothing-sets-attribute.ts';
import { parsedReferences } from '../../../shared/problems/parsed-references.ts';
import { useEditor } from '../../state/studio.ts';

export type KnownContext = { readonly name: string; readonly description: string; readonly isWritable: boolean };

/** What a reference can name in this scenario. */
export type KnownNames = {
  readonly contexts: ReadonlyMap<string, KnownContext>;
  /** Attributes that are spoken of with a context somewhere, or that the engine puts there. */
  readonly used: ReadonlyMap<string, ReadonlySet<string>>;
  /** Every registered attribute with its type. */
  readonly types: ReadonlyMap<string, AttributeType>;
  /** Constants by context, where nothing but them can be read. */
  readonly constants: ReadonlyMap<string, ReadonlySet<string>>;
  /** Attributes that something sets, that are registered, or that the engine fills. */
  readonly settable: ReadonlySet<string>;
};

const engineAttributes: Readonly<Record<string, readonly string[]>> = {
  user: ['utterance_text', 'first_seen', 'last_seen', 'seconds_since_last_seen'],
  conversation: [
    'current_conversation',
    'current_scene',
    'current_turn',
    'current_intent',
    'current_message_template',
    'completed',
  ],
  history: ['transcript', 'utterances', 'intents'],
};

const known = new WeakMap<Document, KnownNames>();

export function knownNames(document: Document): KnownNames {
  const found = known.get(document) ?? collectNames(document);
  known.set(document, found);
  return found;
}

function collectNames(document: Document): KnownNames {
  const contexts = new Map<string, KnownContext>(
    builtInContexts.map(({ name, description, writable }) => [name, { name, description, isWritable: writable }]),
  );
  const constants = new Map<string, Set<string>>([['global', new Set()]]);
  const used = new Map<string, Set<string>>();
  const note = (context: string, attribute: string): void => {
    used.set(context, (used.get(context) ?? new Set()).add(attribute));
  };
  for (const { name, description, lifetime, values } of document.tables.contexts.values()) {
    const isConstant = lifetime === 'constant' || name === 'global';
    if (!isBuiltInContext(name)) contexts.set(name, { name, description, isWritable: !isConstant });
    if (isConstant) constants.set(name, new Set(Object.keys(values)));
    for (const attribute of Object.keys(values)) note(name, attribute);
  }
  const settable = settableAttributes(document);
  for (const { context, reference } of parsedReferences(document).uses)
    if (contexts.has(context) && settable.has(reference.attribute)) note(context, reference.attribute);
  for (const [context, names] of Object.entries(engineAttributes)) for (const name of names) note(context, name);
  const types = new Map([...document.tables.attributes.values()].map(({ name, type }) => [name, type] as const));
  return { contexts, used, types, constants, settable };
}

/** The document as it was when typing paused: names change seldom, and the whole scenario is looked through for them. */
export const SettledContext = createContext<Document | null>(null);

export function useSettledDocument(): Document {
  const now = useEditor((state) => state.document);
  return useContext(SettledContext) ?? now;
}

/** Names as they are in one part of a form only, such as the steps of a workflow. */
export const LocalNames = createContext<KnownNames | null>(null);

export function useKnownNames(): KnownNames {
  const settled = useSettledDocument();
  return useContext(LocalNames) ?? knownNames(settled);
}
