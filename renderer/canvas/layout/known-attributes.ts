import type { Document } from '../../../shared/model/document.ts';
import type { Link } from '../wires/collect-links.ts';

/** Every attribute that is used with a context anywhere, by context. */
export type KnownAttributes = ReadonlyMap<string, readonly string[]>;

export function knownAttributes(document: Document, links: readonly (readonly Link[])[]): KnownAttributes {
  const known = new Map<string, Set<string>>();
  const add = (context: string, attribute: string): void => {
    const names = known.get(context) ?? new Set<string>();
    known.set(context, names.add(attribute));
  };
  for (const record of document.tables.contexts.values())
    for (const attribute of Object.keys(record.values)) add(record.name, attribute);
  for (const { slot } of links.flat()) add(slot.context, slot.attribute);
  return new Map([...known].map(([context, names]) => [context, [...names].sort()]));
}
