import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The definitions and example sentences of WordNet. */
export function readGlosses(dictionary: string): string[] {
  return ['noun', 'verb', 'adj', 'adv'].flatMap((kind) =>
    readFileSync(join(dictionary, `data.${kind}`), 'utf8')
      .split('\n')
      // The licence comes first, indented.
      .filter((line) => !line.startsWith('  '))
      .flatMap((line) => sentencesOf(line.split(' | ')[1] ?? '')),
  );
}

function sentencesOf(gloss: string): string[] {
  const examples = [...gloss.matchAll(/"([^"]+)"/g)].map(([, example = '']) => example);
  const [definition = ''] = gloss.replaceAll(/"[^"]*"/g, '').split(';');
  return [definition, ...examples].map((text) => text.trim()).filter((text) => text !== '');
}
