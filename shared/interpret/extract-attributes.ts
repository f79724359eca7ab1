import type { Json } from '../base/json.ts';
import { entityKind, holdsSeveral } from './entities/entity-kind.ts';
import type { Said } from './entities/entity-reader.ts';
import { entityReaders } from './entities/entity-readers.ts';
import type { ExpectedAttribute, SpokenAt } from './entities/expected-attribute.ts';
import type { Word } from './read-words.ts';

export type { ExpectedAttribute, SpokenAt };

/**
 * Looks for the values of expected attributes among the words no slot has taken. Each word fills one attribute at most,
 * in the order they are expected; a collection takes all there are. Free text has no shape, so only slots fill it.
 */
export function extractAttributes(
  expected: readonly ExpectedAttribute[],
  said: Said,
  taken: ReadonlySet<Word>,
  spoken: SpokenAt | null,
): readonly (readonly [name: string, value: Json])[] {
  const free = new Set(said.words.filter((word) => !taken.has(word)));
  return expected.flatMap((attribute) => {
    const kind = entityKind(attribute);
    if (kind === null || kind === 'text') return [];
    const found = entityReaders[kind]
      .find(said, { attribute, spoken })
      .filter(({ words }) => words.every((word) => free.has(word)));
    const several = holdsSeveral(attribute.type);
    const kept = several
      ? found.toSorted((left, right) => placeOf(left.words) - placeOf(right.words))
      : found.slice(0, 1);
    for (const { words } of kept) for (const word of words) free.delete(word);
    const [first] = kept;
    if (first === undefined) return [];
    return [[attribute.name, several ? kept.map(({ value }) => value) : first.value]];
  });
}

const placeOf = (words: readonly Word[]): number => words[0]?.start ?? 0;
