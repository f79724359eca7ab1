import { stepContexts } from '../model/built-in-contexts.ts';
import type { Document } from '../model/document.ts';
import type { AttributeUse } from './attribute-use.ts';
import { contextsOf, heardContexts } from './heard-contexts.ts';
import { impliedUses } from './implied-uses.ts';
import { parsedReferences } from './parsed-references.ts';

export type UsesOfAttribute = {
  readonly setBy: readonly AttributeUse[];
  readonly readBy: readonly AttributeUse[];
  readonly mentioned: readonly AttributeUse[];
  /** Where values of it live, in order of the alphabet. */
  readonly contexts: readonly string[];
};

const none: UsesOfAttribute = { setBy: [], readBy: [], mentioned: [], contexts: [] };
const cache = new WeakMap<Document, ReadonlyMap<string, UsesOfAttribute>>();

/** Everything that sets or reads an attribute, by its name. The one place that knows: forms, search, rules, the table. */
export function usesByAttribute(document: Document): ReadonlyMap<string, UsesOfAttribute> {
  const known = cache.get(document);
  if (known !== undefined) return known;
  const found = new Map<string, Gathered>();
  for (const use of attributeUses(document)) gather(found, use);
  const uses = new Map([...found].map(([name, gathered]) => [name, settled(gathered)]));
  cache.set(document, uses);
  return uses;
}

/** Where one attribute is set and read. */
export const usesOfAttribute = (document: Document, name: string): UsesOfAttribute =>
  usesByAttribute(document).get(name) ?? none;

/** How often each attribute of a context is set and read there, by context and name. */
export function attributesByContext(
  document: Document,
): ReadonlyMap<string, ReadonlyMap<string, { readonly set: number; readonly read: number }>> {
  const found = new Map<string, Map<string, { set: number; read: number }>>();
  for (const [name, { setBy, readBy }] of usesByAttribute(document)) {
    // What every action leaves behind counts once somebody asks for it.
    if (readBy.length === 0 && setBy.every(({ field }) => field === 'outcome')) continue;
    for (const { context, access } of [...setBy, ...readBy]) {
      const held = found.get(context) ?? new Map<string, { set: number; read: number }>();
      const { set, read } = held.get(name) ?? { set: 0, read: 0 };
      held.set(name, access === 'write' ? { set: set + 1, read } : { set, read: read + 1 });
      found.set(context, held);
    }
  }
  return found;
}

/** Every use there is. What engine and workflows keep under names of their own is no attribute. */
export function attributeUses(document: Document): readonly AttributeUse[] {
  const custom = new Set([...document.tables.contexts.values()].map(({ name }) => name));
  const isForeign = (context: string): boolean =>
    engineContexts.has(context) || (stepContexts.has(context) && !custom.has(context));
  const heard = heardContexts(document);
  const written = parsedReferences(document).uses.flatMap(({ ref, field, access, context, reference }) => {
    if (isForeign(context)) return [];
    const { attribute } = reference;
    // What is answered in a message is kept by whoever hears it.
    const isAnswer = access === 'write' && field === 'blocks' && reference.context === null;
    const contexts = isAnswer ? contextsOf(heard, attribute) : [context];
    return contexts.map((one) => ({ ref, field, access, context: one, attribute }));
  });
  return [...written, ...impliedUses(document)];
}

const engineContexts: ReadonlySet<string> = new Set(['secret', 'conversation', 'history']);

type Gathered = Readonly<Record<AttributeUse['access'], Map<string, AttributeUse>>>;

/** A place that says it twice in one field is one place. */
function gather(found: Map<string, Gathered>, use: AttributeUse): void {
  const kept = found.get(use.attribute) ?? { read: new Map(), write: new Map(), mention: new Map() };
  kept[use.access].set(`${use.ref} ${use.field} ${use.context}`, use);
  found.set(use.attribute, kept);
}

function settled({ read, write, mention }: Gathered): UsesOfAttribute {
  const [readBy, setBy, mentioned] = [[...read.values()], [...write.values()], [...mention.values()]];
  // `_intent` only looks at what was just heard.
  const contexts = new Set([...readBy, ...setBy].map(({ context }) => context));
  contexts.delete('_intent');
  return { setBy, readBy, mentioned, contexts: [...contexts].sort() };
}
