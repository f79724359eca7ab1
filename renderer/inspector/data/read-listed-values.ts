/** Words with commas between them. */
export const splitSynonyms = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** `value: synonym, synonym`, or a value alone, a line each; a tab may stand for the colon, as in a table. */
export const readListedValues = (text: string): { value: string; synonyms: string[] }[] =>
  text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, value = line, words = ''] = /^([^:\t]*)[:\t](.*)$/.exec(line) ?? [];
      return { value: value.trim(), synonyms: splitSynonyms(words.replaceAll('\t', ',')) };
    });
