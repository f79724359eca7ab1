import type { Document } from '../../model/document.ts';
import { freeNumbered } from '../../model/ids.ts';
import { attributeDifference, contextDifference, type Difference } from '../bundle/same-name.ts';
import type { Clip } from './clip-schema.ts';

/** Something that comes along under a name that means something else here, and how it could be called instead. */
export type ClipClash = Difference & {
  readonly kind: 'attribute' | 'context';
  readonly name: string;
  readonly freeName: string;
};

/** What a person has to decide before a clip is taken in: the one here serves, or both are kept. */
export function clipClashes({ tables }: Document, { bundle }: Clip): readonly ClipClash[] {
  const attributes = bundle.attributes.flatMap((there): ClipClash[] => {
    const here = tables.attributes.find(({ name }) => name === there.name);
    const difference = here === undefined ? null : attributeDifference(here, there);
    if (difference === null) return [];
    const taken = namesOf(tables.attributes.values(), bundle.attributes);
    const freeName = freeNumbered(there.name, '_', (name) => taken.has(name));
    return [{ kind: 'attribute', name: there.name, freeName, ...difference }];
  });
  const contexts = bundle.contexts.flatMap((there): ClipClash[] => {
    const here = tables.contexts.find(({ name }) => name === there.name);
    const difference = here === undefined ? null : contextDifference(here, there);
    if (difference === null) return [];
    const taken = namesOf(tables.contexts.values(), bundle.contexts);
    const freeName = freeNumbered(there.name, '_', (name) => taken.has(name));
    return [{ kind: 'context', name: there.name, freeName, ...difference }];
  });
  return [...attributes, ...contexts];
}

type Named = { readonly name: string };

const namesOf = (here: Iterable<Named>, there: Iterable<Named>): ReadonlySet<string> =>
  new Set([...here, ...there].map(({ name }) => name));
