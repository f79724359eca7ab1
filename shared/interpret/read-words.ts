/** A word of a text: how it is compared, and where it stands. */
export type Word = { readonly form: string; readonly raw: string; readonly start: number; readonly end: number };

/** Longer texts are stories, not utterances: what comes after this many words does not decide. */
export const mostWords = 64;

/** Letters and digits, held together by what stands inside e-mail addresses, codes, 1,250.50 and "don't"; and -5. */
const wordShape =
  /(?:[#+$€£]|(?<![\p{L}\p{N}])-(?=\p{N}))?[\p{L}\p{N}]+(?:(?:['’._@+&-]+|(?<=\p{N}),(?=\p{N}{3}(?!\p{N})))[\p{L}\p{N}]+)*/gu;
/** Longer words are no words; their start tells them apart well enough. */
const longestForm = 40;

export function readWords(text: string): readonly Word[] {
  const words: Word[] = [];
  wordShape.lastIndex = 0;
  for (let found = wordShape.exec(text); found !== null; found = wordShape.exec(text)) {
    const [raw] = found;
    const form = wordForm(raw);
    if (form !== '') words.push({ form, raw, start: found.index, end: found.index + raw.length });
    if (words.length === mostWords) return words;
  }
  return words;
}

/** Case, accents, width and inner marks do not tell words apart: "Café" is "cafe", "e-mail" is "email". */
function wordForm(raw: string): string {
  if (raw.length <= longestForm && isPlain.test(raw)) return raw.toLowerCase();
  return raw
    .slice(0, 2 * longestForm)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, longestForm);
}

const isPlain = /^[A-Za-z0-9]+$/;
