import type { Document } from '../../../shared/model/document.ts';
import type { Link } from '../wires/collect-links.ts';
import type { Memory } from './memory.ts';

/** Every attribute that is used with a context anywhere, by context. */
export type KnownAttributes = ReadonlyMap<string, readonly string[]>;

type Linked = { readonly id: string; readonly links: readonly Link[] };

/** The same object as long as the names are the same: most edits change links without changing what is known. */
export function knownAttributes(document: Document, conversations: readonly Linked[], memory: Memory): KnownAttributes {
  const used = conversations.map(({ id, links }) => {
    const names = memory.recall(`used in ${id}`, [links], () => namesIn(links));
    return memory.recall(`names in ${id}`, [names.join(' ')], () => names);
  });
  return memory.recall('known', [document.tables.contexts, ...used], () => byContext(document, new Set(used.flat())));
}

const namesIn = (links: readonly Link[]): readonly string[] =>
  [...new Set(links.map(({ slot }) => `${slot.context}.${slot.attribute}`))].sort();

function byContext(document: Document, used: ReadonlySet<string>): KnownAttributes {
  const all = new Set(used);
  for (const record of document.tables.contexts.values())
    for (const attribute of Object.keys(record.values)) all.add(`${record.name}.${attribute}`);
  const known = new Map<string, string[]>();
  for (const name of [...all].sort()) {
    const dot = name.indexOf('.');
    const context = name.slice(0, dot);
    known.set(context, [...(known.get(context) ?? []), name.slice(dot + 1)]);
  }
  return known;
}
