import { compilePattern } from '../../conditions/matches-pattern.ts';
import {
  toElement,
  wordsWithin,
  type EntityReader,
  type FoundEntity,
  type Said,
  type Wanted,
} from './entity-reader.ts';

/** Enough for any utterance; and a pattern that takes nothing would be found for ever. */
const mostFound = 20;

/** Values that look as the design says. */
export const patternReader: EntityReader = {
  readWhole: ({ text, words }, wanted) => {
    const [found] = findPatterns({ text, words }, wanted);
    return found?.words.length === words.length ? found.value : undefined;
  },
  find: findPatterns,
  longest: 6,
};

function findPatterns(said: Said, { attribute }: Wanted): readonly FoundEntity[] {
  const compiled = compilePattern(attribute.pattern ?? '');
  if (!compiled.ok) return [];
  const matcher = compiled.value.matcher(said.text);
  const found: FoundEntity[] = [];
  while (found.length < mostFound && matcher.find()) {
    const group = matcher.groupCount() > 0 && matcher.group(1) !== null ? 1 : 0;
    const text = matcher.group(group) ?? '';
    const words = wordsWithin(said, matcher.start(group), matcher.end(group));
    if (text.trim() !== '' && words.length > 0) found.push({ words, value: toElement(text, attribute.type) });
  }
  return found;
}
