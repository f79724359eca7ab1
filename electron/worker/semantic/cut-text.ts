import { wordPieces } from '../../../shared/interpret/classifier/word-vectors.ts';

/** The pieces a text is handed to the model in, by number; one for the beginning and one for the end around them. */
export type CutText = (text: string) => readonly number[];

const [beginning, end, unknown] = ['[CLS]', '[SEP]', '[UNK]'] as const;
/** Longer texts lose their end: nobody says that much at once, and the cost grows with the square. */
const mostPieces = 62;
const longestWord = 100;

/** Cuts texts as the model learned them: without case and accents, signs by themselves, then the longest pieces. */
export function createCutter(numbers: ReadonlyMap<string, number>): CutText {
  const vocabulary = { pieces: () => numbers };
  const numberOf = (name: string): number => numbers.get(name) ?? 0;
  const cutWord = (word: string): readonly number[] => {
    const pieces = word.length > longestWord ? [] : wordPieces(vocabulary, word);
    return pieces.length === 0 ? [numberOf(unknown)] : pieces;
  };
  return (text) => {
    const plain = text
      .normalize('NFD')
      .toLowerCase()
      .replaceAll(/\p{Mn}+/gu, '')
      .replaceAll(/[\p{P}\p{Script=Han}$+<=>^`|~]/gu, ' $& ');
    const words = plain.split(/\s+/).filter((word) => word !== '');
    return [numberOf(beginning), ...words.flatMap(cutWord).slice(0, mostPieces), numberOf(end)];
  };
}
