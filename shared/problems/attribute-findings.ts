import { compareText } from '../base/order.ts';
import { builtInAttributes } from '../model/built-in-contexts.ts';
import type { AttributeRecord } from '../model/design-records.ts';
import type { Document } from '../model/document.ts';
import { usesByAttribute, type UsesOfAttribute } from './attribute-uses.ts';

/** What may be wrong with an attribute as a whole; none of it stops the talk. */
export type AttributeFinding = 'unused' | 'neverSet' | 'neverRead' | 'duplicate';

/** By name of a registered attribute. */
export function attributeFindings(document: Document): ReadonlyMap<string, readonly AttributeFinding[]> {
  const uses = usesByAttribute(document);
  const alike = new Set(duplicateAttributes(document).flatMap((group) => group.map(({ name }) => name)));
  return new Map(
    [...document.tables.attributes.values()].map(({ name }) => {
      const found: AttributeFinding[] = [];
      const finding = builtInAttributes.has(name) ? null : balance(uses.get(name));
      if (finding !== null) found.push(finding);
      if (alike.has(name)) found.push('duplicate');
      return [name, found];
    }),
  );
}

function balance(uses: UsesOfAttribute | undefined): AttributeFinding | null {
  const [isSet, isRead] = [(uses?.setBy.length ?? 0) > 0, (uses?.readBy.length ?? 0) > 0];
  if (isSet && isRead) return null;
  if (isSet) return 'neverRead';
  return isRead ? 'neverSet' : 'unused';
}

/**
 * Groups of attributes that seem to be one: the same name but for capitals, underscores and a plural, the same type, and
 * never kept apart by context.
 */
export function duplicateAttributes(document: Document): readonly (readonly AttributeRecord[])[] {
  const uses = usesByAttribute(document);
  const alike = new Map<string, AttributeRecord[]>();
  for (const attribute of document.tables.attributes.values()) {
    const key = `${plainName(attribute.name)} ${attribute.type}`;
    alike.set(key, [...(alike.get(key) ?? []), attribute]);
  }
  const contexts = ({ name }: AttributeRecord): readonly string[] => uses.get(name)?.contexts ?? [];
  return [...alike.values()]
    .filter((group) => group.length > 1)
    .flatMap((group) =>
      together(
        group.toSorted((left, right) => compareText(left.name, right.name)),
        contexts,
      ),
    );
}

/** `orderIDs` and `order_id` are written alike. */
export function plainName(name: string): string {
  const plain = name.replaceAll('_', '').toLowerCase();
  if (plain.endsWith('ies') && plain.length > 4) return `${plain.slice(0, -3)}y`;
  return /[^s]s$/.test(plain) && plain.length > 3 && !plain.endsWith('us') ? plain.slice(0, -1) : plain;
}

/** Those that share a context; one that is used nowhere goes with any. */
function together(
  group: readonly AttributeRecord[],
  contextsOf: (attribute: AttributeRecord) => readonly string[],
): readonly (readonly AttributeRecord[])[] {
  const sets: { readonly members: AttributeRecord[]; readonly contexts: Set<string> }[] = [];
  for (const attribute of group) {
    const contexts = contextsOf(attribute);
    const near = sets.find(
      (set) => contexts.length === 0 || set.contexts.size === 0 || contexts.some((one) => set.contexts.has(one)),
    );
    if (near === undefined) sets.push({ members: [attribute], contexts: new Set(contexts) });
    else {
      near.members.push(attribute);
      for (const one of contexts) near.contexts.add(one);
    }
  }
  return sets.filter(({ members }) => members.length > 1).map(({ members }) => members);
}
